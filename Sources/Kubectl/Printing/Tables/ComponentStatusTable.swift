import Objects

extension KindTable {
  static let componentStatuses = KindTable(
    .componentStatus,
    ["NAME", "STATUS", "MESSAGE", "ERROR"]
  ) { object, _ in
    let healthy = Reading(object).conditions.list.first { $0.type.text == "Healthy" }
    let isHealthy = healthy?.status.text == "True"
    return [
      object.metadata.name, isHealthy ? "Healthy" : "Unhealthy", healthy?.message.text ?? "",
      healthy?.error.text ?? "",
    ]
  }
}
