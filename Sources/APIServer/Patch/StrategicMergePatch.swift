package import Objects

/// Strategic merge patch: a merge patch that knows which lists are sets of named elements.
///
/// Mirrors `StrategicMergeMapPatch` of apimachinery's `strategicpatch`.
package enum StrategicMergePatch {
  /// `original`, an object of `type`, with `patch` laid over it.
  package static func apply(
    _ patch: Fields,
    to original: Fields,
    type: String,
    rules: MergeRules
  ) throws(PatchError) -> Fields {
    try StrategicMerger(rules: rules).merge(patch, into: original, type: type)
  }
}

/// The directives that a strategic merge patch may hold beside fields.
enum PatchDirective {
  static let marker = "$patch"
  static let retainKeys = "$retainKeys"
  static let deleteFromList = "$deleteFromPrimitiveList/"
  static let elementOrder = "$setElementOrder/"
}

private struct StrategicMerger {
  let rules: MergeRules

  func merge(_ patch: Fields, into original: Fields, type: String) throws(PatchError) -> Fields {
    if let directive = patch[PatchDirective.marker] { return try replaced(by: patch, directive) }
    var patch = patch
    var merged = try retainingKeys(of: original, patch: &patch)
    try mergeOrderedLists(&patch, into: &merged, type: type)
    for change in patch {
      if change.name.hasPrefix(PatchDirective.deleteFromList) {
        let name = String(change.name.dropFirst(PatchDirective.deleteFromList.count))
        merged[name] = try removing(change.value, from: merged[name])
        continue
      }
      guard !change.value.isNull else {
        merged[change.name] = nil
        continue
      }
      let rule = rules.rule(for: change.name, in: type)
      merged[change.name] = try value(of: change.value, over: merged[change.name], rule: rule)
    }
    return merged
  }

  private func replaced(by patch: Fields, _ directive: Value) throws(PatchError) -> Fields {
    switch directive.string {
    case "replace":
      var fields = patch
      fields[PatchDirective.marker] = nil
      return fields
    case "delete": return [:]
    default: throw .unknownDirective(directive, element: patch)
    }
  }

  /// The value of one field after the patch, by the types that meet there.
  private func value(
    of change: Value,
    over current: Value?,
    rule: MergeRules.Rule
  ) throws(PatchError) -> Value {
    switch (current, change) {
    case (.object(let old), .object(let new)) where !rule.replacesObject:
      return .object(try merge(new, into: old, type: rule.type))
    case (.array(let old), .array(let new)) where rule.mergesList:
      return .array(try mergeList(new, into: old, rule: rule))
    default:
      return change.withoutDirectives
    }
  }

  private func removing(_ list: Value, from current: Value?) throws(PatchError) -> Value? {
    guard case .array(let unwanted) = list else { throw .badFormat(.primitiveList) }
    guard case .array(let items) = current else { return current }
    return .array(items.filter { !unwanted.contains($0) })
  }

  /// Takes `$retainKeys` out of the patch and drops what it does not name.
  private func retainingKeys(of original: Fields, patch: inout Fields) throws(PatchError) -> Fields {
    guard let directive = patch.remove(PatchDirective.retainKeys) else { return original }
    guard let names = directive.array else { throw .badFormat(.retainKeys) }
    let isNamed = { (name: String) in names.contains(.string(name)) }
    let isDirective = { (name: String) in
      name.hasPrefix(PatchDirective.deleteFromList) || name.hasPrefix(PatchDirective.elementOrder)
    }
    guard patch.allSatisfy({ $0.value.isNull || isDirective($0.name) || isNamed($0.name) }) else {
      throw .badFormat(.retainKeys)
    }
    return Fields(original.filter { isNamed($0.name) }.map { ($0.name, $0.value) })
  }

