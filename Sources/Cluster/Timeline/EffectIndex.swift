import Machinery

/// What each record brought about, so that one can go from a cause to its effects.
struct EffectIndex: Sendable {
  /// By a record's number: its latest effect, and the effect of its own cause that came before it; 0 for none.
  private var latest: [Int32] = [0]
  private var previous: [Int32] = [0]

  /// The numbers of what the record of that number brought about directly, ascending.
  func effects(of number: Int) -> [Int] {
    guard latest.indices.contains(number) else { return [] }
    var effects: [Int] = []
    var next = Int(latest[number])
    while next > 0 {
      effects.append(next)
      next = Int(previous[next])
    }
    return effects.reversed()
  }

  /// Takes note of `records`, which follow those that were noted before without a gap.
  mutating func note(_ records: some Sequence<Record>) {
    for record in records {
      latest.append(0)
      previous.append(record.cause.map { latest[$0.number] } ?? 0)
      if let cause = record.cause { latest[cause.number] = Int32(record.id.number) }
    }
  }

  /// Forgets what comes after the record of that number.
  mutating func cut(after number: Int) {
    latest.removeSubrange((number + 1)...)
    for cause in latest.indices {
      while latest[cause] > number { latest[cause] = previous[Int(latest[cause])] }
    }
    previous.removeSubrange((number + 1)...)
  }
}
