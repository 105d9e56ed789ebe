import Basics
import Cluster
import Foundation
import Kubectl
import Narration
import Session
import Testing

/// The line behind an answer that says what can be done next.
@Suite("What is said to be possible")
struct InvitationTests {
  private static let lines = [
    "run web --image=nginx:1.29", "run short --image=busybox --restart=Never -- sleep 3", "delete pod web", "step",
    "step 7", "next", "back 5", "back 1", "forward", "goto start", "goto end", "advance 7s", "apply -f rs.yaml",
    "scale rs web --replicas=5", "scale rs web --replicas=0", "set mode step", "set mode auto", "settle", "continue",
    "fail node node-1", "heal node node-1", "break on pod/web Ready", "until pod/web Ready",
    "wait pod/web --for=delete",
    "get pods -w", "play", "switch main", "reset", "cordon node-2", "get pods", "explain", "why", "delete pod nope",
    "drop watch replicaset-controller", "mend watch replicaset-controller", "set lang ko", "set lang en",
  ]

  /// The commands that a text invites to: those between dots, the first behind the sentence before it.
  private static func commands(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.contains(" · ") }.flatMap { line in
      var commands = line.components(separatedBy: " · ")
      for end in ["] ", ": ", ". "] {
        commands[0] = commands[0].components(separatedBy: end).last ?? ""
      }
      return commands.map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }
  }

  @Test("is, whatever has happened", arguments: 1...12)
  func everySuggestionWorks(seed: UInt64) {
    var generator = Generator(seed: seed)
    var session = Session.test(.auto, seed: seed)
    var typed: [String] = []
    var count = 0
    for _ in 0..<25 {
      typed.append(InvitationTests.lines[generator.below(InvitationTests.lines.count)])
      let answer = session.execute(typed.last ?? "").stdout
      let standing = session.standing.possible.text(in: session.language)
      for command in InvitationTests.commands(in: answer + standing) {
        count += 1
        var trial = session
        let outcome = trial.execute(command)
        #expect(outcome.exit == 0, "seed \(seed), \(typed): \(command): \(outcome.stderr)")
      }
    }
    #expect(count > 60)
  }

  @Test("days are lengths of time as well", arguments: [("1d12h", 36), ("2d", 48), ("36h", 36)])
  func days(text: String, hours: Int64) {
    var session = Session.test(.auto)
    #expect(session.execute("advance \(text)").exit == 0)
    #expect(session.elapsed == .hours(hours))
  }

  @Test("a length that is none is refused", arguments: ["d", "-1d", "1d2", "99999999999d", "1dd", "1.5d"])
  func noDays(text: String) {
    var session = Session.test(.auto)
    #expect(session.execute("advance \(text)").exit == 1)
    #expect(session.elapsed == .zero)
  }

  @Test("where time is held still, what waits says so")
  func heldStill() {
    var session = Session.test(.step)
    _ = session.execute("run web --image=nginx:1.29")
    let answer = session.execute("wait pod/web --for=condition=Ready")
    #expect(answer.stderr == "error: condition not met for pods/web\n")
    #expect(answer.stdout.hasPrefix("The cluster is held still."))
  }

  @Test("an answer is read in the order in which it was given")
  func order() {
    var session = Session.test(.step)
    _ = session.execute("run web --image=nginx:1.29")
    let answer = session.execute("delete pod web nope")
    #expect(
      answer.text == """
        pod "web" deleted from default namespace
        Error from server (NotFound): pods "nope" not found
        The cluster is held still. step · next · settle · explain

        """
    )
    #expect(answer.pieces.map(\.stream) == [.output, .errors, .output])
  }
}

/// What becomes of work that is stopped.
@Suite("Stopped work")
struct StoppedWorkTests {
  @Test(
    "stands where an uninterrupted run has been",
    arguments: [
      "apply -f rs.yaml", "advance 5m", "until rs/web.status.readyReplicas==9", "settle",
    ]
  )
  func standsOnTheWay(line: String) {
    var whole = Session.test(.auto)
    var begun = Session.test(.auto)
    let before = line.hasPrefix("apply") ? ["get nodes"] : ["set mode step", "apply -f rs.yaml", "set mode auto"]
    for line in before {
      _ = whole.execute(line)
      _ = begun.execute(line)
    }
    _ = whole.execute(line)
    for asked in 1...4 {
      var session = begun
      var left = asked
      session.goesOn = { _ in
        left -= 1
        return left > 0
      }
      let answer = session.execute(line)
      guard answer.stderr.contains("interrupted") else { continue }
      #expect(answer.stderr.contains("continue goes on"))
      var timeline = whole.timeline
      timeline.go(to: session.timeline.position)
      #expect(timeline.cluster.stateHash == session.timeline.cluster.stateHash, "\(line), \(asked)")
      session.goesOn = { _ in true }
      _ = session.execute("continue")
      #expect(session.timeline.cluster.stateHash == whole.timeline.cluster.stateHash, "\(line), \(asked)")
    }
  }
}
