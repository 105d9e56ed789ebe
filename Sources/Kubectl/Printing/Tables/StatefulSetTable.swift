import Objects

extension KindTable {
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
}
