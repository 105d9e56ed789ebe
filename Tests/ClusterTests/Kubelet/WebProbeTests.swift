import Basics
import Cluster
import Kubelet
import Machinery
import Objects
import Testing

@Suite("HTTP and exec probes")
struct WebProbeTests {
  private static func probed(_ container: Fields, image: String = "nginx", seconds: Int64 = 5) throws -> Timeline {
    var timeline = try ProbeTests.timeline(image: image, probes: container)
    timeline.advance(to: timeline.now + .seconds(seconds))
    return timeline
  }

  private static func liveness(_ fields: Fields) -> Value {
    var probe = fields
    probe["periodSeconds"] = 3
    probe["failureThreshold"] = 1
    return .object(probe)
  }

  @Test("a redirect on the same host is followed: the address it leads to counts")
  func redirect() throws {
    let make = "mkdir /usr/share/nginx/html/app; echo hi > /usr/share/nginx/html/app/index.html"
    let hook: Value = ["postStart": ["exec": ["command": ["sh", "-c", .string(make)]]]]
    let probe = Self.liveness(["httpGet": ["path": "/app", "port": 80]])
    let answer = try #require(
      ProbeTests.probe(.liveness, Self.probed(["lifecycle": hook, "livenessProbe": probe])).first?.probe
    )
    #expect(answer.result == .passed)
    #expect(answer.request.hasSuffix("/app → http://10.244.0.3:80/app/"), "\(answer.request)")
  }

  @Test("a redirect that leads nowhere on is a success, with a warning")
  func warning() throws {
    let probe = Self.liveness(["httpGet": ["path": "/status/302", "port": 8080]])
    let answer = try #require(
      ProbeTests.probe(.liveness, Self.probed(["livenessProbe": probe], image: "luksa/kubia")).first?.probe
    )
    #expect(answer.result == .warned)
    #expect(answer.answer == "Probe terminated redirects, Response body: 302 Found")
    #expect(answer.consequence == .none)
  }

  @Test(
    "what cannot be asked is a failure in Go's words",
    arguments: [
      (["path": "/", "port": 80, "scheme": "HTTPS"], #": http: server gave HTTP response to HTTPS client"#),
      (["path": "/", "port": 80, "host": "no.invalid"], "lookup no.invalid on 172.18.0.1:53: no such host"),
      (["path": "/", "port": 81], "10.244.0.3:81: connect: connection refused"),
    ] as [(Fields, String)]
  )
  func failures(get: Fields, text: String) throws {
    let probe = Self.liveness(["httpGet": .object(get)])
    let answer = try #require(ProbeTests.probe(.liveness, Self.probed(["livenessProbe": probe])).first?.probe)
    #expect(answer.result == .failed)
    #expect(answer.answer.hasSuffix(text), "\(answer.answer)")
    #expect(answer.consequence == .restart)
  }

  @Test("a command may refer to the container's own variables")
  func variables() throws {
    let probe = Self.liveness(["exec": ["command": ["sh", "-c", "test $(WANTED) = yes"]]])
    let environment: Value = [["name": "WANTED", "value": "yes"]]
    let timeline = try Self.probed(["env": environment, "livenessProbe": probe])
    #expect(ProbeTests.probe(.liveness, timeline).first?.probe.request == "exec [sh -c test yes = yes]")
    #expect(ProbeTests.restarts(timeline) == 0)
  }
}
