/// A number of Pods that may be written as a share of a total: `maxUnavailable: 1`, `maxSurge: 25%`.
package enum IntOrPercent: Hashable, Sendable {
  case count(Int)
  case percent(Int)

  /// nil for what is neither, which validation refuses.
  package init?(_ value: Value?) {
    if let number = value?.int {
      self = .count(Int(number))
    } else if let text = value?.string, text.hasSuffix("%"), let share = Int(text.dropLast()) {
      self = .percent(share)
    } else {
      return nil
    }
  }

  package var value: Value {
    switch self {
    case .count(let number): .int(Int64(number))
    case .percent(let share): .string("\(share)%")
    }
  }

  /// Mirrors `intstr.GetScaledValueFromIntOrPercent`.
  package func scaled(to total: Int, roundingUp: Bool) -> Int {
    switch self {
    case .count(let number): number
    case .percent(let share): roundingUp ? (share * total + 99) / 100 : share * total / 100
    }
  }
}
