package import Basics

/// `metadata` of every API object.
package struct ObjectMeta: Hashable, Sendable, FieldCodable {
  package var name = ""
  package var generateName = ""
  package var namespace = ""
  package var uid = UID()
  package var resourceVersion: Int64 = 0
  package var generation = 0
  package var creationTimestamp: Instant?
  package var deletionTimestamp: Instant?
  /// Seconds.
  package var deletionGracePeriodSeconds: Int?
  package var labels = StringMap()
  package var annotations = StringMap()
  package var ownerReferences: [OwnerReference] = []
  package var finalizers: [String] = []
  /// Fields that nothing here acts on (`managedFields`, `selfLink`).
  package var other = Fields()

  package init() {}

  package init(name: String, namespace: String = "", labels: StringMap = [:]) {
    self.name = name
    self.namespace = namespace
    self.labels = labels
  }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    name = reader.string("name") ?? ""
    generateName = reader.string("generateName") ?? ""
    namespace = reader.string("namespace") ?? ""
    uid = UID(reader.string("uid") ?? "")
    resourceVersion = reader.string("resourceVersion").flatMap { Int64($0) } ?? 0
    generation = reader.int("generation") ?? 0
    creationTimestamp = reader.time("creationTimestamp")
    deletionTimestamp = reader.time("deletionTimestamp")
    deletionGracePeriodSeconds = reader.int("deletionGracePeriodSeconds")
    labels = reader.stringMap("labels") ?? [:]
    annotations = reader.stringMap("annotations") ?? [:]
    ownerReferences = reader.list("ownerReferences") ?? []
    finalizers = reader.strings("finalizers") ?? []
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.setNonEmpty("name", name)
    out.setNonEmpty("generateName", generateName)
    out.setNonEmpty("namespace", namespace)
    out.setNonEmpty("uid", uid.text)
    if resourceVersion != 0 { out["resourceVersion"] = .string(String(resourceVersion)) }
    out.setNonZero("generation", generation)
    out.set("creationTimestamp", creationTimestamp)
    out.set("deletionTimestamp", deletionTimestamp)
    out.set("deletionGracePeriodSeconds", deletionGracePeriodSeconds)
    out.set("labels", labels)
    out.set("annotations", annotations)
    out.set("ownerReferences", ownerReferences)
    out.set("finalizers", finalizers)
    return out
  }

  package var key: ObjectKey { ObjectKey(namespace: namespace, name: name) }

  /// The owner that manages this object; there is at most one.
  ///
  /// Mirrors `metav1.GetControllerOf`.
  package var controllerRef: OwnerReference? { ownerReferences.first { $0.controller == true } }

  package var isBeingDeleted: Bool { deletionTimestamp != nil }
}

/// The identity of one object through its whole life; a new object of the same name has another.
package struct UID: Hashable, Comparable, Sendable {
  package var text: String
  package init(_ text: String = "") { self.text = text }
  package static func < (left: UID, right: UID) -> Bool { left.text.precedesByBytes(right.text) }
}

/// One entry of `metadata.ownerReferences`.
package struct OwnerReference: Hashable, Sendable, FieldCodable {
  package var apiVersion: String
  package var kind: String
  package var name: String
  package var uid: UID
  package var controller: Bool?
  package var blockOwnerDeletion: Bool?
  package var other = Fields()

  /// The reference by which `owner` manages what it creates.
  ///
  /// Mirrors `metav1.NewControllerRef`.
  package init(controller kind: Kind, _ owner: ObjectMeta) {
    apiVersion = kind.apiVersion
    self.kind = kind.name
    name = owner.name
    uid = owner.uid
    controller = true
    blockOwnerDeletion = true
  }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    apiVersion = reader.string("apiVersion") ?? ""
    kind = reader.string("kind") ?? ""
    name = reader.string("name") ?? ""
    uid = UID(reader.string("uid") ?? "")
    controller = reader.bool("controller")
    blockOwnerDeletion = reader.bool("blockOwnerDeletion")
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["apiVersion"] = .string(apiVersion)
    out["kind"] = .string(kind)
    out["name"] = .string(name)
    out["uid"] = .string(uid.text)
    out.set("controller", controller)
    out.set("blockOwnerDeletion", blockOwnerDeletion)
    return out
  }
}
