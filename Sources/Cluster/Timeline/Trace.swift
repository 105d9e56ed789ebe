package import Machinery

/// The records of a run, and which move made them.
package struct Trace: Sendable {
  /// All records of the run, also those after the present moment.
  package private(set) var all: [Record]
  /// How many records there are after so many moves.
  private var ends: [Int32]

  init(_ records: [Record]) {
    all = records
    ends = [Int32(records.count)]
  }

  /// How many moves the run has.
  package var moves: Int { ends.count - 1 }

  /// The records up to `position`.
  package func upTo(_ position: Int) -> ArraySlice<Record> { all[..<Int(ends[position])] }

  /// The records that the move before `position` made.
  package func made(at position: Int) -> ArraySlice<Record> {
    all[(position == 0 ? 0 : Int(ends[position - 1]))..<Int(ends[position])]
  }

  package subscript(id: RecordID) -> Record? {
    all.indices.contains(id.number - 1) ? all[id.number - 1] : nil
  }

  /// The first position at which `count` records or more have been made; nil when there never are so many.
  package func position(recordCount count: Int) -> Int? {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) < count { low = middle + 1 } else { high = middle }
    }
    return low < ends.count ? low : nil
  }

  mutating func append(_ records: [Record]) {
    all += records
    ends.append(Int32(all.count))
  }

  /// Forgets what came after `position`.
  mutating func cut(after position: Int) {
    all.removeSubrange(Int(ends[position])...)
    ends.removeSubrange((position + 1)...)
  }
}
