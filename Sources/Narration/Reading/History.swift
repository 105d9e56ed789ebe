import APIServer
import Cluster
package import Machinery
import Objects

/// The records of a run up to a moment, with what follows from each.
package struct History: Sendable {
  /// From the run's beginning, those that the trace has kept.
  package let records: ArraySlice<Record>
  /// For each record the index of its first effect and of the next effect of its own cause; -1 for none.
  private var firstEffect: [Int]
  private var nextEffect: [Int]

  /// `records` is a slice from a run's beginning; O(n), O(n log n) where some were let go.
  package init(_ records: ArraySlice<Record>) {
    precondition(records.startIndex == 0, "a history begins with its run")
    self.records = records
    firstEffect = Array(repeating: -1, count: records.count)
    nextEffect = firstEffect
    for index in records.indices.reversed() {
      guard let cause = records[index].cause.flatMap({ History.place(of: $0, in: records) }) else { continue }
      nextEffect[index] = firstEffect[cause]
      firstEffect[cause] = index
    }
  }

  package subscript(id: RecordID) -> Record? { History.place(of: id, in: records).map { records[$0] } }

  private static func place(of id: RecordID, in records: ArraySlice<Record>) -> Int? {
    let place = records.firstIndex(after: id.number - 1)
    return place < records.endIndex && records[place].id == id ? place : nil
  }

  /// The records after `id`, oldest first.
  package func after(_ id: RecordID) -> ArraySlice<Record> { records[records.firstIndex(after: id.number)...] }

  /// The records before `id`, oldest first.
  package func before(_ id: RecordID) -> ArraySlice<Record> { records[..<records.firstIndex(after: id.number - 1)] }

  /// What the record `id`, which must be one of these, brought about directly, oldest first.
  package func effects(of id: RecordID) -> [Record] {
    var effects: [Record] = []
    guard let place = History.place(of: id, in: records) else { return [] }
    var index = firstEffect[place]
    while index >= 0 {
      effects.append(records[index])
      index = nextEffect[index]
    }
    return effects
  }

  /// What followed from `id` through records that all belong to what `id` began, oldest first.
  func consequences(of id: RecordID, where belongs: (Record) -> Bool) -> [Record] {
    var found: [Record] = []
    var open = [id]
    while let next = open.popLast() {
      let effects = effects(of: next).filter(belongs)
      found += effects
      open += effects.map(\.id)
    }
    return found.sorted { $0.id < $1.id }
  }

  /// The writes before record `id` to objects of `kinds` that a cache which has taken in `version` had not seen.
  func unseen(since version: Int64, of kinds: [Kind], before id: RecordID) -> [Record] {
    var unseen: [Record] = []
    for record in before(id).reversed() {
      guard case .wrote(_, let object, let change?) = record.happening else { continue }
      // Versions grow from write to write, so nothing older was missed.
      if change.object.metadata.resourceVersion <= version { break }
      if kinds.contains(object.kind) { unseen.append(record) }
    }
    return unseen.reversed()
  }
}

extension Record {
  /// Whether this is a request to the API server, or an Event that was not sent: what a decision's outcome is made of.
  var isRequest: Bool {
    switch happening {
    case .wrote, .refused, .eventDropped: true
    default: false
    }
  }
}
