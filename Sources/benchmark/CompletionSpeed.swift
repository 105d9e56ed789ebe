import APIServer
import Basics
import Cluster
import Kubectl
import Objects
import Session
import Terminal

/// Measures how long a press of the Tab key takes.
enum CompletionSpeed {
  /// Seconds that a press may take with 10,000 objects.
  static let limit = 0.02

  /// Lines that look through all Pods, in one way or another.
  private static let lines = [
    "get pods ", "get pods web-", "describe pod/web-", "logs web-", "get pods -l ", "get pods -l app=",
    "get pods -l 'app in (", "label pod web ", "get pods -o jsonpath='{.items[*].metadata.labels.",
    "get pods --field-selector metadata.name=w", "get events ", "get pods WEB-", "why pod/web-", "until pod/web-",
    "break on event ", "delete all -l ",
  ]

  /// Two presses of Tab at each line in a cluster with so many Pods on a hundred nodes; the middle one of nine.
  static func measure(_ count: Int) {
    let manifest = """
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata: {name: web}
      spec:
        replicas: \(count)
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web, tier: front}}
          spec: {containers: [{name: nginx, image: "nginx:1.29"}]}
      """
    let files = FileReader { _ in .file(Array(manifest.utf8)) }
    let nodes = 100
    let configuration = Configuration(nodes: nodes, podsPerNode: max(110, count / nodes * 2))
    var session = Session(configuration, pace: .auto, files: files)
    _ = session.execute("apply -f web.yaml")
    let store = session.timeline.cluster.store
    Benchmark.row(
      "Tab with \(store.count(of: .pod)) Pods, \(store.count(of: .event)) Events",
      "limit: \(milliseconds(limit))"
    )
    for line in lines {
      var choices = Choices.none
      var listing = ""
      let (first, second) = (middle { choices = press(session, line) }, middle { listing = list(choices) })
      let verdict = max(first, second) < limit ? "" : "  OVER THE LIMIT"
      let times = "\(milliseconds(first)), list \(milliseconds(second))"
      Benchmark.row("  \(line)", "\(times), \(choices.candidates.count) words\(verdict)")
      if listing.isEmpty, !choices.candidates.isEmpty { Benchmark.row("  \(line)", "no list") }
    }
  }

  private static func press(_ session: Session, _ line: String) -> Choices {
    let choices = SessionCompletion(session).choices(line, cursor: line.utf8.count)
    _ = Completion(choices)
    return choices
  }

  private static func list(_ choices: Choices) -> String { Completion.listing(choices, width: 80) }

  private static func middle(_ body: () -> Void) -> Double {
    let times = (0..<9).map { _ in Benchmark.seconds(body) }.sorted()
    return times[times.count / 2]
  }

  private static func milliseconds(_ seconds: Double) -> String { Benchmark.format(seconds * 1_000, "ms") }
}
