import Objects

extension KindTable {
  static let replicationControllers = KindTable(
    .replicationController,
    ["NAME", "DESIRED", "CURRENT", "READY", "AGE"],
    wide: ["CONTAINERS", "IMAGES", "SELECTOR"]
  ) { object, now in
    let controller = Reading(object)
    return replicaCells(object, controller) + [object.age(at: now)] + controller.spec.template.containerCells
      + [controller.spec.selector.map.formatted]
  }
}
