import Machinery
import Objects

/// Which records concern an object, so that its story is found without reading the whole run.
struct ObjectIndex: Sendable {
  /// The numbers of records by an object, ascending. Only looked up, never gone through in order.
  private typealias Numbers = [ObjectID: [Int32]]

  private var changes: Numbers = [:]
  private var all: Numbers = [:]

  /// The numbers of the records that changed `id`, ascending.
  func changes(of id: ObjectID) -> [Int32] { changes[id] ?? [] }

  /// The numbers of the records that concern `id`, ascending.
  func all(of id: ObjectID) -> [Int32] { all[id] ?? [] }

  /// Takes note of `records`, which come after all that were noted before.
  mutating func note(_ records: some Sequence<Record>) {
    for record in records {
      let number = Int32(record.id.number)
      guard let object = record.object else { continue }
      all[object, default: []].append(number)
      guard case .wrote(_, _, .some) = record.happening else { continue }
      changes[object, default: []].append(number)
      if let subject = record.eventSubject { all[subject, default: []].append(number) }
    }
  }

  /// Forgets what comes after the record of that number.
  mutating func cut(after number: Int) {
    ObjectIndex.cut(&changes, after: number)
    ObjectIndex.cut(&all, after: number)
  }

  private static func cut(_ numbers: inout Numbers, after number: Int) {
    for id in numbers.keys {
      while let last = numbers[id]?.last, Int(last) > number { numbers[id]?.removeLast() }
    }
  }
}
