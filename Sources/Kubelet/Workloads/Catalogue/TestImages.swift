import Basics

/// Images made for showing and testing Kubernetes.
enum TestImages {
  static let all: [ImageEntry] = [
    ImageEntry("e2e-test-images/agnhost", size: 53_000_000, agnhost),
    ImageEntry("e2e-test-images/busybox", size: 1_100_000, BaseImages.busybox),
    ImageEntry("google-samples/hello-app", size: 12_000_000, helloApp),
    ImageEntry("google-samples/kubernetes-bootcamp", size: 210_000_000, bootcamp),
    ImageEntry("goproxy", size: 2_000_000, listening("goproxy", port: 8080)),
    ImageEntry("hashicorp/http-echo", size: 5_000_000, httpEcho),
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

  /// The tutorial's first application.
  private static let bootcamp: ImageContents = {
    var contents = ImageContents()
    contents.command = ["/bin/sh", "-c", "node server.js"]
    contents.natives["node"] = { _, environment in
      var workload = server(
        port: 8080,
        body: "Hello Kubernetes bootcamp! | Running on: \(environment["HOSTNAME"] ?? "") | v=1\n"
      )
      workload.output = [Workload.Output(text: "kubernetes-bootcamp (simulated) listening on port 8080")]
      return workload
    }
    return contents
  }()

  /// The proxy of the documentation's TCP probes: what it passes on is not simulated, only that it listens.
  private static func listening(_ program: String, port: Int) -> ImageContents {
    var contents = ImageContents()
    contents.tools = .none
    contents.command = ["/\(program)"]
    contents.natives[program] = { _, _ in
      var workload = Workload()
      workload.ports = [port]
      return workload
    }
    return contents
  }

  /// `-text=hello -listen=:8080`
  private static let httpEcho: ImageContents = {
    var contents = ImageContents()
    contents.tools = .none
    contents.entrypoint = ["/http-echo"]
    contents.natives["http-echo"] = { arguments, _ in
      var values = ["text": "", "listen": ":5678"]
      for argument in arguments.dropFirst() {
        let parts = argument.drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, values[parts[0]] != nil else { return nil }
        values[parts[0]] = parts[1]
      }
      guard let port = values["listen"]?.split(separator: ":").last.flatMap({ Int($0) }) else { return nil }
      return server(port: port, body: (values["text"] ?? "") + "\n")
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
