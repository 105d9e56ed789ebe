import Objects

extension KindTable {
  static let daemonSets = KindTable(
    .daemonSet,
    ["NAME", "DESIRED", "CURRENT", "READY", "UP-TO-DATE", "AVAILABLE", "NODE SELECTOR", "AGE"],
    wide: ["CONTAINERS", "IMAGES", "SELECTOR"]
  ) { object, now in
    let set = Reading(object)
    let counts = [
      set.status.desiredNumberScheduled, set.status.currentNumberScheduled, set.status.numberReady,
      set.status.updatedNumberScheduled, set.status.numberAvailable,
    ]
    return [object.metadata.name] + counts.map { String($0.int ?? 0) }
      + [set.spec.template.spec.nodeSelector.map.formatted, object.age(at: now)]
      + set.spec.template.containerCells + [set.spec.selector.selectorText.orNone]
  }
}
