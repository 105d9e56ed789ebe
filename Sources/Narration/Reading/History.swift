import APIServer
package import Machinery
import Objects

/// The records of a run up to a moment, with what follows from each.
package struct History: Sendable {
  /// A slice from the run's beginning: the record at index 0 is #1.
  package let records: ArraySlice<Record>

  package init(_ records: ArraySlice<Record>) { self.records = records }

  package subscript(id: RecordID) -> Record? {
    records.indices.contains(id.number - 1) ? records[id.number - 1] : nil
  }

  /// The records after `id`, oldest first.
  package func after(_ id: RecordID) -> ArraySlice<Record> { records.dropFirst(id.number) }

  /// The records before `id`, oldest first.
  package func before(_ id: RecordID) -> ArraySlice<Record> { records.prefix(id.number - 1) }

  /// What `id` brought about directly; O(n).
  package func effects(of id: RecordID) -> [Record] { after(id).filter { $0.cause == id } }

  /// The causes of a record, itself first, back to one that nothing in the cluster brought about.
  package func chain(from id: RecordID) -> [Record] {
    var chain: [Record] = []
    var next: RecordID? = id
    while let record = next.flatMap({ self[$0] }) {
      chain.append(record)
      next = record.cause
    }
    return chain
  }

  /// The last version of each object that the store had just before record `id`.
  func versions(before id: RecordID) -> [ObjectID: Stored] {
    var versions: [ObjectID: Stored] = [:]
    for record in before(id) {
      if case .wrote(_, let object, let change?) = record.happening {
        versions[object] = Stored(
          version: change.object.metadata.resourceVersion,
          isGone: change.kind == .deleted,
          record: record.id
        )
      }
    }
    return versions
  }

  struct Stored {
    var version: Int64
    var isGone: Bool
    var record: RecordID
  }

  /// The writes before record `id` to objects of `kinds` that a cache which has taken in `version` had not seen.
  func unseen(since version: Int64, of kinds: [Kind], before id: RecordID) -> [Record] {
    before(id).filter { record in
      guard case .wrote(_, let object, let change?) = record.happening else { return false }
      return change.object.metadata.resourceVersion > version && kinds.contains(object.kind)
    }
  }
}
