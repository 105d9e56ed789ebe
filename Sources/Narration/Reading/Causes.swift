import APIServer
package import Cluster
package import Machinery
package import Objects

extension Timeline {
  /// The causes of a record, itself first, back to one that nothing in the cluster brought about.
  ///
  /// O(length of the chain), however long the run is.
  package func causes(of id: RecordID) -> [Record] {
    var chain: [Record] = []
    var next: RecordID? = id
    while let record = next.flatMap({ trace[$0] }) {
      chain.append(record)
      next = record.cause
    }
    return chain
  }

  /// The records up to the present that wrote an object, the newest first.
  package func writes(of id: ObjectID) -> some Sequence<Record> { trace.writes(of: id, upTo: lastRecord.number) }

  /// The records up to the present that concern an object, the newest first.
  package func records(concerning id: ObjectID) -> some Sequence<Record> {
    trace.records(concerning: id, upTo: lastRecord.number)
  }

  /// The write that gave an object its present state: the last that was more than a status, else the last.
  package func writer(of id: ObjectID) -> Record? {
    writes(of: id).first { !$0.isStatusEcho } ?? writes(of: id).first { _ in true }
  }

  /// The write that gave a field its present value, and what it was before and after; nil where the object never had
  /// such a field.
  package func writer(of id: ObjectID, _ path: ValuePath) -> FieldWrite? {
    for record in writes(of: id) {
      guard case .wrote(_, _, let change?) = record.happening else { continue }
      let new = change.kind == .deleted ? nil : change.object.field(path)
      let old = change.old?.field(path)
      if old?.value != new?.value, let found = new ?? old {
        return FieldWrite(
          record: record,
          entry: FieldDiff.Entry(path: found.path.description, old: old?.value, new: new?.value)
        )
      }
    }
    return nil
  }
}

/// A write as it changed one field.
package struct FieldWrite: Sendable {
  package var record: Record
  package var entry: FieldDiff.Entry
}

extension Object {
  /// The field that a reader means by `path`: at the path itself, below `status`, `spec` or `metadata`, or the status
  /// of the condition that is called so. nil where there is none.
  package func field(_ path: ValuePath) -> (path: ValuePath, value: Value)? {
    let whole = value
    var places = [path, path.below("status"), path.below("spec"), path.below("metadata")]
    if path.steps.count == 1, case .member(let name) = path.steps[0] {
      places.append(ValuePath([.member("status"), .member("conditions"), .entry(name), .member("status")]))
    }
    return places.lazy.compactMap { place in whole[place].map { (place, $0) } }.first
  }
}
