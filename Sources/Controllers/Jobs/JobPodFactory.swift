import Machinery
import Objects

/// The Pods that a Job creates.
struct JobPodFactory {
  var job: Job

  /// The names that the API server generates are cut to leave room for five characters.
  private static let longestPrefix = 58

  /// A new Pod; `index` is nil for a Job that is not Indexed.
  func pod(index: Int?) -> Object {
    var pod = job.spec.template.pod(ownedBy: job.metadata, kind: .job)
    if !pod.isTracked { pod.metadata.finalizers.append(Job.trackingFinalizer) }
    guard let index else { return Object(pod) }
    let text = String(index)
    pod.metadata.generateName = prefix(index)
    pod.metadata.annotations[Job.completionIndexKey] = text
    pod.metadata.labels[Job.completionIndexKey] = text
    var spec = pod.spec.value
    spec.other["hostname"] = .string("\(job.metadata.name)-\(text)")
    spec.containers = spec.containers.map(withIndexVariable)
    spec.initContainers = spec.initContainers.map(withIndexVariable)
    return Object(Pod(metadata: pod.metadata, spec: spec))
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
