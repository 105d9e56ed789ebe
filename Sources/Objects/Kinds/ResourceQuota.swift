/// A ResourceQuota: how much of what a namespace may hold, and how much it does.
package struct ResourceQuota: SpecAndStatus, Equatable {
  package static let kind = Kind.resourceQuota
  package var metadata: ObjectMeta
  package var spec: ResourceQuotaSpec
  package var status = ResourceQuotaStatus()
  package var other = Fields()

  package init(metadata: ObjectMeta, spec: ResourceQuotaSpec) {
    self.metadata = metadata
    self.spec = spec
  }
}

/// `spec` of a ResourceQuota.
package struct ResourceQuotaSpec: Hashable, Sendable, FieldCodable {
  package var hard: StringMap
  /// Which Pods count, in the words of the API: `BestEffort` …; all where there are none.
  package var scopes: [String]
  /// `scopeSelector.matchExpressions`.
  package var scopeExpressions: [ScopeExpression]
  package var other: Fields

  /// One condition on the Pods that count.
  package struct ScopeExpression: Hashable, Sendable {
    var scope: String
    var operation: String
    var values: [String]
  }

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    hard = reader.stringMap("hard") ?? [:]
    scopes = reader.strings("scopes") ?? []
    other = reader.rest
    let expressions = other["scopeSelector"]?["matchExpressions"]?.array ?? []
    scopeExpressions = expressions.map { expression in
      ScopeExpression(
        scope: expression["scopeName"]?.string ?? "",
        operation: expression["operator"]?.string ?? "",
        values: expression["values"]?.array?.compactMap(\.string) ?? []
      )
    }
  }

  package var fields: Fields {
    var out = other
    out.set("hard", hard)
    out.set("scopes", scopes)
    return out
  }
}

/// `status` of a ResourceQuota.
package struct ResourceQuotaStatus: Hashable, Sendable, FieldCodable {
  /// The limits that are enforced.
  package var hard: StringMap = [:]
  package var used: StringMap = [:]

  package init() {}

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    hard = reader.stringMap("hard") ?? [:]
    used = reader.stringMap("used") ?? [:]
  }

  package var fields: Fields {
    var out = Fields()
    out.set("hard", hard)
    out.set("used", used)
    return out
  }
}
