import Basics
import Objects

extension KindTable {
  static let resourceQuotas = KindTable(.resourceQuota, ["NAME", "REQUEST", "LIMIT", "AGE"]) { object, now in
    let quota = Reading(object).status
    var requests: [String] = []
    var limits: [String] = []
    for hard in quota.hard.members {
      let text = "\(hard.name): \(quota.used[hard.name].scalar ?? "0")/\(Reading(hard.value).scalar ?? "0")"
      if hard.name.hasPrefix("limits.") { limits.append(text) } else { requests.append(text) }
    }
    return [
      object.metadata.name, requests.joined(separator: ", "), limits.joined(separator: ", "), object.age(at: now),
    ]
  }
}
