import Machinery
import Objects

/// Which records wrote an object, so that its story is found without reading the whole run.
struct WriteIndex: Sendable {
  /// The numbers of the records that changed an object, ascending. Only looked up, never gone through in order.
  private var numbers: [ObjectID: [Int32]] = [:]

  /// The numbers of the records that wrote `id`, ascending.
  subscript(id: ObjectID) -> [Int32] { numbers[id] ?? [] }

  /// Takes note of the writes among `records`, which come after all that were noted before.
  mutating func note(_ records: some Sequence<Record>) {
    for record in records {
      guard case .wrote(_, let id, .some) = record.happening else { continue }
      numbers[id, default: []].append(Int32(record.id.number))
    }
  }

  /// Forgets what comes after the record of that number.
  mutating func cut(after number: Int) {
    for id in numbers.keys {
      while let last = numbers[id]?.last, Int(last) > number { numbers[id]?.removeLast() }
    }
  }
}
