package import Objects

/// The patch that `kubectl apply` sends: what is asked for now, against what was applied last and what is there.
///
/// Mirrors `strategicpatch.CreateThreeWayMergePatch`: additions and changes come from comparing `current` with
/// `modified`, removals from comparing `original` with `modified`, so that what others have set stays.
package struct ThreeWayMerge: Sendable {
  private let rules: MergeRules

  package init(rules: MergeRules) { self.rules = rules }

  /// A strategic merge patch for an object of `type`; empty where nothing is to change.
  package func patch(
    original: Fields,
    modified: Fields,
    current: Fields,
    type: String
  ) throws(PatchError) -> Fields {
    try compare(original: original, modified: modified, current: current, type: type, retainsKeys: false)
  }

  private func compare(
    original: Fields,
    modified: Fields,
    current: Fields,
    type: String,
    retainsKeys: Bool
  ) throws(PatchError) -> Fields {
    var patch = Fields()
    for field in modified {
      guard let live = current[field.name] else {
        patch[field.name] = field.value
        continue
      }
      let rule = rules.rule(for: field.name, in: type)
      let last = original[field.name]
      switch (live, field.value) {
      case (.object(let live), .object(let wanted)) where !rule.replacesObject:
        let part = try compare(
          original: last?.object ?? [:],
          modified: wanted,
          current: live,
          type: rule.type,
          retainsKeys: rule.retainsKeys
        )
        if !part.isEmpty { patch[field.name] = .object(part) }
      case (.array(let live), .array(let wanted)) where rule.mergesList:
        let lists = ListComparison(original: last?.array ?? [], modified: wanted, current: live, rule: rule)
        try add(lists, named: field.name, to: &patch)
      case (let live, let wanted):
        if live != wanted { patch[field.name] = wanted }
      }
    }
    for field in original where modified[field.name] == nil { patch[field.name] = .null }
    if retainsKeys { addRetainedKeys(modified, current: current, to: &patch) }
    return patch
  }

  /// `$retainKeys` is needed where the patch is not empty or the live object has members beside the wanted ones.
  private func addRetainedKeys(_ modified: Fields, current: Fields, to patch: inout Fields) {
    let names = modified.filter { !$0.value.isNull }.map { Value.string($0.name) }
    guard !names.isEmpty else { return }
    guard !patch.isEmpty || current.contains(where: { modified[$0.name] == nil && !$0.value.isNull }) else { return }
    patch[PatchDirective.retainKeys] = .array(names)
  }

  private func add(_ lists: ListComparison, named name: String, to patch: inout Fields) throws(PatchError) {
    if lists.isOfObjects {
      try addElements(lists, named: name, to: &patch)
    } else {
      addScalars(lists, named: name, to: &patch)
    }
  }

  private func addElements(_ lists: ListComparison, named name: String, to patch: inout Fields) throws(PatchError) {
    let key = lists.rule.mergeKey
    var changes: [Value] = []
    for element in lists.modified {
      let wanted = try lists.identity(of: element)
      guard let live = lists.current.first(where: { $0[key] == wanted }) else {
        changes.append(element)
        continue
      }
      var part = try compare(
        original: lists.original.first { $0[key] == wanted }?.object ?? [:],
        modified: element.object ?? [:],
        current: live.object ?? [:],
        type: lists.rule.type,
        retainsKeys: lists.rule.retainsKeys
      )
      guard !part.isEmpty else { continue }
      part[key] = wanted
      changes.append(.object(part))
    }
    for element in lists.original {
      let old = try lists.identity(of: element)
      guard !lists.modified.contains(where: { $0[key] == old }) else { continue }
      changes.append(.object([PatchDirective.marker: "delete", key: old]))
    }
    if !changes.isEmpty { patch[name] = .array(changes) }
    guard !lists.current.isEmpty, !changes.isEmpty || !lists.isSameOrder else { return }
    let order = lists.modified.map { Value.object([key: $0[key] ?? .null]) }
    if !order.isEmpty { patch[PatchDirective.elementOrder + name] = .array(order) }
  }

  private func addScalars(_ lists: ListComparison, named name: String, to patch: inout Fields) {
    let added = lists.modified.filter { !lists.current.contains($0) }
    let removed = lists.original.filter { !lists.modified.contains($0) }
    if !added.isEmpty { patch[name] = .array(added) }
    if !removed.isEmpty { patch[PatchDirective.deleteFromList + name] = .array(removed) }
    guard !lists.current.isEmpty, !lists.modified.isEmpty else { return }
    if !removed.isEmpty || lists.current != lists.modified {
      patch[PatchDirective.elementOrder + name] = .array(lists.modified)
    }
  }
}

/// The three states of one list that is merged by its elements.
private struct ListComparison {
  let original: [Value]
  let modified: [Value]
  let current: [Value]
  let rule: MergeRules.Rule

  var isOfObjects: Bool { !rule.mergeKey.isEmpty }

  var isSameOrder: Bool {
    current.count == modified.count && zip(current, modified).allSatisfy { $0[rule.mergeKey] == $1[rule.mergeKey] }
  }

  func identity(of element: Value) throws(PatchError) -> Value {
    guard let wanted = element[rule.mergeKey] else {
      throw .noMergeKey(element: element.object ?? [:], key: rule.mergeKey)
    }
    return wanted
  }
}
