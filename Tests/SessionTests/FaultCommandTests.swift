import Basics
import Cluster
import Kubectl
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
}
