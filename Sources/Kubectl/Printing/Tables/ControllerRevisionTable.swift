import Basics
import Objects

extension KindTable {
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
}
