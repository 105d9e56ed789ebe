import Session
import Testing

extension WhyNotTests {
  @Test("a Deployment on its way to another revision has not kept its promise")
  func staleRevision() {
    var session = Session.test(.script, files: WhyNotTests.files)
    let lines = [
      "create deployment site --image=nginx:1.29 --replicas=3", "sleep 5s", "set image deployment/site nginx=nosuch:1",
      "sleep 20s",
    ]
    for line in lines { _ = session.execute(line) }
    #expect(session.out("promise").contains("deploy/site          1/3 Pods up to date"))
    #expect(session.out("why not deploy/site updatedReplicas=3").contains("container nginx cannot start"))
  }
}
