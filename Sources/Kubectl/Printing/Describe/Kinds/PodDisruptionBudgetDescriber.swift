import Objects

extension Describer {
  static let podDisruptionBudget = Describer(.podDisruptionBudget) { writer, object, context in
    guard let budget = object.as(PodDisruptionBudget.self) else { return }
    let spec = Reading(object).spec
    writer.names(object)
    if let number = spec.minAvailable.scalar {
      writer.line(0, "Min available:\t\(number)")
    } else if let number = spec.maxUnavailable.scalar {
      writer.line(0, "Max unavailable:\t\(number)")
    }
    writer.line(0, "Selector:\t\(budget.spec.selector?.canonicalText.orNone ?? "<unset>")")
    writer.line(0, "Status:")
    writer.line(2, "Allowed disruptions:\t\(budget.status.disruptionsAllowed)")
    writer.line(2, "Current:\t\(budget.status.currentHealthy)")
    writer.line(2, "Desired:\t\(budget.status.desiredHealthy)")
    writer.line(2, "Total:\t\(budget.status.expectedPods)")
    writer.events(of: object, context)
  }
}
