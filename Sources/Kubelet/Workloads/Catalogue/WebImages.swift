import Basics

/// Images that answer HTTP.
enum WebImages {
  static let all: [ImageEntry] = [
    ImageEntry("httpd", size: 58_000_000, httpd),
    ImageEntry("kubia", size: 263_000_000, kubia()),
    ImageEntry("kubia-unhealthy", size: 263_000_000, kubia(failsAfterRequests: 5)),
    ImageEntry("luksa/batch-job", size: 14_000_000, batchJob),
    ImageEntry("luksa/kubia", size: 263_000_000, kubia()),
    ImageEntry("luksa/kubia-unhealthy", size: 263_000_000, kubia(failsAfterRequests: 5)),
    ImageEntry("luksa/ssd-monitor", size: 263_000_000, ssdMonitor),
    ImageEntry("nginx", size: 72_324_501, nginx),
    // The tutorial's name for it.
    ImageEntry("nginx/nginx", size: 72_324_501, nginx),
  ]

  /// The web server of "Kubernetes in Action", and its sibling whose answers turn to 500 after five requests.
  ///
  /// The environment sets how it behaves: START_DELAY (seconds until it listens), DELAY (seconds that an answer takes),
  /// OK_COUNT (good answers before all are 500), IGNORE_TERM (any value: SIGTERM is ignored). The path /status/NNN
  /// answers with that status.
  private static func kubia(failsAfterRequests: Int? = nil) -> ImageContents {
    var contents = ImageContents()
    contents.entrypoint = ["node", "app.js"]
    contents.natives["node"] = { _, environment in
      var workload = Workload()
      workload.ports = [8080]
      workload.web.listensAfter = seconds(environment["START_DELAY"])
      workload.web.delay = seconds(environment["DELAY"])
      workload.web.failsAfterRequests = environment["OK_COUNT"].flatMap { Int($0) } ?? failsAfterRequests
      workload.web.answersStatusPaths = true
      workload.web.body = "You've hit \(environment["HOSTNAME"] ?? "")\n"
      workload.web.logsRequests = true
      if environment["IGNORE_TERM"] != nil { workload.stopsAfter = nil }
      workload.output = [
        Workload.Output(after: workload.web.listensAfter, text: "kubia (simulated) listening on port 8080")
      ]
      return workload
    }
    return contents
  }

  private static func seconds(_ text: String?) -> Interval {
    Interval(fractionalSeconds: text.flatMap { Double($0) } ?? 0)
  }

  private static let nginx: ImageContents = {
    var contents = ImageContents()
    contents.entrypoint = ["/docker-entrypoint.sh"]
    contents.command = ["nginx", "-g", "daemon off;"]
    contents.files.add("/usr/share/nginx/html/index.html", page("Welcome to nginx!"))
    contents.files.add("/etc/nginx/nginx.conf", "# not simulated: the server listens on port 80 whatever is here\n")
    contents.files.addFolder("/var/log/nginx")
    let native = server("nginx", root: "/usr/share/nginx/html")
    contents.natives["nginx"] = native
    contents.natives["docker-entrypoint.sh"] = native
    return contents
  }()

  private static let httpd: ImageContents = {
    var contents = ImageContents()
    contents.entrypoint = ["httpd-foreground"]
    contents.folder = "/usr/local/apache2"
    contents.files.add("/usr/local/apache2/htdocs/index.html", "<html><body><h1>It works!</h1></body></html>\n")
    contents.natives["httpd-foreground"] = server("httpd", root: "/usr/local/apache2/htdocs")
    return contents
  }()

  private static func page(_ title: String) -> String {
    "<!DOCTYPE html>\n<html>\n<head>\n<title>\(title)</title>\n</head>\n<body>\n<h1>\(title)</h1>\n</body>\n</html>\n"
  }

  /// A server on port 80 that answers from a folder.
  private static func server(_ name: String, root: String) -> ImageContents.Native {
    { _, _ in
      var workload = Workload()
      workload.ports = [80]
      workload.web.root = root
      workload.web.logsRequests = true
      workload.output = [Workload.Output(text: "\(name) (simulated) listening on port 80")]
      return workload
    }
  }

  /// The Job's image of "Kubernetes in Action": works for two minutes.
  private static let batchJob: ImageContents = {
    var contents = ImageContents()
    contents.entrypoint = ["/main.sh"]
    contents.natives["main.sh"] = { _, _ in
      var workload = Workload()
      workload.runsFor = .seconds(120)
      workload.stopsAfter = nil
      workload.output = [Workload.Output(text: "batch-job (simulated) works for 120 seconds")]
      return workload
    }
    return contents
  }()

  /// The DaemonSet's image of "Kubernetes in Action": reports every five seconds that the disk is well.
  private static let ssdMonitor: ImageContents = {
    var contents = ImageContents()
    contents.entrypoint = ["/ssd-monitor.sh"]
    contents.natives["ssd-monitor.sh"] = { _, _ in Workload() }
    return contents
  }()
}
