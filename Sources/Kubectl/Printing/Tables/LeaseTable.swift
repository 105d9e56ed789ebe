import Basics
import Objects

extension KindTable {
  static let leases = KindTable(.lease, ["NAME", "HOLDER", "AGE"]) { object, now in
    [object.metadata.name, Reading(object).spec.holderIdentity.text ?? "", object.age(at: now)]
  }
}
