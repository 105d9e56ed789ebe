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
}
