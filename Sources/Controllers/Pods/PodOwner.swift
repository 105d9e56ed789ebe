import Machinery
import Objects

/// What is the same of all owners of Pods: whose Pods they take, and when these count as available.
struct PodOwner {
  var selector: LabelSelector
  var minReadySeconds: Int

  init?(_ object: Object?) {
    if let owner = ReplicaOwner(object) {
      selector = owner.selector
      minReadySeconds = owner.minReadySeconds
    } else if let set = object?.as(DaemonSet.self) {
      selector = set.spec.selector
      minReadySeconds = set.spec.minReadySeconds
    } else {
      return nil
    }
  }
}
