package import Basics
package import Machinery
package import Objects

/// The records of a run, and which move made them.
///
/// A run may last for days in which probes say the same each second, so the trace is bounded: of the records from which
/// nothing has followed (`Record.isFleeting`) the newest are kept, the older ones are let go, a good part of them at
/// once. Their numbers stay theirs, and `Timeline.recall` makes them again. All other records are kept.
package struct Trace: Sendable {
  /// The records that are kept, also those after the present moment; ascending numbers, not always without gaps.
  package private(set) var all: [Record]
  /// The number of the last record after so many moves.
  private var ends: [Int32]
  private var objects = ObjectIndex()
  private var effects = EffectIndex()
  /// How many of those kept may be let go.
  private var fleeting = 0
  /// How many have been let go.
  package private(set) var letGo = 0

  /// So many fleeting records are kept at least, and up to twice as many.
  package static let fleetingKept = 20_000

  /// Hashes along the way, where they are asked for.
  private var running: RunningHash?

  /// Begins with `records`; hashes of them are kept that many moves apart, or none.
  init(_ records: [Record], hashEvery: Int?) {
    all = records
    ends = [Int32(records.count)]
    objects.note(records)
    effects.note(records)
    running = hashEvery.map { RunningHash(every: $0) }
  }

  /// Hashes of what the run has recorded, one after each so many moves as `Configuration.hashEvery` says.
  package var hashes: [UInt64] { running?.hashes ?? [] }

  /// How many moves the run has.
  package var moves: Int { ends.count - 1 }

  /// The number of the last record that the moves up to `position` made.
  package func lastNumber(at position: Int) -> Int { Int(ends[position]) }

  /// Whether the move before `position` made a record.
  package func hasMade(at position: Int) -> Bool { position == 0 || ends[position - 1] < ends[position] }

  /// When the last record was made that the moves up to `position` made and that is kept.
  package func time(at position: Int) -> Instant { upTo(position).last?.time ?? all[0].time }

  /// The records up to `position`.
  package func upTo(_ position: Int) -> ArraySlice<Record> { all[..<index(after: Int(ends[position]))] }

  /// The records that the move before `position` made.
  package func made(at position: Int) -> ArraySlice<Record> {
    all[(position == 0 ? 0 : index(after: Int(ends[position - 1])))..<index(after: Int(ends[position]))]
  }

  /// The record of that number; nil where there is none or it was let go.
  package subscript(id: RecordID) -> Record? {
    let index = index(after: id.number - 1)
    return all.indices.contains(index) && all[index].id == id ? all[index] : nil
  }

  /// The records up to that number that changed an object, the newest first; each is looked up when it is asked for.
  package func writes(of id: ObjectID, upTo number: Int) -> some Sequence<Record> {
    kept(objects.changes(of: id), upTo: number)
  }

  /// The records up to that number that concern an object, the newest first; each is looked up when it is asked for.
  package func records(concerning id: ObjectID, upTo number: Int) -> some Sequence<Record> {
    kept(objects.all(of: id), upTo: number)
  }

  private func kept(_ numbers: some Sequence<Int32>, upTo number: Int) -> some Sequence<Record> {
    numbers.lazy.drop { $0 > number }.compactMap { self[RecordID(Int($0))] }
  }

  /// The records up to that number that another brought about directly, oldest first.
  package func effects(of id: RecordID, upTo number: Int) -> [Record] {
    effects.effects(of: id.number).prefix { $0 <= number }.compactMap { self[RecordID($0)] }
  }

  /// The first position at which the record of that number or a later one has been made; nil when there is none.
  package func position(of number: Int) -> Int? {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low < ends.count ? low : nil
  }

  /// The place of the first record whose number is greater than `number`.
  private func index(after number: Int) -> Int { all.firstIndex(after: number) }

  mutating func append(_ records: [Record]) {
    let last = Int(ends[ends.count - 1]) + records.count
    all += records
    objects.note(records)
    effects.note(records)
    ends.append(Int32(last))
    fleeting += records.count { $0.isFleeting }
    running?.append(records, move: ends.count - 1)
    if fleeting > 2 * Trace.fleetingKept { letOldOnesGo() }
  }

  /// Forgets what came after `position`.
  mutating func cut(after position: Int) {
    all.removeSubrange(index(after: Int(ends[position]))...)
    objects.cut(after: Int(ends[position]))
    effects.cut(after: Int(ends[position]))
    ends.removeSubrange((position + 1)...)
    fleeting = all.count { $0.isFleeting }
    var hashes = running
    hashes?.cut(after: position) { made(at: $0) }
    running = hashes
  }

  /// Puts records back that were let go.
  mutating func restore(_ records: [Record]) {
    guard let first = records.first, let last = records.last else { return }
    let places = index(after: first.id.number - 1)..<index(after: last.id.number)
    letGo -= records.count - places.count
    all.replaceSubrange(places, with: records)
    fleeting = all.count { $0.isFleeting }
  }

  /// Lets all but the newest fleeting records go that no kept record names as its cause.
  private mutating func letOldOnesGo() {
    var surplus = fleeting - Trace.fleetingKept
    let causes = Set(all.lazy.filter { !$0.isFleeting }.compactMap(\.cause))
    let before = all.count
    all.removeAll { record in
      guard surplus > 0, record.isFleeting else { return false }
      surplus -= 1
      return !causes.contains(record.id)
    }
    letGo += before - all.count
    // Those that are kept as causes are not looked at again.
    fleeting = Trace.fleetingKept
  }
}

extension RandomAccessCollection where Element == Record {
  /// The first place whose record has a number greater than `number`, in ascending records.
  package func firstIndex(after number: Int) -> Index {
    // Without gaps the place follows from the number.
    if let first = first?.id.number, let last = last?.id.number, last - first + 1 == count {
      return index(startIndex, offsetBy: Swift.min(Swift.max(number - first + 1, 0), count))
    }
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if self[middle].id.number <= number {
        low = index(after: middle)
        length -= half + 1
      } else {
        length = half
      }
    }
    return low
  }
}

extension Record {
  /// Whether the trace may let the record go once it is old: it says what was said before, and nothing followed.
  package var isFleeting: Bool {
    switch happening {
    case .pod(_, .probed(let probe)): probe.consequence == .none
    case .eventDropped: true
    default: false
    }
  }
}
