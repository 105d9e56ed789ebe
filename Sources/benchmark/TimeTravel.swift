import APIServer
import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects
import Session

/// How long it takes to move about in runs of more and more events, and to run them again.
enum TimeTravel {
  static let sizes = [1_000, 10_000, 100_000, 1_000_000]

  /// Measures runs of about so many events.
  static func measure(_ sizes: [Int]) {
    for size in sizes { measure(size) }
  }

  private static let header = Journal.Header(
    program: "benchmark",
    Configuration(podsPerNode: 1_000),
    pace: .auto,
    language: .english
  )

  private static let files = FileReader { _ in .file(Array(manifest.utf8)) }

  /// A recorded session of at least `events` events: a ReplicaSet whose Pods are probed, deleted and replaced.
  private static func record(_ events: Int) -> (session: Session, text: String) {
    let recorder = SessionRecorder(header)
    var session = Session(header.configuration, pace: header.pace, files: files)
    recorder.attach(to: &session)
    _ = recorder.take("create -f rs.yaml", &session)
    while session.timeline.trace.moves < events {
      _ = recorder.take("delete pods -l app=web --wait=false", &session)
      _ = recorder.take("advance 2m", &session)
    }
    return (session, recorder.text)
  }

  private static func measure(_ size: Int) {
    var recorded: (session: Session, text: String)?
    let time = Benchmark.seconds { recorded = record(size) }
    guard let (session, text) = recorded else { return }
    let events = session.timeline.trace.moves
    Benchmark.row("a recorded session, events", "\(events)")
    Benchmark.row("  made in", Benchmark.format(time, "s"))
    Benchmark.row("  journal", "\(text.utf8.count / 1_024) KiB")
    Benchmark.row("  peak memory", "\(Benchmark.peakMemoryMB()) MB")
    let commands = [
      "back", "back 10", "diff", "why", "why rs/web status.readyReplicas", "why not rs/web replicas=200",
      "explain rs/web", "goto #\(session.timeline.lastRecord.number / 2)",
    ]
    for command in commands { travel(command, session) }
    var there = session
    _ = there.execute("goto #\(session.timeline.lastRecord.number / 2)")
    travel("back", there, place: " from the middle")
    Benchmark.row("  replay --verify", Benchmark.format(Benchmark.seconds { verify(text) }, "s"))
  }

  /// What a command takes in a copy of `session`.
  private static func travel(_ command: String, _ session: Session, place: String = "") {
    var there = session
    let time = Benchmark.seconds { _ = there.execute(command) }
    Benchmark.row("  \(command)\(place)", Benchmark.format(time * 1_000, "ms"))
  }

  private static func verify(_ text: String) {
    guard let journal = try? JournalText.read(Array(text.utf8)).journal else { return }
    let recorder = SessionRecorder(journal.header)
    var session = Session(journal.header.configuration, pace: journal.header.pace, files: .none)
    recorder.attach(to: &session)
    var replay = Replay()
    replay.run(journal, on: &session, recorder, stopsAtParting: true)
    if let parting = replay.parting { Benchmark.row("  parts at", parting.line) }
  }

  private static let manifest = """
    apiVersion: apps/v1
    kind: ReplicaSet
    metadata:
      name: web
    spec:
      replicas: 100
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          terminationGracePeriodSeconds: 5
          containers:
          - name: nginx
            image: nginx:1.29
            readinessProbe:
              httpGet:
                path: /
                port: 80
              periodSeconds: 10
    """
}
