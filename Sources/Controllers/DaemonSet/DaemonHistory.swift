import Basics
import Machinery
import Objects

/// The states that a DaemonSet's template has had, as ControllerRevisions.
///
/// Mirrors `DaemonSetsController.constructHistory` and `cleanupHistory`.
struct DaemonHistory {
  /// The hash by which Pods of the present template are told.
  let hash: String
  private let current: ControllerRevision?
  /// Lowest revision first.
  private let old: [ControllerRevision]
  private let orphans: [ControllerRevision]
  private let set: DaemonSet
  private let data: Value

  init(_ set: DaemonSet, _ dependents: [Object]) {
    self.set = set
    var template = set.spec.template.fields
    template["$patch"] = "replace"
    let data: Value = ["spec": ["template": .object(template)]]
    self.data = data
    let revisions = dependents.compactMap { $0.as(ControllerRevision.self) }
      .sorted { ($0.revision, $0.metadata.name) < ($1.revision, $1.metadata.name) }
    orphans = revisions.filter { $0.metadata.controllerRef == nil }
    let current = revisions.last { $0.data == data }
    self.current = current
    old = revisions.filter { $0.metadata.name != current?.metadata.name }
    hash = current?.metadata.labels[DaemonPlacement.revisionHashLabel] ?? set.spec.template.shortHash()
  }

  /// What brings the history up to date: adoptions, then a new revision or the old one's new number.
  var actions: [Action] {
    let reference = OwnerReference(controller: .daemonSet, set.metadata)
    var actions = orphans.map { Action.Effect.adopt($0.version, uid: $0.metadata.uid, reference) }
    let next = (old.last?.revision ?? 0) + 1
    if var revision = current {
      if revision.revision < next {
        revision.revision = next
        actions.append(.update(Object(revision), .revision(next)))
      }
    } else {
      actions.append(.create(Object(newRevision(next, reference))))
    }
    return actions.enumerated().map { Action($1, batch: $0) }
  }

  /// Old revisions that no Pod is of, beyond as many as are kept; lowest first.
  func surplus(liveHashes: Set<String>) -> [ControllerRevision] {
    let dead = old.filter { revision in
      revision.metadata.labels[DaemonPlacement.revisionHashLabel].map { !liveHashes.contains($0) } ?? true
    }
    return Array(dead.prefix(max(0, dead.count - set.spec.revisionHistoryLimit)))
  }

  private func newRevision(_ number: Int, _ owner: OwnerReference) -> ControllerRevision {
    var metadata = ObjectMeta(name: "\(set.metadata.name)-\(hash)", namespace: set.metadata.namespace)
    metadata.labels = set.spec.template.metadata.labels
    metadata.labels[DaemonPlacement.revisionHashLabel] = hash
    metadata.annotations = set.metadata.annotations
    metadata.ownerReferences = [owner]
    return ControllerRevision(metadata: metadata, data: data, revision: number)
  }
}
