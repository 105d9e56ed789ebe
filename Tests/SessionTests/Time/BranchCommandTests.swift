import Basics
import Cluster
import Foundation
import Kubectl
import Machinery
import Session
import Testing

@Suite("Marks, branches and differences")
struct BranchCommandTests {
  /// A Pod that runs, then one that was deleted in the past.
  private static func branched() -> Session {
    var session = Session.test(.auto)
    for line in ["create -f pod.yaml", "mark running", "scale rs none --replicas=1", "goto #45", "delete pod web"] {
      _ = session.execute(line)
    }
    return session
  }

  @Test("acting in the past says which future was left, and keeps it")
  func saysSo() {
    var session = Session.test(.auto)
    _ = session.execute("create -f pod.yaml")
    let end = session.timeline.cluster.stateHash
    let last = session.timeline.lastRecord
    _ = session.execute("back 10")
    let output = session.execute("delete pod web")
    #expect(output.stdout.contains("branch-2"))
    #expect(output.stdout.contains("switch main"))
    let answer1 = session.out("branches")
    #expect(answer1.contains("* branch-2"))
    _ = session.execute("switch main")
    #expect(session.timeline.cluster.stateHash == end)
    #expect(session.timeline.lastRecord == last)
  }

  @Test("acting at the start records what was done, once")
  func actsAtTheStart() {
    var session = Session.test(.step)
    let begin = session.timeline.lastRecord.number
    for line in ["create -f pod.yaml", "goto start", "create -f rs.yaml"] { _ = session.execute(line) }
    #expect(session.timeline.records.dropFirst(begin).map(\.id.number) == [begin + 1, begin + 2])
    #expect(session.timeline.present.name == "branch-2")
  }

  @Test("a mark is reached from another branch")
  func marks() {
    var session = BranchCommandTests.branched()
    #expect(session.timeline.present.name == "branch-2")
    let answer2 = session.out("get pods")
    #expect(answer2.isEmpty)
    _ = session.execute("goto running")
    #expect(session.timeline.present.name == "main")
    let answer3 = session.out("get pods")
    #expect(answer3.contains("Running"))
  }

  @Test("a moment that both branches share is gone to without changing the branch")
  func shared() {
    var session = Session.test(.auto)
    _ = session.execute("create -f pod.yaml")
    for line in ["goto #35", "mark early", "goto #45", "delete pod web", "goto early"] { _ = session.execute(line) }
    #expect(session.timeline.present.name == "branch-2")
    #expect(session.timeline.lastRecord.number == 35)
  }

  @Test("a name that means another moment cannot be a mark", arguments: ["#3", "5s", "now", "main", "-x"])
  func refusedMarks(name: String) {
    var session = Session.test(.auto)
    let output = session.execute("mark \(name)")
    #expect(output.exit == 1)
    #expect(session.timeline.marks.isEmpty)
  }

  @Test("diff tells the objects field by field")
  func differs() {
    var session = Session.test(.auto)
    _ = session.execute("apply -f rs.yaml")
    _ = session.execute("scale rs web --replicas=5")
    let output = session.out("diff")
    #expect(output.contains("rs/web differs:\n"))
    #expect(output.contains("    spec.replicas: 3 → 5\n"))
    #expect(output.contains("    status.readyReplicas: 3 → 5\n"))
    #expect(output.components(separatedBy: " is new\n").count == 3, "two Pods are new")
    let answer4 = session.out("diff now end")
    #expect(answer4.contains("No object differs."))
    let answer5 = session.out("diff end start")
    #expect(answer5.contains("rs/web is gone\n"))
  }

  @Test("diff between branches, and of a moment of none")
  func branchesDiffer() {
    var session = BranchCommandTests.branched()
    let answer6 = session.out("diff main branch-2")
    #expect(answer6.contains("pod/web is gone"))
    let output = session.execute("diff #99999")
    #expect(output.stderr == "error: there is no #99999 in this run\n")
  }

  @Test("with a flag diff is kubectl's")
  func kubectlDiff() {
    var session = Session.test(.auto)
    let output = session.execute("diff -f rs.yaml")
    #expect(!output.stderr.contains("usage"))
    let prefixed = session.execute("kubectl diff -f rs.yaml")
    #expect(output == prefixed)
  }

  @Test("a clock that was let rest is gone back from, and to")
  func rests() {
    var session = Session.test(.auto)
    for line in ["create -f pod.yaml", "mark done", "advance 1h", "mark later"] { _ = session.execute(line) }
    _ = session.execute("goto done")
    let time = session.elapsed.fractionalSeconds
    #expect(time < 60)
    _ = session.execute("delete pod web --wait=false")
    #expect(session.timeline.present.name == "branch-2")
    _ = session.execute("goto later")
    #expect(session.timeline.present.name == "main")
    #expect(session.elapsed.fractionalSeconds == time + 3_600)
  }

  @Test("a new beginning keeps what was, as a branch with its own start", arguments: ["reset", "seed 7"])
  func newBeginning(command: String) {
    var session = Session.test(.auto)
    _ = session.execute("create -f pod.yaml")
    let (end, hash) = (session.timeline.moment, session.timeline.cluster.stateHash)
    let output = session.execute(command)
    #expect(output.stdout == "A new cluster begins, as run-2. What was before is kept as main: switch main\n")
    #expect(session.execute("get pods").stderr.hasPrefix("No resources found"))
    #expect(session.out("seed") == (command == "reset" ? "1\n" : "7\n"))
    _ = session.execute("create -f rs.yaml")
    #expect(session.out("branches").contains("* run-2  from the start to "))
    _ = session.execute("switch main")
    #expect(session.timeline.moment == end && session.timeline.cluster.stateHash == hash)
    #expect(session.out("seed") == "1\n")
    #expect(session.out("diff main run-2").contains("rs/web"))
  }
}
