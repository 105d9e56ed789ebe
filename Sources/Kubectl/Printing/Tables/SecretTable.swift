import Basics
import Objects

extension KindTable {
  static let secrets = KindTable(.secret, ["NAME", "TYPE", "DATA", "AGE"]) { object, now in
    let secret = Reading(object)
    return [
      object.metadata.name, secret.type.text ?? "", String(secret.data.members.count), object.age(at: now),
    ]
  }
}
