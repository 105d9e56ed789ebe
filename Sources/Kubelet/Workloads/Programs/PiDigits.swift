/// π to any number of digits, as perl's `bpi` of bignum prints it.
enum PiDigits {
  /// Digits beyond those that are asked for, so that what the divisions drop does not reach them.
  private static let guardDigits = 12

  /// Which of the formulas that give π as a sum of arcus tangents.
  enum Formula: Sendable {
    /// 16·arctan(1/5) − 4·arctan(1/239)
    case machin
    /// 48·arctan(1/18) + 32·arctan(1/57) − 20·arctan(1/239)
    case gauss
  }

  /// π with so many significant digits, the last one rounded; at least one. O(count²).
  static func text(_ count: Int, by formula: Formula = .machin) -> String {
    let count = max(1, count)
    let digits = scaled(count - 1 + guardDigits, by: formula).digits
    var kept = digits.prefix(count).map { $0.wholeNumberValue ?? 0 }
    // Rounding half up: the digits of π never end in a half.
    if let next = digits.dropFirst(count).first?.wholeNumberValue, next >= 5 {
      var place = count - 1
      while place >= 0, kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      kept[max(0, place)] += 1
    }
    let text = kept.map(String.init)
    return count == 1 ? text[0] : text[0] + "." + text.dropFirst().joined()
  }

  /// π times ten to the power of `places`, within a few units.
  private static func scaled(_ places: Int, by formula: Formula) -> BigNumber {
    switch formula {
    case .machin:
      var sum = arcTangent(16, 5, places)
      sum.subtract(arcTangent(4, 239, places))
      return sum
    case .gauss:
      var sum = arcTangent(48, 18, places)
      sum.add(arcTangent(32, 57, places))
      sum.subtract(arcTangent(20, 239, places))
      return sum
    }
  }

  /// `factor` times arctan(1/`inverse`), by the series of Gregory: powers over odd numbers with changing signs.
  private static func arcTangent(_ factor: Int, _ inverse: Int, _ places: Int) -> BigNumber {
    var power = BigNumber(factor, zeros: places)
    power.divide(by: inverse)
    var sum = power
    var odd = 1
    var isAdded = false
    while !power.isZero {
      power.divide(by: inverse * inverse)
      odd += 2
      var term = power
      term.divide(by: odd)
      if isAdded { sum.add(term) } else { sum.subtract(term) }
      isAdded.toggle()
    }
    return sum
  }
}
