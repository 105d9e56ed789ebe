/// An amount of a resource: `500m`, `64Mi`, `1e3`. Compared and added by value; printed in its canonical form.
///
/// Mirrors `k8s.io/apimachinery/pkg/api/resource.Quantity` for amounts up to 2^63-1, in steps of a billionth.
package struct Quantity: Sendable {
  /// The family of suffixes that a quantity was written with and is printed with.
  package enum Format: Hashable, Sendable {
    /// `m`, none, `k`, `M` …
    case decimalSI
    /// `Ki`, `Mi` …
    case binarySI
    /// `e3`, `E6` …
    case decimalExponent
  }

  /// The amount rounded down to a whole number.
  var whole: Int64
  /// Billionths on top of `whole`, 0 up to 999,999,999.
  var nanos: Int64
  package var format: Format
  /// The text as it was written, where Kubernetes gives it back unchanged.
  var writtenText: String?

  init(whole: Int64, nanos: Int64, format: Format, writtenText: String? = nil) {
    self.whole = whole
    self.nanos = nanos
    self.format = format
    self.writtenText = writtenText
  }

  /// A whole number.
  package init(_ whole: Int64, _ format: Format = .decimalSI) { self.init(whole: whole, nanos: 0, format: format) }

  /// So many thousandths.
  package init(milli: Int64) {
    let rest = (milli % 1_000 + 1_000) % 1_000
    self.init(whole: (milli - rest) / 1_000, nanos: rest * 1_000_000, format: .decimalSI)
  }

  package static let zero = Quantity(0)

  package var isZero: Bool { whole == 0 && nanos == 0 }
  package var isNegative: Bool { whole < 0 }

  /// The amount as a whole number, rounded up.
  package var value: Int64 { nanos > 0 && whole < .max ? whole + 1 : whole }

  /// The amount in thousandths, rounded up; the largest number where it is larger.
  package var milliValue: Int64 {
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: 1_000)
    if isTooLarge { return whole < 0 ? .min : .max }
    let (sum, overflows) = product.addingReportingOverflow((nanos + 999_999) / 1_000_000)
    return overflows ? .max : sum
  }

  /// This amount in whole thousandths, as container resources are kept.
  ///
  /// Mirrors `SetDefaults_ResourceList`.
  package var roundedUpToMilli: Quantity {
    guard nanos % 1_000_000 != 0 else { return self }
    let rounded = (nanos / 1_000_000 + 1) * 1_000_000
    return Quantity(whole: whole + rounded / 1_000_000_000, nanos: rounded % 1_000_000_000, format: format)
  }

  /// The sum in the format of the left one (of the right one where the left is zero); it stops at 2^63-1.
  package static func + (left: Quantity, right: Quantity) -> Quantity {
    let nanos = left.nanos + right.nanos
    let (sum, overflows) = left.whole.addingReportingOverflow(right.whole)
    let format = left.isZero ? right.format : left.format
    guard !overflows else { return Quantity(right.whole < 0 ? .min : .max, format) }
    let (whole, carries) = sum.addingReportingOverflow(nanos / 1_000_000_000)
    return carries ? Quantity(.max, format) : Quantity(whole: whole, nanos: nanos % 1_000_000_000, format: format)
  }

  package static prefix func - (amount: Quantity) -> Quantity {
    guard amount.whole != .min else { return Quantity(.max, amount.format) }
    return amount.nanos == 0
      ? Quantity(-amount.whole, amount.format)
      : Quantity(whole: -amount.whole - 1, nanos: 1_000_000_000 - amount.nanos, format: amount.format)
  }

  package static func - (left: Quantity, right: Quantity) -> Quantity { left + -right }
}

/// By value: `1000m` equals `1`.
extension Quantity: Hashable, Comparable {
  package static func == (left: Quantity, right: Quantity) -> Bool {
    left.whole == right.whole && left.nanos == right.nanos
  }

  package static func < (left: Quantity, right: Quantity) -> Bool {
    (left.whole, left.nanos) < (right.whole, right.nanos)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(whole)
    hasher.combine(nanos)
  }
}

extension Quantity: CustomStringConvertible {
  /// The canonical form: no fraction, and the largest suffix that keeps the amount exact.
  ///
  /// Mirrors `Quantity.CanonicalizeBytes`.
  package var description: String {
    if let writtenText { return writtenText }
    if isZero { return "0" }
    if isNegative { return "-" + (-self).description }
    if format == .binarySI, whole >= 1_024, nanos == 0 {
      var number = whole
      var power = 0
      while number % 1_024 == 0, power < 6 {
        number /= 1_024
        power += 1
      }
      return String(number) + ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"][power]
    }
    let (digits, exponent) = decimalDigits
    if format == .decimalExponent { return exponent == 0 ? digits : "\(digits)e\(exponent)" }
    return digits + ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"][exponent / 3 + 3]
  }

  /// A whole number and the largest power of a thousand, as an exponent of ten, that give a positive amount.
  private var decimalDigits: (String, exponent: Int) {
    if nanos == 0 {
      var number = whole
      var exponent = 0
      while number % 1_000 == 0 {
        number /= 1_000
        exponent += 3
      }
      return (String(number), exponent)
    }
    var fraction = nanos
    var exponent = -9
    while fraction % 1_000 == 0 {
      fraction /= 1_000
      exponent += 3
    }
    let digits = String(fraction)
    return (
      whole == 0 ? digits : String(whole) + String(repeating: "0", count: -exponent - digits.count) + digits, exponent
    )
  }
}
