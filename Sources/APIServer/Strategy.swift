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
    }.withInitialStatus
    if var pod = stamped.as(Pod.self) {
      pod.status.qosClass = QualityOfService.qosClass(of: pod.spec.value)
      if pod.spec.other["schedulingGates"]?.array?.isEmpty == false {
        pod.status.conditions.append(
          Condition(
            .podScheduled,
            .false,
            reason: "SchedulingGated",
            message: "Scheduling is blocked due to non-empty scheduling gates",
            lastTransitionTime: nil
          )
        )
      }
      return Object(pod)
    }
    guard [.job, .daemonSet, .namespace, .service].contains(stamped.kind) else { return stamped }
    var fields = stamped.fields
    RegistryStrategy.prepareForCreate(&fields, kind: stamped.kind, uid: uid)
    return Object(kind: stamped.kind, fields: fields)
  }

  /// The object to store for an update: system metadata kept, status kept unless status is what is written, and
  /// generation raised where `spec` changed, and for a Deployment where annotations did.
  static func preparedForUpdate(_ object: Object, old: Object, subresource: Subresource?) -> Object {
    if subresource == .status {
      let changed = old.with(statusOf: object)
      // The Deployment controller writes the revision, an annotation, along with the status.
      return old.kind == .deployment ? changed.with { $0.annotations = object.metadata.annotations } : changed
    }
    let kept = object.with { metadata in
      let before = old.metadata
      metadata.uid = before.uid
      metadata.creationTimestamp = before.creationTimestamp
      metadata.deletionTimestamp = before.deletionTimestamp
      metadata.deletionGracePeriodSeconds = before.deletionGracePeriodSeconds
      metadata.generation = before.generation
      metadata.resourceVersion = before.resourceVersion
    }
    var merged = kept.with(statusOf: old)
    if old.kind == .daemonSet || old.kind == .service {
      var fields = merged.fields
      RegistryStrategy.prepareForUpdate(&fields, replacing: old.fields, kind: old.kind)
      merged = Object(kind: old.kind, fields: fields)
    }
    let isChanged =
      merged.body["spec"] != old.body["spec"]
      || (old.kind == .deployment && merged.metadata.annotations != old.metadata.annotations)
    return hasGeneration(old.kind) && isChanged ? merged.with { $0.generation += 1 } : merged
  }

  /// A Pod that is being deleted stays until its kubelet has confirmed.
  static func waitsForKubelet(_ object: Object) -> Bool {
    object.kind == .pod && object.metadata.deletionGracePeriodSeconds != 0
  }

  static func hasGeneration(_ kind: Kind) -> Bool {
    switch kind {
    case .pod, .replicationController, .daemonSet, .deployment, .replicaSet, .statefulSet, .cronJob, .job,
      .podDisruptionBudget, .priorityClass:
      true
    default: false
    }
  }
}
