/// A whole number of any size that is not negative, in limbs of nine decimal digits, lowest first: made for π, which is
/// long in decimal digits and only ever divided and multiplied by small numbers.
struct BigNumber: Sendable {
  private static let base = 1_000_000_000

  private var limbs: [Int]

  /// `number` times ten to the power of `zeros`.
  init(_ number: Int, zeros: Int) {
    var scale = 1
    for _ in 0..<(zeros % 9) { scale *= 10 }
    limbs = Array(repeating: 0, count: zeros / 9)
    var rest = number * scale
    while rest > 0 {
      limbs.append(rest % BigNumber.base)
      rest /= BigNumber.base
    }
  }

  var isZero: Bool { limbs.isEmpty }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }

  /// Divides by a number below ten thousand million, dropping the remainder; O(limbs).
  mutating func divide(by divisor: Int) {
    var remainder = 0
    for index in limbs.indices.reversed() {
      let value = remainder * BigNumber.base + limbs[index]
      limbs[index] = value / divisor
      remainder = value % divisor
    }
    trim()
  }

  mutating func add(_ other: BigNumber) {
    var carry = 0
    for index in 0..<max(limbs.count, other.limbs.count) {
      if index == limbs.count { limbs.append(0) }
      let sum = limbs[index] + (index < other.limbs.count ? other.limbs[index] : 0) + carry
      limbs[index] = sum % BigNumber.base
      carry = sum / BigNumber.base
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// Takes away a number that is not larger.
  mutating func subtract(_ other: BigNumber) {
    var borrow = 0
    for index in limbs.indices {
      var difference = limbs[index] - borrow - (index < other.limbs.count ? other.limbs[index] : 0)
      borrow = difference < 0 ? 1 : 0
      if difference < 0 { difference += BigNumber.base }
      limbs[index] = difference
    }
    trim()
  }

  /// Its decimal digits.
  var digits: String {
    var out = limbs.last.map(String.init) ?? "0"
    for limb in limbs.dropLast().reversed() {
      let text = String(limb)
      out += String(repeating: "0", count: 9 - text.count) + text
    }
    return out
  }
}
