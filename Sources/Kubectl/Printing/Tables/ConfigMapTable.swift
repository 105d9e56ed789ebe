import Basics
import Objects

extension KindTable {
  static let configMaps = KindTable(.configMap, ["NAME", "DATA", "AGE"]) { object, now in
    let map = Reading(object)
    return [
      object.metadata.name, String(map.data.members.count + map.binaryData.members.count), object.age(at: now),
    ]
  }
}
