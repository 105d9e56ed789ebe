import Basics
import Objects

/// What the registry does to an object of each kind before it is stored.
///
/// Mirrors the `Strategy` types under `pkg/registry`: `PrepareForCreate` and `PrepareForUpdate`.
enum Strategy {
  static func preparedForCreate(_ object: Object, uid: UID, at now: Instant) -> Object {
    let stamped = object.with { metadata in
      metadata.uid = uid
      metadata.creationTimestamp = now.wholeSecond
      metadata.resourceVersion = 0
      metadata.deletionTimestamp = nil
      metadata.deletionGracePeriodSeconds = nil
      metadata.generation = hasGeneration(object.kind) ? 1 : 0
    }
    if var pod = stamped.as(Pod.self) {
      pod.status = PodStatus()
      pod.status.phase = .pending
      pod.status.qosClass = QualityOfService.qosClass(of: pod.spec.value)
      return Object(pod)
    }
    if var replicaSet = stamped.as(ReplicaSet.self) {
      replicaSet.status = ReplicaSetStatus()
      return Object(replicaSet)
    }
    guard [.job, .daemonSet, .namespace].contains(stamped.kind) else { return stamped }
    var fields = stamped.fields
    RegistryStrategy.prepareForCreate(&fields, kind: stamped.kind, uid: uid)
    return Object(kind: stamped.kind, fields: fields)
  }

  /// The object to store for an update: system metadata kept, status kept unless status is what is written, and
  /// generation raised where `spec` changed.
  static func preparedForUpdate(_ object: Object, old: Object, subresource: Subresource?) -> Object {
    let kept = object.with { metadata in
      let before = old.metadata
      metadata.uid = before.uid
      metadata.creationTimestamp = before.creationTimestamp
      metadata.deletionTimestamp = before.deletionTimestamp
      metadata.deletionGracePeriodSeconds = before.deletionGracePeriodSeconds
      metadata.generation = before.generation
      metadata.resourceVersion = before.resourceVersion
    }
    if subresource == .status { return withStatus(of: kept, on: old) }
    let merged = withStatus(of: old, on: kept)
    guard hasGeneration(old.kind), merged.body["spec"] != old.body["spec"] else { return merged }
    return merged.with { $0.generation += 1 }
  }

  /// A Pod that is being deleted stays until its kubelet has confirmed.
  static func waitsForKubelet(_ object: Object) -> Bool {
    object.kind == .pod && object.metadata.deletionGracePeriodSeconds != 0
  }

  static func hasGeneration(_ kind: Kind) -> Bool {
    switch kind {
    case .pod, .replicationController, .daemonSet, .deployment, .replicaSet, .statefulSet, .cronJob, .job,
      .priorityClass:
      true
    default: false
    }
  }

  private static func withStatus(of source: Object, on target: Object) -> Object {
    if var pod = target.as(Pod.self), let other = source.as(Pod.self) {
      pod.status = other.status
      return Object(pod)
    }
    if var replicaSet = target.as(ReplicaSet.self), let other = source.as(ReplicaSet.self) {
      replicaSet.status = other.status
      return Object(replicaSet)
    }
    guard target.kind != .event else { return target }
    var fields = target.fields
    fields["status"] = source.body["status"]
    return Object(kind: target.kind, fields: fields)
  }
}