  /// Merges the lists that come with a `$setElementOrder`, and takes both out of the patch.
  private func mergeOrderedLists(
    _ patch: inout Fields,
    into merged: inout Fields,
    type: String
  ) throws(PatchError) {
    for directive in patch where directive.name.hasPrefix(PatchDirective.elementOrder) {
      let name = String(directive.name.dropFirst(PatchDirective.elementOrder.count))
      patch[directive.name] = nil
      guard let order = directive.value.array else { throw .badFormat(.setElementOrderList) }
      let rule = rules.rule(for: name, in: type)
      let change = patch.remove(name)
      guard merged[name] != nil || change != nil else { continue }
      let (old, new) = (merged[name]?.array ?? [], change?.array ?? [])
      try ListOrder(key: rule.mergeKey).check(new, against: order)
      let list = try rule.mergesList ? mergeList(new, into: old, rule: rule) : (change == nil ? old : new)
      merged[name] = .array(try ListOrder(key: rule.mergeKey).arranged(list, patchOrder: order, liveOrder: old))
    }
  }

  private func mergeList(
    _ patch: [Value],
    into original: [Value],
    rule: MergeRules.Rule
  ) throws(PatchError) -> [Value] {
    let kinds = (original + patch).map(\.isObject)
    guard let ofObjects = kinds.first else { return original }
    guard kinds.allSatisfy({ $0 == ofObjects }) else { throw .mixedList }
    guard (original + patch).allSatisfy({ $0.array == nil }) else { throw .listOfLists }
    var merged = original
    var wanted = patch
    if ofObjects {
      guard !rule.mergeKey.isEmpty else { throw .listWithoutMergeKey(type: rule.type) }
      wanted = try applyDirectives(of: patch, to: &merged, key: rule.mergeKey)
      for element in wanted { try mergeElement(element, into: &merged, rule: rule) }
    } else {
      for element in patch where !merged.contains(element) { merged.append(element) }
    }
    return try ListOrder(key: rule.mergeKey).arranged(merged, patchOrder: wanted, liveOrder: original)
  }

  /// Carries out `$patch` elements of a list; returns the elements that are left to merge.
  private func applyDirectives(
    of patch: [Value],
    to merged: inout [Value],
    key: String
  ) throws(PatchError) -> [Value] {
    var rest: [Value] = []
    var replaces = false
    for element in patch {
      guard let fields = element.object, let directive = fields[PatchDirective.marker] else {
        rest.append(element)
        continue
      }
      switch directive.string {
      case "delete":
        guard let wanted = fields[key] else { throw .noMergeKey(element: fields, key: key) }
        merged.removeAll { $0[key] == wanted }
      case "replace": replaces = true
      case "merge": throw .mergeDirectiveInList
      default: throw .unknownDirective(directive, element: fields)
      }
    }
    if replaces { merged = [] }
    return rest
  }

  private func mergeElement(
    _ element: Value,
    into merged: inout [Value],
    rule: MergeRules.Rule
  ) throws(PatchError) {
    guard let fields = element.object, let wanted = fields[rule.mergeKey] else {
      throw .noMergeKey(element: element.object ?? [:], key: rule.mergeKey)
    }
    if let index = merged.firstIndex(where: { $0[rule.mergeKey] == wanted }) {
      merged[index] = .object(try merge(fields, into: merged[index].object ?? [:], type: rule.type))
    } else {
      merged.append(element.withoutDirectives)
    }
  }
}

extension Value {
  fileprivate var isObject: Bool { if case .object = self { true } else { false } }

  /// What is left of a patch where there was nothing before: no nulls, no directives.
  fileprivate var withoutDirectives: Value {
    switch self {
    case .array(let items): .array(items.filter { $0[PatchDirective.marker] == nil }.map(\.withoutDirectives))
    case .object(let fields):
      .object(
        Fields(
          fields.filter { !$0.value.isNull && !$0.name.hasPrefix("$") }.map { ($0.name, $0.value.withoutDirectives) }
        )
      )
    default: self
    }
  }
}
