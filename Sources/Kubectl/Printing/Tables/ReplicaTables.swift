import Objects

extension KindTable {
  static let replicaSets = KindTable(
    .replicaSet,
    ["NAME", "DESIRED", "CURRENT", "READY", "AGE"],
    wide: ["CONTAINERS", "IMAGES", "SELECTOR"]
  ) { object, now in
    let set = Reading(object)
    return replicaCells(object, set) + [object.age(at: now)] + set.spec.template.containerCells
      + [set.spec.selector.selectorText.orNone]
  }

  static let replicationControllers = KindTable(
    .replicationController,
    ["NAME", "DESIRED", "CURRENT", "READY", "AGE"],
    wide: ["CONTAINERS", "IMAGES", "SELECTOR"]
  ) { object, now in
    let controller = Reading(object)
    return replicaCells(object, controller) + [object.age(at: now)] + controller.spec.template.containerCells
      + [controller.spec.selector.map.formatted]
  }

  private static func replicaCells(_ object: Object, _ set: Reading) -> [String] {
    [
      object.metadata.name, String(set.spec.replicas.int ?? 0), String(set.status.replicas.int ?? 0),
      String(set.status.readyReplicas.int ?? 0),
    ]
  }

  static let statefulSets = KindTable(
    .statefulSet,
    ["NAME", "READY", "AGE"],
    wide: ["CONTAINERS", "IMAGES"]
  ) { object, now in
    let set = Reading(object)
    return [
      object.metadata.name, "\(set.status.readyReplicas.int ?? 0)/\(set.spec.replicas.int ?? 0)", object.age(at: now),
    ] + set.spec.template.containerCells
  }

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
