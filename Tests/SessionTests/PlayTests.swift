import Cluster
import Kubectl
import Machinery
import Narration
import Session
import Testing

@Suite("Playing a controller")
struct PlayTests {
  /// A run with reconciles of six controllers.
  private func session(_ language: Language = .english) -> Session {
    let manifest = """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: sum}
      spec:
        completions: 2
        backoffLimit: 1
        template:
          spec:
            restartPolicy: Never
            containers: [{name: main, image: "busybox:1.28", command: [sh, -c, "exit 0"]}]
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: each}
      spec:
        selector: {matchLabels: {app: each}}
        template:
          metadata: {labels: {app: each}}
          spec: {containers: [{name: main, image: "nginx:1.29"}]}
      """
    var session = Session(Configuration(), pace: .auto, language: language, files: .none)
    #expect(session.execute("apply -f -", standardInput: Array(manifest.utf8)).exit == 0)
    for line in [
      "create deployment web --image=nginx:1.29 --replicas=3",
      "create cronjob tick --image=busybox:1.28 --schedule='* * * * *' -- true",
      "advance 70s", "scale deployment web --replicas=1", "label pod -l app=web app-", "delete job sum",
    ] {
      #expect(session.execute(line).exit == 0, "\(line)")
    }
    return session
  }

  /// What to type in order to say `move`.
  private func typed(_ move: ControllerMove) -> String {
    if move.isNothing { return "decide nothing" }
    var words = move.creates > 0 ? ["create \(move.creates)"] : []
    for deed in ControllerMove.Deed.allCases where !move.names(deed).isEmpty {
      words += [deed.rawValue] + move.names(deed)
    }
    return "decide " + words.joined(separator: " ")
  }

  @Test("takes every recorded reconcile of every controller, and knows its move from any other")
  func everyReconcile() throws {
    var session = session()
    var components: Set<String> = []
    for record in session.timeline.records {
      guard case .reconciled(let reconciliation) = record.happening else { continue }
      components.insert(record.component.name)
      let situation = session.execute("play \(record.id.text)").stdout
      #expect(situation.contains("You are the \(record.component.name), and take \(reconciliation.id.text) out"))
      let move = ControllerMove(reconciliation)
      let right = session.execute(typed(move)).stdout
      #expect(right.contains("\nThe same."), "\(right)")
      var other = move
      other.creates += 1
      _ = session.execute("play \(record.id.text)")
      #expect(session.execute(typed(other)).stdout.contains("\nNot the same."))
    }
    #expect(components.count >= 5, "\(components)")
  }

  @Test("takes no name that is not in the cache, and lets one decide again")
  func unknownName() {
    var session = session()
    _ = session.execute("play deploy/web")
    let refused = session.execute("decide delete web-x")
    #expect(refused.exit == 1)
    #expect(refused.stderr.contains("web-x"))
    #expect(session.execute("decide nothing").exit == 0)
  }

  @Test("says so where it has happened already")
  func past() throws {
    var session = session()
    let last = try #require(
      session.timeline.records.last {
        if case .reconciled(let other) = $0.happening { other.id.text == "ds/each" } else { false }
      }
    )
    #expect(session.execute("play ds/each").stdout.contains("the last one, \(last.id.text), began:\nYou are"))
    #expect(!session.execute("play \(last.id.text)").stdout.contains("is coming"))
  }

  @Test("stops just before the next reconcile, with what the controller is told and nothing of what it will do")
  func ahead() {
    var session = session()
    _ = session.execute("set mode step")
    _ = session.execute("scale deployment web --replicas=4")
    let before = session.timeline.lastRecord
    let situation = session.execute("play deploy/web").stdout
    #expect(session.timeline.lastRecord > before, "the notification has come")
    #expect(
      situation.contains("is told that deployment/web has changed") || situation.contains("deploy/web has changed")
    )
    #expect(!situation.contains("update "))
    let verdict = session.execute("decide nothing").stdout
    #expect(verdict.contains("Not the same."))
    #expect(session.execute("step").stdout.contains("reconciles deploy"))
  }

  @Test(
    "refuses what is no decision",
    arguments: [
      "decide", "decide create", "decide create -1", "decide create x", "decide delete", "decide nothing now",
    ]
  )
  func refuses(line: String) {
    var session = session()
    #expect(session.execute("decide nothing").exit != 0, "nothing is played")
    _ = session.execute("play cronjob/tick")
    #expect(session.execute(line).exit != 0)
    #expect(session.execute("decide nothing").exit == 0, "it is still to be decided")
  }

  @Test("speaks Korean")
  func korean() {
    var session = session(.korean)
    #expect(session.execute("play ds/each").stdout.contains("작업 큐에서"))
    #expect(session.execute("decide nothing").stdout.contains("내 결정: 아무것도 하지 않음"))
  }
}
