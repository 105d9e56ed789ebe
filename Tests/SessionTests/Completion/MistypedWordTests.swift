import Kubectl
import Narration
import Testing

@testable import Session

@Suite("Unknown words")
struct MistypedWordTests {
  private static var session: Session { LineCompletionTests.session }

  @Test(
    "get the nearest known one",
    arguments: [
      ("gte pods", "get"), ("settel", "settle"), ("rollout statsu deploy/shop", "status"),
      ("create deploymnt x --image=nginx", "deployment"),
      ("set mod step", "mode"), ("get pdos", "pods"), ("get deploy shpo", "shop"), ("describe deploy/shpo", "shop"),
      ("get pods --namepsace prod", "--namespace"), ("get pods -o jsno", "json"), ("get pods -o yml", "yaml"),
      ("delete pod web --cascade=foregrund", "foreground"), ("run x --image=nginx --restart=Nver", "Never"),
      ("wait pods --all --for=conditon=Ready", "condition"), ("explain pods.spec.contaners", "containers"),
      ("goto befor", "before"), ("switch mian", "main"), ("until pod/web Redy and pods.count == 99", "Ready"),
      ("until even BackOff", "event"), ("break on probe faild", "failed"), ("why rs/wbe", "web"),
      ("why rs/web status.redyReplicas", "readyReplicas"), ("why rs/web --al", "--all"),
      ("trace --knd write", "--kind"),
      ("trace --kind wrte", "write"), ("drop watch replicaset-controler", "replicaset-controller"),
      ("fail node nod-1", "node-1"), ("fail nde node-1", "node"), ("set mode stp", "step"), ("set lang kr", "ko"),
      ("set feature-gates ScheduleDaemonSetPod=false", "ScheduleDaemonSetPods"), ("export htm x", "html"),
      ("kill pod/web TRM", "TERM"), ("apply -f sr.yaml", "rs.yaml"), ("taint nodes node-1 a=b:NoSchedul", "NoSchedule"),
      ("logs web -c ngnix", "nginx"), ("set image deploy/shop ngnix=nginx:1.30", "nginx"), ("help gett", "get"),
      ("help selctors", "selectors"), ("top pdo", "pod"), ("describe pod -n prod wbe", nil),
    ] as [(String, String?)]
  )
  func nearest(line: String, expected: String?) {
    var session = Self.session
    session.files = FileReader { path in path == "." ? .folder(["rs.yaml"]) : .missing }
    let output = session.execute(line)
    #expect(output.exit != 0, "\(line)")
    guard let expected else {
      #expect(!output.stderr.contains("Did you mean"), "\(line): \(output.stderr)")
      return
    }
    let proposals = output.stderr.components(behind: "Did you mean")
    #expect(proposals.contains { $0.contains(expected) }, "\(line): \(output.stderr)")
    #expect(proposals.count == 1, "\(line): \(output.stderr)")
  }

  @Test(
    "what is known and refused for another reason is left alone",
    arguments: [
      "get deploy nothing-like-it", "label pod web app=shp", "create namespace prod", "heal node node-2", "unbreak 7",
      "scale deploy shop --replicas=x", "get pods -o jsonpath='{.x'", "exec web -- lss",
    ]
  )
  func others(line: String) {
    var session = Self.session
    let output = session.execute(line)
    #expect(output.exit != 0, "\(line)")
    #expect(!output.stderr.contains("Did you mean"), "\(line): \(output.stderr)")
  }

  @Test("scripts get kubectl's own words alone, and Korean its own")
  func paces() {
    var session = Self.session
    session.pace = .script
    #expect(!session.execute("get deploy shpo").stderr.contains("Did you mean"))
    session.pace = .auto
    session.language = .korean
    #expect(session.execute("get deploy shpo").stderr.contains("혹시 shop입니까?"))
  }
}

extension String {
  /// What stands behind each place of a text.
  fileprivate func components(behind text: String) -> [Substring] { ranges(of: text).map { self[$0.upperBound...] } }
}
