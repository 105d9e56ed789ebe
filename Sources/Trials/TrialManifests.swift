import Kubectl

/// The manifests of random scripts: the file's name says all that is in it, so that a script alone can be run again.
///
/// `rs-a-3.yaml` is a ReplicaSet `rs-a` of three Pods labelled `app: a`; `job-b-2-1.yaml` a Job of two Pods that exit
/// with 1.
enum TrialManifests {
  static let reader = FileReader { path in
    manifest(path).map { .file(Array($0.utf8)) } ?? .missing
  }

  private static func manifest(_ path: String) -> String? {
    guard path.hasSuffix(".yaml") else { return nil }
    let parts = path.dropLast(5).split(separator: "-").map(String.init)
    guard parts.count >= 3, let number = Int(parts[2]) else { return nil }
    let name = "\(parts[0])-\(parts[1])"
    switch parts[0] {
    case "pod": return pod(name, app: parts[1])
    case "rs": return workload("apps/v1", "ReplicaSet", name, app: parts[1], replicas: number)
    case "rc": return workload("v1", "ReplicationController", name, app: parts[1], replicas: number)
    case "deploy": return workload("apps/v1", "Deployment", name, app: "d" + parts[1], replicas: number)
    case "ds": return workload("apps/v1", "DaemonSet", name, app: "s" + parts[1], onSSD: number == 1)
    case "job": return job(name, pods: number, exitCode: parts.count > 3 ? Int(parts[3]) ?? 0 : 0)
    default: return nil
    }
  }

  private static func pod(_ name: String, app: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), labels: {app: \(app)}}
    spec: {containers: [{name: main, image: "nginx:1.29"}]}
    """
  }

  private static func workload(
    _ version: String,
    _ kind: String,
    _ name: String,
    app: String,
    replicas: Int? = nil,
    onSSD: Bool = false
  ) -> String {
    let selector = kind == "ReplicationController" ? "{app: \(app)}" : "{matchLabels: {app: \(app)}}"
    return """
      apiVersion: \(version)
      kind: \(kind)
      metadata: {name: \(name)}
      spec:
        \(replicas.map { "replicas: \($0)" } ?? "# one a node")
        selector: \(selector)
        template:
          metadata: {labels: {app: \(app)}}
          spec:
            \(onSSD ? "nodeSelector: {disk: ssd}" : "# anywhere")
            containers: [{name: main, image: "nginx:1.29"}]
      """
  }

  private static func job(_ name: String, pods: Int, exitCode: Int) -> String {
    """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: \(name)}
    spec:
      completions: \(pods)
      parallelism: \(max(1, pods / 2))
      backoffLimit: 2
      template:
        metadata: {annotations: {sim/run-seconds: "4", sim/exit-code: "\(exitCode)"}}
        spec:
          restartPolicy: Never
          containers: [{name: main, image: "busybox:1.36"}]
    """
  }
}
