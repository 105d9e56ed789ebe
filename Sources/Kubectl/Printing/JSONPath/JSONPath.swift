package import Objects

/// A JSONPath template: text, and paths in braces.
///
/// Mirrors `k8s.io/client-go/util/jsonpath`.
package struct JSONPath: Hashable, Sendable {
  /// As it was written.
  package let source: String
  private let nodes: [JSONPathNode]

  /// Why a template cannot be read, or cannot be followed through an object; kubectl's words.
  package struct PathError: Error, Hashable, Sendable {
    package let message: String
  }

  /// - Throws: What is wrong with the syntax, in client-go's words.
  package init(_ source: String) throws(PathError) {
    self.source = source
    do {
      nodes = try JSONPathParser.parse(source)
    } catch {
      throw PathError(message: error.message)
    }
  }

  /// What each part of the template finds in `value`, in order. Missing members find nothing.
  package func results(in value: Value) throws(PathError) -> [[Value]] {
    var evaluator = JSONPathEvaluator(nodes)
    return try evaluator.results(from: 0, in: value).found
  }

  /// What the template prints for `value`: structures as JSON, several finds of one part with spaces between.
  package func text(for value: Value) throws(PathError) -> String {
    try results(in: value).map { found in
      found.map(\.jsonPathText).joined(separator: " ")
    }.joined()
  }

  /// The same for `-o jsonpath-as-json`: what each part has found as a JSON array.
  package func jsonText(for value: Value) throws(PathError) -> String {
    try results(in: value).map { Value.array($0).prettyJSON + "\n" }.joined()
  }

  /// Reads a path as `--sort-by` and custom columns take it: braces and the first dot may be left out.
  ///
  /// Mirrors `get.RelaxedJSONPathExpression`.
  package init(relaxed expression: String) throws(PathError) {
    guard !expression.isEmpty else {
      try self.init("")
      return
    }
    var inside = expression[...]
    if inside.hasPrefix("{"), inside.hasSuffix("}"), inside.count > 2 { inside = inside.dropFirst().dropLast() }
    let path = inside.first == "." ? inside.dropFirst() : inside
    guard !path.isEmpty, !path.contains(where: { $0 == "{" || $0 == "}" }) else {
      throw PathError(
        message: "unexpected path string, expected a 'name1.name2' or '.name1.name2' or "
          + "'{name1.name2}' or '{.name1.name2}'"
      )
    }
    try self.init("{.\(path)}")
  }
}

extension Value {
  fileprivate var jsonPathText: String {
    switch self {
    case .array, .object: json
    default: goText
    }
  }
}
