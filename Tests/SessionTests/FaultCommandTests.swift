import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Session
import Testing

@Suite("The commands that break watches and set feature gates")
struct FaultCommandTests {
  @Test("a watch that is dropped keeps its controller from acting, and mending lets it catch up")
  func dropAndMend() {
    var session = Session.test()
    #expect(session.out("drop watch replicaset-controller").isEmpty)
    _ = session.out("create -f rs.yaml")
    _ = session.out("advance 5s")
    #expect(session.execute("get pods").stderr == "No resources found in default namespace.\n")
    let trace = session.out("trace --component replicaset-controller")
    #expect(trace.contains("is not told that rs/web was created"))
    _ = session.out("mend watch replicaset-controller")
    _ = session.out("advance 5s")
    #expect(session.out("get rs").contains("web    3         3         3"))
    #expect(session.out("trace --kind list").contains("lists anew after its watch was mended: 1 difference"))
  }

  @Test(
    "what is mistyped is refused, and nothing happens",
    arguments: [
      ("drop watch", "usage: drop watch COMPONENT [COUNT]\n"),
      ("drop watch replicaset-controller 0", "usage: drop watch COMPONENT [COUNT]\n"),
      ("delay watch replicaset-controller", "usage: delay watch COMPONENT DURATION\n"),
      ("delay watch replicaset-controller soon", "usage: delay watch COMPONENT DURATION\n"),
      ("mend watch replicaset-controller", "error: nothing is wrong with the watch of replicaset-controller\n"),
      ("drop watch nobody", "error: there is no component nobody\n"),
      ("drop watch kubelet/node-9", "error: there is no node node-9\n"),
      ("drop watch garbage-collector", "error: not simulated: a fault of the watch of garbage-collector\n"),
      ("set feature-gates X=true", "error: unrecognized feature gate: X\n"),
    ]
  )
  func refusals(_ line: String, _ expected: String) {
    var session = Session.test()
    let records = session.timeline.records.count
    #expect(session.execute(line).stderr == expected)
    #expect(session.timeline.records.count == records)
  }

  @Test("a delay is told as it was typed, and a fault is undone by going back")
  func delayAndBack() {
    var session = Session.test()
    let hash = session.timeline.cluster.stateHash
    _ = session.out("delay watch kubelet/node-1 1500ms")
    #expect(session.out("trace --kind fault").contains("fault: delay watch kubelet/node-1 1500ms"))
    #expect(session.timeline.cluster.stateHash != hash)
    _ = session.out("back 2")
    #expect(session.timeline.cluster.stateHash == hash)
  }

  @Test("feature gates are told in the trace in both languages")
  func gates() {
    for (language, words) in [(Language.english, "feature gates:"), (.korean, "피처 게이트:")] {
      var session = Session.test(language: language)
      #expect(session.out("set feature-gates ScheduleDaemonSetPods=false") == "ScheduleDaemonSetPods=false\n")
      #expect(session.out("trace --kind configuration").contains("\(words) ScheduleDaemonSetPods=false"))
    }
  }

  @Test("what a process does about a signal is waited for", arguments: ["TERM", "KILL"])
  func settleAfterSignal(signal: String) {
    var session = Session.test()
    for line in ["run one --image=nginx:1.29", "settle", "set mode step", "kill pod/one \(signal)"] {
      _ = session.execute(line)
    }
    #expect(session.out("settle").hasPrefix("1 container restart"))
  }

  @Test("what is lost cannot come late as well: the delay is refused until the watch is mended")
  func delayAfterDrop() {
    var session = Session.test()
    _ = session.execute("drop watch replicaset-controller")
    let refused = session.execute("delay watch replicaset-controller 5s")
    #expect(refused.exit == 1 && refused.stderr.contains("mend watch replicaset-controller comes first"))
    _ = session.execute("mend watch replicaset-controller")
    #expect(session.execute("delay watch replicaset-controller 5s").exit == 0)
  }

  @Test("settle waits for what a killed container does next")
  func kill() {
    var session = Session.test(.step)
    for line in ["create -f pod.yaml", "settle", "kill pod/web", "settle"] { _ = session.execute(line) }
    #expect(session.out("get pod web -o jsonpath={.status.containerStatuses[0].restartCount}") == "1")
  }

  @Test("a fault is told as typed by whoever typed it")
  func author() {
    var session = Session.test(.step)
    session.author = .lesson
    for line in ["fail node node-2", "set feature-gates ScheduleDaemonSetPods=false"] { _ = session.execute(line) }
    #expect(session.out("why #\(session.timeline.lastRecord.number)").contains("the lesson types: set feature-gates"))
    #expect(session.out("trace --kind command").contains("the lesson types: fail node node-2"))
    #expect(!session.out("trace").contains("you typed"))
  }
}
