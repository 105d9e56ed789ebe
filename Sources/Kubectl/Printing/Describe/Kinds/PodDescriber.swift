import Basics
import Objects

extension Describer {
  static let pod = Describer(.pod) { writer, object, context in
    guard let pod = object.as(Pod.self) else { return }
    let spec = Reading(object).spec
    writer.podHead(object, pod, spec, context)
    writer.podContainers(object, pod, spec)
    writer.podConditions(pod, spec)
    writer.volumes(spec.volumes.list)
    writer.line(0, "QoS Class:\t\(pod.status.qosClass)")
    writer.labels("Node-Selectors", pod.spec.nodeSelector)
    writer.tolerations(spec.tolerations.list)
    writer.topologySpread(spec.topologySpreadConstraints.list)
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  fileprivate mutating func podHead(_ object: Object, _ pod: Pod, _ spec: Reading, _ context: DescribeContext) {
    names(object)
    if let priority = spec.priority.int { line(0, "Priority:\t\(priority)") }
    for (title, name) in [
      ("Priority Class Name", spec.priorityClassName), ("Runtime Class Name", spec.runtimeClassName),
      ("Service Account", spec.serviceAccountName),
    ] {
      if let text = name.text, !text.isEmpty { line(0, "\(title):\t\(text)") }
    }
    line(0, "Node:\t\(pod.spec.nodeName.isEmpty ? "<none>" : "\(pod.spec.nodeName)/\(pod.status.hostIP)")")
    if let start = pod.status.startTime { line(0, "Start Time:\t\(start.rfc1123)") }
    labelsAndAnnotations(pod.metadata)
    if pod.metadata.isBeingDeleted && !pod.isTerminal {
      line(0, "Status:\tTerminating (lasts \(pod.metadata.deletionTimestamp.age(at: context.now)))")
      line(0, "Termination Grace Period:\t\(pod.metadata.deletionGracePeriodSeconds ?? 0)s")
    } else {
      line(0, "Status:\t\(pod.status.phase?.rawValue ?? "")")
    }
    if !pod.status.reason.isEmpty { line(0, "Reason:\t\(pod.status.reason)") }
    if !pod.status.message.isEmpty { line(0, "Message:\t\(pod.status.message)") }
    seccompProfile(spec.securityContext.seccompProfile, level: 0, pathLevel: 0)
    line(0, "IP:\t\(pod.status.podIP)")
    line(0, pod.status.podIP.isEmpty ? "IPs:\t<none>" : "IPs:")
    if !pod.status.podIP.isEmpty { line(1, "IP:\t\(pod.status.podIP)") }
    controller(pod.metadata)
    if let nominated = Reading(object).status.nominatedNodeName.text, !nominated.isEmpty {
      line(0, "NominatedNodeName:\t\(nominated)")
    }
  }

  fileprivate mutating func podContainers(_ object: Object, _ pod: Pod, _ spec: Reading) {
    if spec.resources.exists {
      line(0, "Resources:")
      resources(spec.resources, level: 1)
    }
    if !pod.spec.initContainers.isEmpty {
      containers(
        "Init Containers",
        spec.initContainers.list,
        statuses: pod.status.initContainerStatuses,
        pod: object
      )
    }
    containers("Containers", spec.containers.list, statuses: pod.status.containerStatuses, pod: object)
  }

  fileprivate mutating func podConditions(_ pod: Pod, _ spec: Reading) {
    let gates = spec.readinessGates.list.compactMap(\.conditionType.text)
    if !gates.isEmpty {
      line(0, "Readiness Gates:")
      line(1, "Type\tStatus")
      for gate in gates {
        line(1, "\(gate) \t\(pod.status.condition(ConditionType(gate))?.status.rawValue ?? "<none>") ")
      }
    }
    guard !pod.status.conditions.isEmpty else { return }
    line(0, "Conditions:")
    line(1, "Type\tStatus")
    for condition in pod.status.conditions { line(1, "\(condition.type.name) \t\(condition.status.rawValue) ") }
  }
}
