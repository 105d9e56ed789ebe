import Basics
import Cluster
import Kubectl
import Testing

/// `kubectl run -i`, `--attach` and `--rm`.
@Suite struct AttachedRunTests {
  @Test("what the container writes is shown, its exit code handed on, and the Pod deleted")
  func showsAndRemoves() {
    var typist = Typist()
    let script = "'echo early; sleep 2; echo late; exit 4'"
    let answer = typist.type("run tmp --image=busybox --restart=Never --rm -i -- sh -c \(script)")
    // What was written before kubectl was attached is in the log only.
    #expect(answer.stdout == "late\npod \"tmp\" deleted from default namespace\n")
    #expect(
      answer.stderr
        == "If you don't see a command prompt, try pressing enter.\npod default/tmp terminated (Error)\n"
    )
    #expect(answer.exit == 4)
    typist.type("get pods", then: 5)
    #expect(typist.type("get pod tmp").exit == 1)
  }

  @Test("a container that has ended before kubectl could attach: its log is shown")
  func fallsBackToTheLog() {
    var typist = Typist()
    let answer = typist.type("run tmp --image=busybox --restart=Never --attach -q -- echo hi")
    #expect(answer.stdout == "hi\n")
    #expect(answer.exit == 0)
    #expect(typist.type("get pod tmp").stdout.contains("Completed"))
  }

  @Test("a Pod that does not start is given up after the time-out, and deleted")
  func givesUp() {
    var typist = Typist()
    let begin = typist.timeline.now
    let answer = typist.type("run tmp --image=nope --restart=Never --rm -i --pod-running-timeout=9s -- ls")
    #expect(answer.stdout == "pod \"tmp\" deleted from default namespace\n")
    #expect(answer.stderr == "error: timed out waiting for the condition\n")
    #expect((typist.timeline.now - begin).wholeSeconds == 9)
  }

  @Test("an interruption leaves the Pod")
  func interrupted() {
    var typist = Typist()
    let script = "'while true; do echo on; sleep 1; done'"
    let answer = typist.type("run tmp --image=busybox --rm -iq -- sh -c \(script)", interruptAfter: 5)
    #expect(answer.stdout.hasPrefix("on\non\n"))
    #expect(answer.exit == 1)
    #expect(typist.type("get pod tmp").exit == 0)
  }
}
