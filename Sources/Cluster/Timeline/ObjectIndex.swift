import Machinery
import Objects

/// Which records concern an object, so that its story is found without reading the whole run.
///
/// Most objects have few records: those of an object are chained, the newest first, in one array for all objects.
struct ObjectIndex: Sendable {
  private struct Entry: Sendable {
    var number: Int32
    /// The place of the next older one.
    var older: Int32
  }

  /// The places of an object's newest entries: of a record that concerns it, and of one that changed it.
  private struct Newest: Sendable {
    var any = ObjectIndex.none
    var change = ObjectIndex.none
  }

  private static let none: Int32 = -1

  /// Only looked up, never gone through in order.
  private var newest: [ObjectID: Newest] = [:]
  private var entries: [Entry] = []

  /// The numbers of the records that changed `id`, the newest first.
  func changes(of id: ObjectID) -> some Sequence<Int32> { chain(from: newest[id]?.change) }

  /// The numbers of the records that concern `id`, the newest first.
  func all(of id: ObjectID) -> some Sequence<Int32> { chain(from: newest[id]?.any) }

  private func chain(from place: Int32?) -> some Sequence<Int32> {
    sequence(state: place ?? ObjectIndex.none) { place -> Int32? in
      guard place != ObjectIndex.none else { return nil }
      let entry = entries[Int(place)]
      place = entry.older
      return entry.number
    }
  }

  /// Takes note of `records`, which come after all that were noted before.
  mutating func note(_ records: some Sequence<Record>) {
    for record in records {
      guard let object = record.object else { continue }
      add(record, to: object, \.any)
      guard case .wrote(_, _, .some) = record.happening else { continue }
      add(record, to: object, \.change)
      if let subject = record.eventSubject { add(record, to: subject, \.any) }
    }
  }

  private mutating func add(_ record: Record, to id: ObjectID, _ chain: WritableKeyPath<Newest, Int32>) {
    let place = Int32(entries.count)
    entries.append(Entry(number: Int32(record.id.number), older: newest[id]?[keyPath: chain] ?? ObjectIndex.none))
    newest[id, default: Newest()][keyPath: chain] = place
  }

  /// Forgets what comes after the record of that number.
  mutating func cut(after number: Int) {
    let kept = entries.partitioningIndex { Int($0.number) > number }
    for id in newest.keys {
      while let place = newest[id]?.any, place >= kept { newest[id]?.any = entries[Int(place)].older }
      while let place = newest[id]?.change, place >= kept { newest[id]?.change = entries[Int(place)].older }
    }
    entries.removeSubrange(kept...)
  }
}
