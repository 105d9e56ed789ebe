import Basics
import Objects

extension Describer {
  static let namespace = Describer(.namespace) { writer, object, context in
    let status = Reading(object).status
    writer.line(0, "Name:\t\(object.metadata.name)")
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "Status:\t\(status.phase.text ?? "")")
    if !status.conditions.list.isEmpty {
      writer.line(0, "Conditions:")
      writer.line(1, "Type\tStatus\tLastTransitionTime\tReason\tMessage")
      writer.line(1, "----\t------\t------------------\t------\t-------")
      for condition in status.conditions.list {
        let cells = [
          condition.type.text ?? "", condition.status.text ?? "", condition.lastTransitionTime.time.rfc1123OrZero,
          condition.reason.text ?? "", condition.message.text ?? "",
        ]
        writer.line(1, cells.joined(separator: "\t"))
      }
    }
    writer.line(0, "")
    writer.quotas(context.quotas.filter { $0.metadata.namespace == object.metadata.name })
    // LimitRanges are not simulated, so a namespace never has one.
    writer.line(0, "\nNo LimitRange resource.")
  }

  static let resourceQuota = Describer(.resourceQuota) { writer, object, _ in
    writer.names(object)
    writer.quota(Reading(object), level: 0, rule: "----")
  }
}

extension DescribeWriter {
  /// Mirrors `DescribeResourceQuotas`.
  fileprivate mutating func quotas(_ quotas: [Object]) {
    guard !quotas.isEmpty else { return line(0, "No resource quota.") }
    line(0, "Resource Quotas")
    for quota in quotas.sorted(by: { $0.metadata.name.precedesByBytes($1.metadata.name) }) {
      line(1, "Name:\t\(quota.metadata.name)")
      self.quota(Reading(quota), level: 1, rule: "---")
    }
  }

  fileprivate mutating func quota(_ quota: Reading, level: Int, rule: String) {
    let scopes = quota.spec.scopes.texts.sorted { $0.precedesByBytes($1) }
    if !scopes.isEmpty { line(level, "Scopes:\t\(scopes.joined(separator: ", "))") }
    for help in scopes.compactMap(scopeHelp) { line(level, "\(level == 0 ? " " : "")* \(help)") }
    line(level, "Resource\tUsed\tHard")
    line(level, "--------\t\(rule)\t\(rule)")
    for hard in quota.status.hard.members {
      let used = quota.status.used[hard.name].scalar ?? "0"
      line(level, "\(hard.name)\t\(used)\t\(Reading(hard.value).scalar ?? "0")")
    }
  }

  /// Mirrors `helpTextForResourceQuotaScope`.
  private func scopeHelp(_ scope: String) -> String? {
    switch scope {
    case "Terminating":
      "Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being "
        + "actively terminated by the system."
    case "NotTerminating":
      "Matches all pods that do not have an active deadline. These pods usually include long running pods whose "
        + "container command is not expected to terminate."
    case "BestEffort":
      "Matches all pods that do not have resource requirements set. These pods have a best effort quality of service."
    case "NotBestEffort":
      "Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed "
        + "quality of service."
    default: nil
    }
  }
}
