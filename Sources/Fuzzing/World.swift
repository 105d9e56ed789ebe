import APIServer
import Cluster
import Kubectl
import Objects
import Session

/// A session at a small cluster, which every input meets as it was in the beginning.
struct World {
  private let session: Session
  private let hash: UInt64

  init() {
    var session = Session(Configuration(), pace: .auto, files: World.files)
    for line in World.beginning { _ = session.execute(line) }
    self.session = session
    hash = session.timeline.cluster.stateHash
  }

  /// The objects of a kind, in order.
  func objects(_ kind: Kind) -> [Object] { session.timeline.cluster.store.list(kind) }

  /// `Kind/NAME` and its like for every object.
  var names: [String] {
    Kind.allCases.flatMap { kind in objects(kind).map { "\(kind.plural)/\($0.metadata.name)" } }
  }

  /// Types `line` into a copy. What is refused must leave the cluster as it was, but for what its answer says was done.
  func run(_ line: String, standardInput: [UInt8]?) -> FuzzOutcome {
    var copy = session
    var asked = 0
    copy.goesOn = { _ in
      asked += 1
      return asked <= World.patience
    }
    let output = copy.execute(line, standardInput: standardInput)
    // What is interrupted ends where it stands, with no word of its own.
    guard output.exit != 0, asked <= World.patience else { return .accepted }
    if output.text.isEmpty { return .broken("refused without a word") }
    if isUntouched(copy, after: line) { return .refused }
    return output.stdout.isEmpty ? .broken("refused, and the cluster is another: \(output.stderr)") : .accepted
  }

  /// What runs long asks now and then whether it may go on; after so many times it may not.
  private static let patience = 6_144 / Headway.asksEvery

  /// Whether the cluster is the one of the beginning. The whole state is compared where anything was recorded, and for
  /// one line in eight where nothing was.
  private func isUntouched(_ other: Session, after line: String) -> Bool {
    let (before, after) = (session.timeline, other.timeline)
    guard before.now == after.now, before.cluster.server.resourceVersion == after.cluster.server.resourceVersion else {
      return false
    }
    let hasRecorded = before.lastRecord != after.lastRecord || before.position != after.position
    return !hasRecorded && line.utf8.reduce(0, &+) % 8 != 0 || after.cluster.stateHash == hash
  }

  private static let beginning = [
    "apply -f pod.yaml", "create -f rs.yaml", "apply -f rc.yaml", "apply -f deploy.yaml", "create -f ds.yaml",
    "apply -f job.yaml", "apply -f cronjob.yaml", "create -f service.yaml", "create -f configmap.yaml",
    "create namespace dev", "label node node-1 disk=ssd", "annotate pod pod note=hello",
    "taint node node-2 a=b:NoSchedule",
    "advance 30s", "set mode step",
  ]

  static let fileNames = [
    "pod.yaml", "rs.yaml", "rc.yaml", "deploy.yaml", "ds.yaml", "job.yaml", "cronjob.yaml", "service.yaml",
    "configmap.yaml", "folder", "empty.yaml", "missing.yaml",
  ]

  private static let files = FileReader { path in
    if path == "folder" { return .folder(["pod.yaml", "readme.txt"]) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return manifests.first { $0.name == name }.map { .file(Array($0.text.utf8)) } ?? .missing
  }

  private static let container = "containers: [{name: main, image: \"nginx:1.29\", ports: [{containerPort: 80}]}]"

  private static func workload(_ kind: String, _ name: String, version: String, replicas: String, selector: String)
    -> String
  {
    """
    apiVersion: \(version)
    kind: \(kind)
    metadata: {name: \(name)}
    spec:
      \(replicas)selector: \(selector)
      template: {metadata: {labels: {app: \(name)}}, spec: {\(container)}}
    """
  }

  private static let jobSpec = "{template: {spec: {restartPolicy: Never, \(container)}}}"

  private static let manifests: [(name: String, text: String)] = [
    (
      "pod.yaml",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: pod, labels: {app: pod}}\nspec: {\(container)}\n"
    ),
    (
      "rs.yaml",
      workload(
        "ReplicaSet",
        "rs",
        version: "apps/v1",
        replicas: "replicas: 2\n  ",
        selector: "{matchLabels: {app: rs}}"
      )
    ),
    ("rc.yaml", workload("ReplicationController", "rc", version: "v1", replicas: "", selector: "{app: rc}")),
    (
      "deploy.yaml",
      workload("Deployment", "deploy", version: "apps/v1", replicas: "", selector: "{matchLabels: {app: deploy}}")
    ),
    ("ds.yaml", workload("DaemonSet", "ds", version: "apps/v1", replicas: "", selector: "{matchLabels: {app: ds}}")),
    ("job.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: {name: job}\nspec: \(jobSpec)\n"),
    (
      "cronjob.yaml",
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: cronjob}\nspec: {schedule: \"*/5 * * * *\", "
        + "jobTemplate: {spec: \(jobSpec)}}\n"
    ),
    (
      "service.yaml",
      "apiVersion: v1\nkind: Service\nmetadata: {name: service}\nspec: {selector: {app: rs}, ports: [{port: 80}]}\n"
    ),
    ("configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: configmap}\ndata: {a: b}\n"),
    ("empty.yaml", "# nothing\n"),
  ]
}
