import Machinery
import Objects

/// The Pods that a Job creates.
struct JobPodFactory {
  var job: Job

  /// The names that the API server generates are cut to leave room for five characters.
  private static let longestPrefix = 58

  /// A new Pod of a Job that is not Indexed.
  func pod() -> Object { Object(tracked) }

  private var tracked: Pod {
    var pod = job.spec.template.pod(ownedBy: job.metadata, kind: .job)
    if !pod.isTracked { pod.metadata.finalizers.append(Job.trackingFinalizer) }
    return pod
  }

  /// A new Pod for one index of an Indexed Job; `failed` is the last one that failed there, where that counts.
  func pod(index: Int, replacing failed: Pod?) -> Object {
    var pod = tracked
    let text = String(index)
    pod.metadata.generateName = prefix(index)
    pod.metadata.annotations[Job.completionIndexKey] = text
    pod.metadata.labels[Job.completionIndexKey] = text
    if job.spec.backoffLimitPerIndex != nil { countFailures(failed, in: &pod.metadata.annotations) }
    var spec = pod.spec.value
    spec.other["hostname"] = .string("\(job.metadata.name)-\(text)")
    spec.containers = spec.containers.map(withIndexVariable)
    spec.initContainers = spec.initContainers.map(withIndexVariable)
    return Object(Pod(metadata: pod.metadata, spec: spec))
  }

  /// Mirrors `addIndexFailureCountAnnotation`.
  private func countFailures(_ failed: Pod?, in annotations: inout StringMap) {
    var (count, ignored) = (failed?.earlierFailures ?? 0, failed?.earlierIgnoredFailures ?? 0)
    if let failed {
      let counts = PodFailureMatch(failed, job.spec.podFailurePolicy)?.counts ?? true
      if counts { count += 1 } else { ignored += 1 }
    }
    annotations[Job.failureCountKey] = String(count)
    if ignored > 0 { annotations[Job.ignoredFailureCountKey] = String(ignored) }
  }

  /// Mirrors `podGenerateNameWithIndex`.
  private func prefix(_ index: Int) -> String {
    let suffix = "-\(index)-"
    return String(job.metadata.name.prefix(JobPodFactory.longestPrefix - suffix.utf8.count)) + suffix
  }

  /// Mirrors `addCompletionIndexEnvVariable`: a variable of that name that is there already stands.
  private func withIndexVariable(_ container: Container) -> Container {
    let name: Value = "JOB_COMPLETION_INDEX"
    var container = container
    let variables = container.other["env"]?.array ?? []
    if variables.contains(where: { $0["name"] == name }) { return container }
    let field: Value = ["apiVersion": "v1", "fieldPath": .string("metadata.labels['\(Job.completionIndexKey)']")]
    container.other["env"] = .array(variables + [["name": name, "valueFrom": ["fieldRef": field]]])
    return container
  }
}
