import Basics
import Objects

/// What a life of a container begins with: its image, its command line, its environment, its mounts.
struct ContainerPlan: Sendable {
  struct Mount: Hashable, Sendable {
    var path: String
    var volume: String
    /// The path in the volume that is mounted; empty for all of it.
    var subPath: String
    var isReadOnly: Bool

    /// Whether it shows the volume as it was when the container began: a part of it that the kubelet alone writes.
    var isFixed: Bool { isReadOnly && !subPath.isEmpty }
  }

  var image: ImageContents
  /// The command line of process 1.
  var arguments: [String]
  var hostname: String
  var folder: String
  /// Whether it has a standard input that stays open.
  var hasInput: Bool
  /// Bytes.
  var memoryLimit: Int64
  var mounts: [Mount]
  /// Whether its own files may not be changed: `securityContext.readOnlyRootFilesystem`.
  var isRootReadOnly: Bool
  var startsAfter = Interval.zero
  var isReady = true
  /// What process 1 does instead of what its command line says: by `sim/…` annotations, or by an image that is not
  /// listed.
  var override: Workload?
  /// The exit code of process 1 instead of its own.
  var exitCode: Int?
  /// Who asks, in a server's log: the node's own address in the Pods' network.
  var requester = "10.244.0.1"
  private var declared: [(name: String, value: String)] = []

  init(_ container: Container, in pod: Pod, restart: Int) {
    image = WorkloadCatalogue.contents(of: container.image)
    hostname = pod.spec.other["hostname"]?.string ?? String(pod.metadata.name.prefix(63))
    folder = container.other["workingDir"]?.string ?? image.folder
    hasInput = container.other["stdin"]?.bool == true
    let limit = container.resources.limits["memory"].flatMap { try? Quantity(parsing: $0) }
    memoryLimit = limit?.value ?? ContainerPlan.nodeMemory
    mounts = ContainerPlan.mounts(container, pod)
    isRootReadOnly = container.other["securityContext"]?["readOnlyRootFilesystem"]?.bool ?? false
    arguments = []
    declared = ContainerPlan.declared(container, pod)
    arguments = commandLine(container)
    override = ContainerPlan.override(container, pod, restart, self)
    overlay(pod.metadata.annotations, restart)
  }

  /// All that process 1 inherits, as the kubelet and the runtime make it. Services other than the API's own are not
  /// in it.
  func environment(ip: String) -> [(name: String, value: String)] {
    let link = "tcp://10.96.0.1:443"
    let service: [(name: String, value: String)] = [
      ("KUBERNETES_SERVICE_HOST", "10.96.0.1"), ("KUBERNETES_SERVICE_PORT", "443"),
      ("KUBERNETES_SERVICE_PORT_HTTPS", "443"), ("KUBERNETES_PORT", link), ("KUBERNETES_PORT_443_TCP", link),
      ("KUBERNETES_PORT_443_TCP_PROTO", "tcp"), ("KUBERNETES_PORT_443_TCP_PORT", "443"),
      ("KUBERNETES_PORT_443_TCP_ADDR", "10.96.0.1"),
    ]
    let own = declared.map { ($0.name, $0.value == ContainerPlan.podIP ? ip : $0.value) }
    return [("PATH", ImageContents.path), ("HOSTNAME", hostname)] + image.environment + own + service
      + [("HOME", "/root")]
  }

  /// What a container without a limit can take: about what a node has.
  private static let nodeMemory: Int64 = 8 << 30

  /// Stands for the Pod's address until it is known.
  private static let podIP = "\u{0}podIP"

  /// `env` with its references to fields of the Pod and to earlier variables resolved.
  private static func declared(_ container: Container, _ pod: Pod) -> [(name: String, value: String)] {
    var out: [(name: String, value: String)] = []
    for entry in container.other["env"]?.array ?? [] {
      guard let name = entry["name"]?.string else { continue }
      if let path = entry["valueFrom"]?["fieldRef"]?["fieldPath"]?.string {
        out.append((name, pod.text(ofField: path, ip: podIP)))
      } else if entry["valueFrom"] == nil {
        out.append((name, expand(entry["value"]?.string ?? "", with: out)))
      }
    }
    return out
  }

