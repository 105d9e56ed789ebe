import APIServer
import Basics
import Cluster
import Kubectl
import Objects
import Session
import Terminal

/// Measures how long a press of the Tab key takes.
enum CompletionSpeed {
  /// Lines that look through all Pods, in one way or another.
  private static let lines = [
    "get pods ", "get pods web-", "describe pod/web-", "logs web-", "get pods -l ", "get pods -l app=",
    "get pods -o jsonpath='{.items[*].metadata.", "why pod/web-", "until pod/web-", "break on event ", "delete all -l ",
  ]

  /// A press of Tab at each line in a cluster with so many Pods; the slowest of five.
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
    var session = Session(Configuration(podsPerNode: count), pace: .auto, files: files)
    _ = session.execute("apply -f web.yaml")
    Benchmark.row("Tab with \(session.timeline.cluster.store.count(of: .pod)) Pods", "")
    for line in lines {
      var found = 0
      let times = (0..<5).map { _ in
        Benchmark.seconds {
          let candidates = SessionCompletion(session).candidates(line, cursor: line.utf8.count)
          found = candidates.count
          _ = Completion(of: Completion.typedWord(in: line, cursor: line.utf8.count), from: candidates)
        }
      }
      Benchmark.row("  \(line)", Benchmark.format((times.max() ?? 0) * 1_000, "ms") + ", \(found) words")
    }
  }
}
