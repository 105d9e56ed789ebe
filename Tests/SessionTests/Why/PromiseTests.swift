import Kubectl
import Session
import Testing

extension WhyNotTests {
  @Test("promises tell how far what was asked is, and why")
  func promises() {
    var session = Session.test(.script, files: WhyNotTests.files)
    #expect(session.out("promise").contains("Nothing is promised"))
    for line in ["apply -f rs.yaml", "sleep 3s"] { _ = session.execute(line) }
    #expect(session.out("promise").contains("3/3 Pods ready"))
    _ = session.execute("apply -f bad-image.yaml")
    for line in ["set promise on", "apply -f failing.yaml", "scale rs web --replicas=4"] { _ = session.execute(line) }
    let line = session.execute("sleep 1s").stdout
    #expect(line.contains("promised: ") && line.contains("job/pi 0/1"), "\(line)")
    let all = session.out("promise")
    #expect(all.contains("replicaset-controller") && all.contains("job-controller"))
    _ = session.execute("set promise off")
    #expect(!session.execute("sleep 1s").stdout.contains("promised"))
  }

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

  @Test("nothing is kept from the change of a template to the end of the last old Pod")
  func inTheMiddle() {
    var session = Session.test(.script, files: WhyNotTests.files)
    let lines = [
      "create deployment site --image=nginx:1.29 --replicas=3", "sleep 5s", "set mode step",
      "set image deployment/site nginx=nginx:1.30",
    ]
    for line in lines { _ = session.execute(line) }
    #expect(session.out("promise").contains("1/2 generations seen"))
    var states: [String] = []
    while !session.execute("step").stdout.contains("settled"), states.count < 2_000 {
      let line = session.out("promise").split(separator: "\n").first { $0.contains("deploy/site ") } ?? ""
      states.append(line.hasSuffix(" kept") ? "kept" : "open")
    }
    let open = states.prefix { $0 == "open" }.count
    #expect(open > 100 && states.dropFirst(open).allSatisfy { $0 == "kept" }, "\(open) of \(states.count)")
  }
}
