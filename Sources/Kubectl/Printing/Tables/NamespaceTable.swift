import Basics
import Objects

extension KindTable {
  static let namespaces = KindTable(.namespace, ["NAME", "STATUS", "AGE"]) { object, now in
    [object.metadata.name, Reading(object).status.phase.text ?? "", object.age(at: now)]
  }
}
