import Basics
import Objects

extension KindTable {
  static let namespaces = KindTable(.namespace, ["NAME", "STATUS", "AGE"]) { object, now in
    [object.metadata.name, Reading(object).status.phase.text ?? "", object.age(at: now)]
  }

  static let configMaps = KindTable(.configMap, ["NAME", "DATA", "AGE"]) { object, now in
    let map = Reading(object)
    return [
      object.metadata.name, String(map.data.members.count + map.binaryData.members.count), object.age(at: now),
    ]
  }

  static let secrets = KindTable(.secret, ["NAME", "TYPE", "DATA", "AGE"]) { object, now in
    let secret = Reading(object)
    return [
      object.metadata.name, secret.type.text ?? "", String(secret.data.members.count), object.age(at: now),
    ]
  }

  static let controllerRevisions = KindTable(
    .controllerRevision,
    ["NAME", "CONTROLLER", "REVISION", "AGE"]
  ) { object, now in
    let owner = object.metadata.controllerRef.map { owner in
      let kind = Kind(apiVersion: owner.apiVersion, kind: owner.kind)?.qualifiedSingular ?? owner.kind.lowercased()
      return "\(kind)/\(owner.name)"
    }
    return [
      object.metadata.name, owner ?? "<none>", String(Reading(object).revision.int ?? 0), object.age(at: now),
    ]
  }

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

  /// Limits have a column of their own; everything else a quota counts is under REQUEST.
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
