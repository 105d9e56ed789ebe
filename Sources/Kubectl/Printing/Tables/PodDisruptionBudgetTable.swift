import Basics
import Objects

extension KindTable {
  static let podDisruptionBudgets = KindTable(
    .podDisruptionBudget,
    ["NAME", "MIN AVAILABLE", "MAX UNAVAILABLE", "ALLOWED DISRUPTIONS", "AGE"]
  ) { object, now in
    let budget = Reading(object)
    return [
      object.metadata.name, budget.spec.minAvailable.scalar ?? "N/A", budget.spec.maxUnavailable.scalar ?? "N/A",
      String(budget.status.disruptionsAllowed.int ?? 0), object.age(at: now),
    ]
  }
}
