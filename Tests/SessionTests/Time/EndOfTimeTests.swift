import Basics
import Cluster
import Kubectl
import Session
import Testing

@Suite("The end of time")
struct EndOfTimeTests {
  @Test("comes with the year 9999, and the prompt goes on")
  func end() {
    var session = Session.test(.auto)
    for _ in 0..<30 { #expect(session.execute("advance 2562047h").exit == 0) }
    #expect(session.timeline.now == .latest)
    #expect(session.execute("run web --image=nginx").stdout.hasPrefix("pod/web created\n"))
    #expect(session.execute("get pod web -o jsonpath={.metadata.creationTimestamp}").stdout == "9999-12-31T23:59:59Z")
  }
}
