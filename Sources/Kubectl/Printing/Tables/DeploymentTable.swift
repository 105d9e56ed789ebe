import Objects

extension KindTable {
  static let deployments = KindTable(
    .deployment,
    ["NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"],
    wide: ["CONTAINERS", "IMAGES", "SELECTOR"]
  ) { object, now in
    let deployment = Reading(object)
    let status = deployment.status
    return [
      object.metadata.name, "\(status.readyReplicas.int ?? 0)/\(deployment.spec.replicas.int ?? 0)",
      String(status.updatedReplicas.int ?? 0), String(status.availableReplicas.int ?? 0), object.age(at: now),
    ] + deployment.spec.template.containerCells + [deployment.spec.selector.selectorText.orNone]
  }
}
