import Basics
import Objects

extension KindTable {
  static let priorityClasses = KindTable(
    .priorityClass,
    ["NAME", "VALUE", "GLOBAL-DEFAULT", "AGE", "PREEMPTIONPOLICY"]
  ) { object, now in
    let priority = Reading(object)
    return [
      object.metadata.name, String(priority["value"].int ?? 0), String(priority.globalDefault.bool ?? false),
      object.age(at: now), priority.preemptionPolicy.text ?? "",
    ]
  }
}
