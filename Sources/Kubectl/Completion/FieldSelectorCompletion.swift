import Basics
import Objects

/// The end of a field selector: `status.phase=Running,spec.nodeName=no…`.
struct FieldSelectorCompletion {
  let world: CompletionWorld
  let kind: Kind
  let namespace: String?

  func candidates(_ word: TypedWord) -> [Candidate] {
    let term = String(word.end(behind: ","))
    guard let sign = term.firstIndex(where: { $0 == "=" || $0 == "!" }) else {
      let fields = FieldSelector.selectableFields(of: kind)
      return word.completed(term, by: fields.map { Candidate($0 + "=", goesOn: true) })
    }
    let value = String(term[sign...].drop { $0 == "=" || $0 == "!" })
    if let named = named(by: String(term[..<sign])) {
      return world.names(of: named, in: namespace, word, value)
    }
    return word.completed(value, by: words(of: String(term[..<sign])).map { Candidate($0) })
  }

  /// The kinds of the objects whose names a field holds; nil for other fields.
  private func named(by field: String) -> [Kind]? {
    switch field {
    case "metadata.name": [kind]
    case "metadata.namespace", "involvedObject.namespace", "regarding.namespace": [.namespace]
    case "spec.nodeName": [.node]
    case "spec.serviceAccountName": [.serviceAccount]
    case "involvedObject.name", "regarding.name":
      Kind.allCases.filter { !$0.isMadeWhenRead && ![.event, .secret, .configMap].contains($0) }
    default: nil
    }
  }

  /// The values of fields that have few.
  private func words(of field: String) -> [String] {
    switch (kind, field) {
    case (.pod, "status.phase"): PodPhase.allCases.map(\.rawValue)
    case (.namespace, "status.phase"): ["Active", "Terminating"]
    case (_, "spec.restartPolicy"): ["Always", "Never", "OnFailure"]
    case (_, "spec.hostNetwork"), (_, "spec.unschedulable"): ["false", "true"]
    case (_, "spec.schedulerName"): ["default-scheduler"]
    case (.event, "type"), (.newEvent, "type"): ["Normal", "Warning"]
    case (_, "reason"): world.eventReasons
    case (_, "involvedObject.kind"), (_, "regarding.kind"): CompletionWorld.sorted(Kind.allCases.map(\.name))
    case (.service, "spec.type"): ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]
    default: []
    }
  }
}
