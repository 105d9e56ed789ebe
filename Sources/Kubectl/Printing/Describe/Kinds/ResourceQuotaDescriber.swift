import Basics
import Objects

extension Describer {
  static let resourceQuota = Describer(.resourceQuota) { writer, object, _ in
    writer.names(object)
    writer.quota(Reading(object), level: 0, rule: "----")
  }
}

extension DescribeWriter {
  /// What a quota counts; `rule` is the line below USED and HARD.
  mutating func quota(_ quota: Reading, level: Int, rule: String) {
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
