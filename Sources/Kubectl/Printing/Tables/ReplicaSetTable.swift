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

  /// Name, wanted, present and ready Pods, of a ReplicaSet or ReplicationController.
  static func replicaCells(_ object: Object, _ set: Reading) -> [String] {
    [
      object.metadata.name, String(set.spec.replicas.int ?? 0), String(set.status.replicas.int ?? 0),
      String(set.status.readyReplicas.int ?? 0),
    ]
  }
}
