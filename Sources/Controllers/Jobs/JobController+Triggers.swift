package import APIServer
import Basics
package import Machinery
import Objects

extension JobController {
  /// Changes of Pods and of the status are looked at together, this long after the first of them.
  ///
  /// Mirrors `syncJobBatchPeriod`.
  static let batchPeriod = Interval.seconds(1)

  /// Mirrors the event handlers of the Job controller: `addJob` … `deletePod`.
  package func triggers(_ change: Change, _ cache: Cache) -> [Trigger] {
    if change.object.kind == .job { return jobTriggers(change) }
    switch change.kind {
    case .added: return podAdded(change.object, cache)
    case .modified: return podUpdated(change, cache)
    case .deleted: return podDeleted(change.object, cache)
    }
  }

  private func jobTriggers(_ change: Change) -> [Trigger] {
    let key = change.object.metadata.key
    guard change.kind == .modified, let old = change.old,
      old.metadata.generation == change.object.metadata.generation
    else { return [Trigger(key)] }
    return [Trigger(key, after: JobController.batchPeriod)]
  }

  private func podAdded(_ pod: Object, _ cache: Cache) -> [Trigger] {
    if pod.metadata.isBeingDeleted { return podDeleted(pod, cache) }
    guard pod.metadata.controllerRef != nil else { return matchingJobs(of: pod, cache) }
    guard let key = cache.controllerKey(of: pod, kind: .job) else { return [] }
    return [Trigger(key, fulfils: .creation, after: JobController.batchPeriod)]
  }

  private func podUpdated(_ change: Change, _ cache: Cache) -> [Trigger] {
    guard let old = change.old else { return podAdded(change.object, cache) }
    let pod = change.object
    if pod.metadata.isBeingDeleted { return podDeleted(pod, cache) }
    var triggers: [Trigger] = []
    let ownerChanged = old.metadata.controllerRef != pod.metadata.controllerRef
    if ownerChanged, let key = cache.controllerKey(of: old, kind: .job) {
      triggers.append(Trigger(key, after: JobController.batchPeriod))
    }
    if pod.metadata.controllerRef != nil {
      guard let key = cache.controllerKey(of: pod, kind: .job) else { return triggers }
      return triggers + [Trigger(key, after: JobController.batchPeriod)]
    }
    let labelsChanged = old.metadata.labels != pod.metadata.labels
    return labelsChanged || ownerChanged ? triggers + matchingJobs(of: pod, cache) : triggers
  }

  private func podDeleted(_ pod: Object, _ cache: Cache) -> [Trigger] {
    guard let key = cache.controllerKey(of: pod, kind: .job), cache.get(Job.self, key)?.isFinished == false else {
      return []
    }
    return [Trigger(key, fulfils: .deletion(pod.metadata.key), after: JobController.batchPeriod)]
  }

  /// The Jobs whose selector matches a Pod that nobody controls.
  private func matchingJobs(of pod: Object, _ cache: Cache) -> [Trigger] {
    cache.objects(.job, in: pod.metadata.namespace).compactMap { object in
      guard let selector = object.as(Job.self)?.spec.selector, !selector.isEmpty,
        selector.matches(pod.metadata.labels)
      else { return nil }
      return Trigger(object.metadata.key, after: JobController.batchPeriod)
    }
  }
}