  /// `$(NAME)` becomes the variable's value; `$$(NAME)` stays as `$(NAME)`, an unknown name as it is.
  ///
  /// Mirrors `third_party/forked/golang/expansion.Expand`.
  static func expand(_ text: String, with variables: [(name: String, value: String)]) -> String {
    var out = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "$" else {
        out.append(character)
        continue
      }
      if rest.first == "$" {
        rest.removeFirst()
        out.append("$")
      } else if rest.first == "(", let close = rest.firstIndex(of: ")") {
        let name = rest[rest.index(after: rest.startIndex)..<close]
        out += variables.last { $0.name == name }?.value ?? "$(\(name))"
        rest = rest[rest.index(after: close)...]
      } else {
        out.append("$")
      }
    }
    return out
  }

  private func commandLine(_ container: Container) -> [String] {
    let given = container.command.isEmpty ? image.entrypoint : container.command
    let arguments = container.args.isEmpty && container.command.isEmpty ? image.command : container.args
    return (given + arguments).map { ContainerPlan.expand($0, with: declared) }
  }

  /// Where volumes are mounted, longest path first.
  private static func mounts(_ container: Container, _ pod: Pod) -> [Mount] {
    let readOnly = pod.spec.volumes.filter(VolumeFiles.isReadOnly).compactMap { $0["name"]?.string }
    let mounts = container.volumeMounts.compactMap { mount -> Mount? in
      guard let name = mount["name"]?.string, let path = mount["mountPath"]?.string else { return nil }
      let subPath = mount["subPath"]?.string.map { Path.resolve($0, in: "/") } ?? "/"
      return Mount(
        path: Path.resolve(path, in: "/"),
        volume: name,
        subPath: subPath == "/" ? "" : subPath,
        isReadOnly: mount["readOnly"]?.bool == true || readOnly.contains(name)
      )
    }
    return mounts.sorted { $0.path.utf8.count > $1.path.utf8.count }
  }

  private static func override(_ container: Container, _ pod: Pod, _ restart: Int, _ plan: ContainerPlan) -> Workload? {
    guard !plan.image.isListed, !plan.image.runs(plan.arguments) else { return nil }
    var workload = Workload()
    workload.ports = container.ports.map(\.containerPort)
    return workload
  }

  /// Lays the Pod's `sim/…` annotations over the rest.
  private mutating func overlay(_ annotations: StringMap, _ restart: Int) {
    func seconds(_ name: String) -> Interval? { ContainerPlan.seconds(name, annotations) }
    if let start = seconds("start-seconds") { startsAfter = start }
    isReady = ContainerPlan.isReady(annotations)
    exitCode = annotations["sim/exit-code"].flatMap { Int($0) }
    if let codes = annotations["sim/exit-codes"]?.split(separator: ",").compactMap({ Int($0) }), !codes.isEmpty {
      exitCode = codes[min(restart, codes.count - 1)]
    }
    let run = seconds("run-seconds")
    let term = seconds("term-seconds")
    guard run != nil || term != nil else { return }
    var workload = override ?? image.native(arguments, Variables(declared)) ?? Workload()
    if let run {
      workload.runsFor = run
      // What has an end of its own is cut off by a stop.
      workload.stoppedExitCode = 137
      workload.stopsAfter = Workload().stopsAfter
    }
    if let term { workload.stopsAfter = term }
    override = workload
  }

  /// Whether a container is ready without a readiness probe: annotation `sim/ready`, which counts as it is now.
  static func isReady(_ annotations: StringMap) -> Bool { annotations["sim/ready"].map { $0 == "true" } ?? true }

  /// The `sim/…` annotation of this name, in seconds.
  static func seconds(_ name: String, _ annotations: StringMap) -> Interval? {
    annotations["sim/\(name)"].flatMap { Double($0) }.map(Interval.init(fractionalSeconds:))
  }
}
