/// A step of a parsed JSONPath.
indirect enum JSONPathNode: Hashable, Sendable {
  case text(String)
  case field(String)
  case wildcard
  case recursive
  case slice(JSONPathSlice)
  case filter(left: [JSONPathNode], operation: String, right: [JSONPathNode])
  case union([[JSONPathNode]])
  case int(Int64)
  case float(Double)
  case bool(Bool)
  /// `range` or `end`; other words are errors when they are evaluated.
  case identifier(String)
  /// What stands between one pair of braces.
  case action([JSONPathNode])
}

/// `[1]`, `[0:2]`, `[-1:]`, `[*]`: bounds as they were written.
struct JSONPathSlice: Hashable, Sendable {
  var start: Int?
  var end: Int?
  var step: Int?
  /// Whether `end` only follows from a single index.
  var isIndex: Bool
}
