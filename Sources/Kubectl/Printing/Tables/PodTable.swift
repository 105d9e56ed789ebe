import Basics
import Objects

extension KindTable {
  static let pods = KindTable(
    .pod,
    ["NAME", "READY", "STATUS", "RESTARTS", "AGE"],
    wide: ["IP", "NODE", "NOMINATED NODE", "READINESS GATES"]
  ) { object, now in
    guard let pod = object.as(Pod.self) else { return [] }
    let summary = PodSummary(pod)
    return [
      pod.metadata.name, summary.ready, summary.status, summary.restarts(at: now), object.age(at: now),
      pod.status.podIP.orNone, pod.spec.nodeName.orNone, Reading(object).status.nominatedNodeName.text ?? "<none>",
      readinessGates(pod),
    ]
  }

  private static func readinessGates(_ pod: Pod) -> String {
    let gates = Reading(pod.spec.other["readinessGates"]).list.compactMap(\.conditionType.text)
    guard !gates.isEmpty else { return "<none>" }
    let met = gates.count { pod.status.condition(ConditionType($0))?.status == .true }
    return "\(met)/\(gates.count)"
  }
}
