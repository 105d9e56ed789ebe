import Objects

extension MergeRules {
  /// The rules of the API's schema; types are named as there: `Pod`, `PodSpec`.
  package static let schema = MergeRules { field, type in
    guard let found = Schema.structure(named: type)?[field] else { return nil }
    let strategies = found.list?.patchStrategies ?? []
    return Rule(
      mergesList: strategies.contains(.merge),
      replacesObject: strategies.contains(.replace),
      retainsKeys: strategies.contains(.retainKeys),
      mergeKey: found.list?.mergeKey ?? "",
      type: found.type.structureName ?? ""
    )
  }
}
