import APIServer
package import Cluster
package import Machinery
package import Objects

/// The records of a run up to one of them, with what follows from each.
package struct History: Sendable {
  private let trace: Trace
  /// The number of the last.
  private let end: Int

  /// What has happened up to the present moment.
  package init(_ timeline: Timeline) { self.init(timeline, reaching: timeline.lastRecord) }

  /// What has happened up to the present moment; in the past up to record `id` where that lies ahead.
  package init(_ timeline: Timeline, reaching id: RecordID) {
    trace = timeline.trace
    end = max(timeline.lastRecord.number, id.number)
  }

  /// From the run's beginning, those that the trace has kept.
  package var records: ArraySlice<Record> { trace.all[..<trace.all.firstIndex(after: end)] }

  package subscript(id: RecordID) -> Record? { id.number > end ? nil : trace[id] }

  /// Those that concern an object, oldest first.
  package func records(concerning id: ObjectID) -> [Record] {
    Array(trace.records(concerning: id, upTo: end)).reversed()
  }

  /// The records after `id`, oldest first.
  package func after(_ id: RecordID) -> ArraySlice<Record> { records[records.firstIndex(after: id.number)...] }

  /// The records before `id`, oldest first.
  package func before(_ id: RecordID) -> ArraySlice<Record> { records[..<records.firstIndex(after: id.number - 1)] }

  /// What the record `id` brought about directly, oldest first.
  package func effects(of id: RecordID) -> [Record] { trace.effects(of: id, upTo: end) }

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
