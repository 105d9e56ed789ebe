import Objects

/// What is left of a strategic merge patch once it has been carried out: the API server shows that in its errors.
///
/// Mirrors what `mergeMap` of apimachinery's `strategicpatch` takes out of the patch on its way: directives, lists that
/// came with their order, and nulls where there was nothing before.
struct PatchRemainder {
  let rules: MergeRules

  func fields(of patch: Fields, over original: Fields, type: String) -> Fields {
    var rest = patch
    if rest.remove(PatchDirective.marker) != nil { return rest }
    _ = rest.remove(PatchDirective.retainKeys)
    for directive in patch where directive.name.hasPrefix(PatchDirective.elementOrder) {
      _ = rest.remove(directive.name)
      _ = rest.remove(String(directive.name.dropFirst(PatchDirective.elementOrder.count)))
    }
    for field in rest {
      let rule = rules.rule(for: field.name, in: type)
      rest[field.name] = value(of: field.value, over: original[field.name], rule)
    }
    return rest
  }

  private func value(of change: Value, over current: Value?, _ rule: MergeRules.Rule) -> Value {
    switch (current, change) {
    case (.object(let old), .object(let new)):
      rule.replacesObject ? change : .object(fields(of: new, over: old, type: rule.type))
    case (.array(let old), .array(let new)):
      rule.mergesList ? .array(new.map { element(of: $0, in: old, rule) }) : change
    default: change.withoutNulls
    }
  }

  private func element(of change: Value, in list: [Value], _ rule: MergeRules.Rule) -> Value {
    guard let wanted = change[rule.mergeKey], case .object(let new) = change,
      case .object(let old)? = list.first(where: { $0[rule.mergeKey] == wanted })
    else { return change }
    return .object(fields(of: new, over: old, type: rule.type))
  }
}

extension Value {
  /// Mirrors `discardNullValuesFromPatch`.
  fileprivate var withoutNulls: Value {
    switch self {
    case .array(let items): .array(items.map(\.withoutNulls))
    case .object(let fields):
      .object(Fields(fields.filter { !$0.value.isNull }.map { ($0.name, $0.value.withoutNulls) }))
    default: self
    }
  }
}
