package import Basics

/// `metadata` of every API object.
///
/// Behind one pointer, copied when it is changed: it is read at every step of every component, and the versions of an
/// object mostly share it.
package struct ObjectMeta: Hashable, Sendable, FieldCodable {
  private struct Members: Hashable, Sendable {
    var name = ""
    var generateName = ""
    var namespace = ""
    var uid = UID()
    var resourceVersion: Int64 = 0
    var generation = 0
    var creationTimestamp: Instant?
    var deletionTimestamp: Instant?
    var deletionGracePeriodSeconds: Int?
    var labels = StringMap()
    var annotations = StringMap()
    var ownerReferences: [OwnerReference] = []
    var finalizers: [String] = []
    var other = Fields()
  }

  private static let empty = Boxed(Members())
  private var members = empty

  package var name: String {
    get { members.name }
    _modify { yield &members.value.name }
  }
  package var generateName: String {
    get { members.generateName }
    _modify { yield &members.value.generateName }
  }
  package var namespace: String {
    get { members.namespace }
    _modify { yield &members.value.namespace }
  }
  package var uid: UID {
    get { members.uid }
    _modify { yield &members.value.uid }
  }
  package var resourceVersion: Int64 {
    get { members.resourceVersion }
    _modify { yield &members.value.resourceVersion }
  }
  package var generation: Int {
    get { members.generation }
    _modify { yield &members.value.generation }
  }
  package var creationTimestamp: Instant? {
    get { members.creationTimestamp }
    _modify { yield &members.value.creationTimestamp }
  }
  package var deletionTimestamp: Instant? {
    get { members.deletionTimestamp }
    _modify { yield &members.value.deletionTimestamp }
  }
  /// Seconds.
  package var deletionGracePeriodSeconds: Int? {
    get { members.deletionGracePeriodSeconds }
    _modify { yield &members.value.deletionGracePeriodSeconds }
  }
  package var labels: StringMap {
    get { members.labels }
    _modify { yield &members.value.labels }
  }
  package var annotations: StringMap {
    get { members.annotations }
    _modify { yield &members.value.annotations }
  }
  package var ownerReferences: [OwnerReference] {
    get { members.ownerReferences }
    _modify { yield &members.value.ownerReferences }
  }
  package var finalizers: [String] {
    get { members.finalizers }
    _modify { yield &members.value.finalizers }
  }
  /// Fields that nothing here acts on (`managedFields`, `selfLink`).
  package var other: Fields {
    get { members.other }
    _modify { yield &members.value.other }
  }

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

  /// A uid that follows from another and a purpose, for an object that is not stored.
  package init(derivedFrom source: UID, for purpose: String) {
    var hasher = StableHasher()
    hasher.combine(source.text)
    hasher.combine(purpose)
    var generator = Generator(seed: hasher.value)
    text = generator.uuid()
  }
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
