import Basics
import Objects

/// An image that the simulator knows something about.
struct ImageEntry: Sendable {
  /// The repository without registry and tag: `nginx`, `library/busybox`.
  var repository: String
  /// Bytes, for the event Pulled.
  var size: Int
  var workload: @Sendable (Container) -> Workload
}

/// What containers do, by their image; an image that is not listed runs until it is stopped, listens on the ports that
/// its container declares, and answers every request with 200.
enum WorkloadCatalogue {
  /// Bytes that the event Pulled tells for an image that is not listed.
  static let unlistedSize = 10_000_000

  /// In the order of their repositories.
  static let images: [ImageEntry] = [busybox, kubia, kubiaUnhealthy, nginx, nginxNginx, perl]

  /// The web server of "Kubernetes in Action".
  static let kubia = ImageEntry(
    repository: "luksa/kubia",
    size: 263_000_000,
    workload: { _ in
      var workload = Workload()
      workload.ports = [8080]
      return workload
    }
  )

  /// The image of "Kubernetes in Action" whose answers turn to 500 after five requests.
  static let kubiaUnhealthy = ImageEntry(
    repository: "luksa/kubia-unhealthy",
    size: 263_000_000,
    workload: { _ in
      var workload = Workload()
      workload.ports = [8080]
      workload.web.failsAfter = 5
      return workload
    }
  )

  static let nginx = nginx("nginx")
  /// The tutorial's name for it.
  static let nginxNginx = nginx("nginx/nginx")

  private static func nginx(_ repository: String) -> ImageEntry {
    ImageEntry(repository: repository, size: 72_324_501, workload: nginx)
  }

  @Sendable private static func nginx(_: Container) -> Workload {
    var workload = Workload()
    workload.ports = [80]
    workload.web.paths = ["/", "/index.html"]
    workload.output = [Workload.Output(.text("nginx (simulated) listening on port 80"))]
    return workload
  }

  /// Commands that `ShellScript` can read are run; as process 1 they have no handler for SIGTERM, so only SIGKILL ends
  /// them early.
  static let busybox = ImageEntry(
    repository: "busybox",
    size: 2_156_519,
    workload: { container in
      var workload = Workload()
      if let script = ShellScript(container.command + container.args) {
        workload.runsFor = script.runsFor
        workload.exitCode = script.exitCode
        workload.output = script.output
        workload.stopsAfter = nil
      }
      return workload
    }
  )

  /// `perl -Mbignum=bpi -wle 'print bpi(2000)'` works for five seconds; the digits themselves are not simulated.
  static let perl = ImageEntry(
    repository: "perl",
    size: 336_000_000,
    workload: { container in
      var workload = Workload()
      let words = container.command + container.args
      if words.first == "perl", words.contains("-Mbignum=bpi") { workload.runsFor = .seconds(5) }
      return workload
    }
  )

  static func entry(for image: String) -> ImageEntry? {
    let repository = ImageName(image).repository
    return images.first { $0.repository == repository || "library/\($0.repository)" == repository }
  }

  private static func unlisted(_ container: Container) -> Workload {
    var workload = Workload()
    workload.ports = container.ports.map(\.containerPort)
    return workload
  }

  /// What the container does in its `restart`th life, with the Pod's `sim/…` annotations laid over it.
  static func workload(for container: Container, in pod: Pod, restart: Int) -> Workload {
    var workload = entry(for: container.image)?.workload(container) ?? unlisted(container)
    let annotations = pod.metadata.annotations
    func seconds(_ name: String) -> Interval? {
      annotations["sim/\(name)"].flatMap { Double($0) }.map { .microseconds(Int64($0 * 1_000_000)) }
    }
    if let start = seconds("start-seconds") { workload.startsAfter = start }
    if let run = seconds("run-seconds") {
      workload.runsFor = run
      // What has an end of its own is cut off by a stop.
      workload.stoppedExitCode = 137
    }
    if let term = seconds("term-seconds") { workload.stopsAfter = term }
    if let ready = annotations["sim/ready"] { workload.isReady = ready == "true" }
    if let code = annotations["sim/exit-code"].flatMap({ Int($0) }) { workload.exitCode = code }
    if let codes = annotations["sim/exit-codes"]?.split(separator: ",").compactMap({ Int($0) }), !codes.isEmpty {
      workload.exitCode = codes[min(restart, codes.count - 1)]
    }
    return workload
  }
}

/// An image reference taken apart: `registry.k8s.io/pause:3.9`.
struct ImageName: Hashable, Sendable {
  var registry: String
  var repository: String
  var tag: String

  init(_ text: String) {
    var rest = text[...]
    tag = "latest"
    if let at = rest.firstIndex(of: "@") {
      tag = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    } else if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("/") {
      tag = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    let parts = rest.split(separator: "/", maxSplits: 1)
    if parts.count == 2, parts[0].contains(".") || parts[0].contains(":") || parts[0] == "localhost" {
      registry = String(parts[0])
      repository = String(parts[1])
    } else {
      registry = "docker.io"
      repository = parts.count == 2 ? String(rest) : "library/\(rest)"
    }
  }

  /// As the container runtime reports it: `docker.io/library/nginx:latest`.
  var canonical: String { "\(registry)/\(repository):\(tag)" }
}
