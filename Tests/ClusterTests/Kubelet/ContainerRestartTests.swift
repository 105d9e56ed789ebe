import APIServer
import Basics
import Cluster
import Machinery
import Objects
import Testing

/// Containers with a restart policy of their own.
@Suite("Whether a container starts again")
struct ContainerRestartTests {
  private static func restarts(_ container: Fields, policy: String, code: Int = 3) throws -> (Int, PodPhase?) {
    var timeline = try LifecycleTests.timeline([
      "restartPolicy": .string(policy),
      "containers": [LifecycleTests.shell("main", "sleep 1; exit \(code)", container)],
    ])
    timeline.run(seconds: 8)
    let pod = try #require(timeline.pods.first)
    return (pod.status.containerStatuses.first?.restartCount ?? 0, pod.status.phase)
  }

  @Test("its own policy counts more than its Pod's")
  func ownPolicy() throws {
    let never = try Self.restarts(["restartPolicy": "Never"], policy: "Always")
    #expect(never.0 == 0 && never.1 == .failed)
    let always = try Self.restarts(["restartPolicy": "Always"], policy: "Never")
    #expect(always.0 == 1 && always.1 == .running)
  }

  @Test("its rules count more than its own policy", arguments: [(3, "In", true), (4, "In", false), (4, "NotIn", true)])
  func rules(code: Int, operation: String, starts: Bool) throws {
    let rule: Value = ["action": "Restart", "exitCodes": ["operator": .string(operation), "values": [3]]]
    let container: Fields = ["restartPolicy": "Never", "restartPolicyRules": [rule]]
    let outcome = try Self.restarts(container, policy: "Never", code: code)
    #expect(outcome.0 == (starts ? 1 : 0))
    #expect(outcome.1 == (starts ? PodPhase.running : .failed))
  }
}
