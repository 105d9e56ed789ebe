import Basics

/// Images made for showing and testing Kubernetes.
enum TestImages {
  static let all: [ImageEntry] = [
    ImageEntry("e2e-test-images/agnhost", size: 53_000_000, agnhost),
    ImageEntry("google-samples/hello-app", size: 12_000_000, helloApp),
    ImageEntry("hello-world", size: 10_000, helloWorld),
    ImageEntry("liveness", size: 2_000_000, livenessServer),
    ImageEntry("pause", size: 300_000, pause),
    ImageEntry("polinux/stress", size: 4_000_000, stress(["stress"], StressProgram.stress)),
    ImageEntry("progrium/stress", size: 280_000_000, stress([], StressProgram.stress)),
    ImageEntry("vish/stress", size: 1_560_000, stress([], StressProgram.growing)),
  ]

  /// The server of the Kubernetes documentation's liveness example: well for ten seconds, then 500.
  private static func liveness(_: [String], _: Variables) -> Workload? {
    var workload = Workload()
    workload.ports = [8080]
    workload.web.paths = ["/healthz", "/started"]
    workload.web.failsAfter = .seconds(10)
    workload.web.body = "ok"
    workload.stopsAfter = nil
    return workload
  }

  private static let livenessServer: ImageContents = {
    var contents = ImageContents()
    contents.tools = .busybox
    contents.command = ["/server"]
    contents.natives["server"] = liveness
    return contents
  }()

  private static let agnhost: ImageContents = {
    var contents = ImageContents()
    contents.tools = .busybox
    contents.entrypoint = ["/agnhost"]
    contents.command = ["pause"]
    contents.natives["agnhost"] = { arguments, environment in
      switch arguments.dropFirst().first {
      case "liveness": return liveness(arguments, environment)
      case "netexec": return server(port: 8080, body: "NOW: virtual\n")
      case "serve-hostname": return server(port: 9376, body: environment["HOSTNAME"] ?? "")
      case "pause": return Workload()
      default: return nil
      }
    }
    return contents
  }()

  private static let helloApp: ImageContents = {
    var contents = ImageContents()
    contents.tools = .none
    contents.entrypoint = ["/hello-app"]
    contents.natives["hello-app"] = { _, environment in
      let name = environment["HOSTNAME"] ?? ""
      return server(port: 8080, body: "Hello, world!\nVersion: 1.0.0\nHostname: \(name)\n")
    }
    return contents
  }()

  private static func server(port: Int, body: String) -> Workload {
    var workload = Workload()
    workload.ports = [port]
    workload.web.body = body
    workload.web.logsRequests = true
    return workload
  }

  private static let pause: ImageContents = {
    var contents = ImageContents()
    contents.tools = .none
    contents.entrypoint = ["/pause"]
    contents.natives["pause"] = { _, _ in Workload() }
    return contents
  }()

  /// An image whose program takes memory; where `command` is empty it is the entry point.
  private static func stress(
    _ command: [String],
    _ workload: @escaping @Sendable ([String]) -> Workload?
  ) -> ImageContents {
    var contents = ImageContents()
    contents.tools = .busybox
    if command.isEmpty { contents.entrypoint = ["/stress"] } else { contents.command = command }
    contents.natives["stress"] = { arguments, _ in workload(arguments) }
    return contents
  }

  private static let helloWorld: ImageContents = {
    var contents = ImageContents()
    contents.tools = .none
    contents.command = ["/hello"]
    contents.natives["hello"] = { _, _ in
      var workload = Workload()
      workload.runsFor = .milliseconds(20)
      workload.output = ["", "Hello from Docker!"].map { Workload.Output(text: $0) }
      return workload
    }
    return contents
  }()
}
