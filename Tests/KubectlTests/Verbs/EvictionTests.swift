import Kubectl
import Testing

/// Evictions and the PodDisruptionBudgets that they ask.
@Suite struct EvictionTests {
  private static let violation = "Cannot evict pod as it would violate the pod's disruption budget."

  private func typist(budget flags: String) -> Typist {
    var typist = Typist(files: ["rs.yaml": Typist.replicaSet], nodes: 1)
    typist.type("apply -f rs.yaml", then: 4)
    typist.type("create pdb kubia --selector=app=kubia \(flags)", then: 1)
    return typist
  }

  @Test(arguments: [
    ("--min-available=1", "1 2 1 2"), ("--min-available=3", "0 2 3 2"), ("--min-available=50%", "1 2 1 2"),
    ("--max-unavailable=0", "0 2 2 2"), ("--max-unavailable=30%", "1 2 1 2"),
  ])
  func theStatusCountsHealthyPods(flags: String, numbers: String) {
    var typist = typist(budget: flags)
    let path =
      "{.status.disruptionsAllowed} {.status.currentHealthy} {.status.desiredHealthy} {.status.expectedPods}"
    #expect(typist.type("get pdb kubia -o jsonpath='\(path)'").stdout == numbers)
  }

  @Test func aDrainAsksAgainUntilTheTimeOut() {
    var typist = typist(budget: "--max-unavailable=0")
    let answer = typist.type("drain node-1 --timeout=12s")
    #expect(answer.exit == 1)
    #expect(answer.stdout.split(separator: "\n").count { $0.hasPrefix("evicting pod default/kubia-") } == 8)
    #expect(
      answer.stderr.split(separator: "\n").count { $0.hasSuffix("(will retry after 5s): \(Self.violation)") } == 6
    )
    #expect(answer.stderr.contains(": global timeout reached: 12s"))
    #expect(typist.type("get pods -o name").stdout.split(separator: "\n").count == 2)
  }

  @Test func theLongestGracePeriodIsTaken() {
    var typist = typist(budget: "--max-unavailable=1")
    typist.type("drain node-1 --grace-period=9223372036854775807", interruptAfter: 0)
    let periods = typist.type("get pods -o jsonpath='{.items[*].metadata.deletionGracePeriodSeconds}'")
    #expect(periods.stdout == "9223372036854775807")
  }

  @Test func aGrantedEvictionTellsThePodWhy() {
    var typist = typist(budget: "--max-unavailable=1")
    typist.type("drain node-1", interruptAfter: 0)
    let path = "{range .items[*]}{.status.conditions[?(@.type==\"DisruptionTarget\")].reason} {end}"
    #expect(typist.type("get pods -o jsonpath='\(path)'").stdout.contains("EvictionByEvictionAPI"))
    #expect(typist.type("get pdb kubia -o jsonpath={.status.disruptionsAllowed}").stdout == "0")
  }

  @Test func aBudgetWithoutPodsSaysSo() {
    var typist = Typist()
    typist.type("create pdb none --selector=app=x --min-available=1", then: 1)
    let events = typist.type("get events --field-selector=involvedObject.name=none --no-headers -o wide").stdout
    #expect(events.contains("NoPods"))
    #expect(events.contains("controllermanager"))
    #expect(events.contains("No matching pods found"))
  }
}
