package import Basics
package import Objects

extension APIServer {
  /// Writes the status of `object` onto the stored object, whatever has changed beside it since it was read.
  ///
  /// Components that lose the race for a resourceVersion read again and retry; the outcome is this.
  package mutating func writeStatus(_ object: Object, at now: Instant) throws(APIError) -> Change? {
    guard let stored = store[object.id] else { throw .notFound(object.kind, name: object.metadata.name) }
    guard stored.metadata.uid == object.metadata.uid else {
      throw .notFound(object.kind, name: object.metadata.name)
    }
    return finishUpdate(Strategy.preparedForUpdate(object, old: stored, subresource: .status), old: stored)
  }

  /// Takes the finalizer of an emptied namespace away, which lets it go.
  ///
  /// Mirrors the subresource `finalize`.
  package mutating func finalizeNamespace(_ id: ObjectID, uid: UID) throws(APIError) -> Change? {
    guard let stored = store[id], stored.metadata.uid == uid else { throw .notFound(id.kind, name: id.key.name) }
    var fields = stored.fields
    fields["spec"] = [:]
    return finishUpdate(Object(kind: .namespace, fields: fields), old: stored)
  }

  /// Patches the metadata of the object that has this uid; refused where it would have a second controller.
  package mutating func patch(
    _ id: ObjectID,
    uid: UID,
    at now: Instant,
    _ change: (inout ObjectMeta) -> Void
  ) throws(APIError) -> Change? {
    guard let stored = store[id], stored.metadata.uid == uid else { throw .notFound(id.kind, name: id.key.name) }
    let patched = stored.with(change)
    if patched.metadata.ownerReferences.count(where: { $0.controller == true }) > 1 {
      let errors = Validation.onUpdate(
        kind: id.kind,
        old: stored.value.object ?? [:],
        new: patched.value.object ?? [:]
      )
      if !errors.isEmpty { throw .invalid(id.kind, name: id.key.name, errors: errors) }
    }
    return try update(patched, at: now)
  }

  /// Puts conditions into an object's status, each in the place of the one of its type.
  package mutating func setConditions(
    _ id: ObjectID,
    uid: UID,
    _ conditions: [Condition],
    at now: Instant
  ) throws(APIError) -> Change? {
    guard let stored = store[id], stored.metadata.uid == uid else { throw .notFound(id.kind, name: id.key.name) }
    if var pod = stored.as(Pod.self) {
      pod.status.conditions.put(conditions)
      return try update(Object(pod), subresource: .status, at: now)
    }
    guard var node = stored.as(Node.self) else { return nil }
    node.conditions.put(conditions)
    return try update(Object(node), subresource: .status, at: now)
  }

  /// Adds and removes taints of a node; they are the same where key and effect are.
  package mutating func setTaints(
    _ name: String,
    add: [Taint],
    remove: [Taint],
    at now: Instant
  ) throws(APIError) -> Change? {
    guard let stored = store[ObjectID(.node, name: name)], var node = stored.as(Node.self) else {
      throw .notFound(.node, name: name)
    }
    node.taints.removeAll { taint in remove.contains { $0.isSame(as: taint) } }
    for taint in add where !node.taints.contains(where: { $0.isSame(as: taint) }) {
      node.taints.append(taint)
    }
    return try update(Object(node), at: now)
  }

  /// Gives a Pod its node.
  ///
  /// Mirrors `pod/storage.BindingREST`: sets nodeName and the condition PodScheduled in one write.
  package mutating func bind(_ id: ObjectID, uid: UID, to node: String, at now: Instant) throws(APIError) -> Change {
    guard let stored = store[id], var pod = stored.as(Pod.self), pod.metadata.uid == uid else {
      throw .notFound(.pod, name: id.key.name)
    }
    if pod.metadata.isBeingDeleted {
      throw .conflict(.pod, name: id.key.name, why: "pod \(id.key.name) is being deleted, cannot be assigned to a host")
    }
    if !pod.spec.nodeName.isEmpty {
      throw .conflict(
        .pod,
        name: id.key.name,
        why: "pod \(id.key.name) is already assigned to node \"\(pod.spec.nodeName)\""
      )
    }
    var spec = pod.spec.value
    spec.nodeName = node
    pod.spec = Boxed(spec)
    pod.status.conditions.replace(
      with: Condition(.podScheduled, .true, lastTransitionTime: now, observedGeneration: pod.metadata.generation)
    )
    return replace(Object(pod), old: stored)
  }
}

extension [Condition] {
  fileprivate mutating func put(_ conditions: [Condition]) {
    for condition in conditions {
      if let index = firstIndex(where: { $0.type == condition.type }) {
        self[index] = condition
      } else {
        append(condition)
      }
    }
  }
}
