import Basics

/// A selector over fields, as it is typed after `--field-selector`: `status.phase=Running,metadata.name!=web`.
///
/// Mirrors `fields.ParseSelector` of `k8s.io/apimachinery/pkg/fields`.
package struct FieldSelector: Hashable, Sendable {
  package struct Term: Hashable, Sendable {
    package var field: String
    package var value: String
    package var isEqual: Bool
  }

  /// All must hold; in the byte order of the terms as they were written.
  package private(set) var terms: [Term]

  private init(terms: [Term]) { self.terms = terms }

  package var isEmpty: Bool { terms.isEmpty }

  /// Reads the selector; which fields a kind has for it is `check(for:)`'s to say.
  package static func parse(_ text: String) throws(FieldSelectorError) -> FieldSelector {
    var terms: [Term] = []
    for part in split(text).sorted(by: { $0.precedesByBytes($1) }) where !part.isEmpty {
      guard let (field, symbol, value) = term(part) else { throw .notATerm(part, selector: text) }
      terms.append(Term(field: field, value: try unescaped(value), isEqual: symbol != "!="))
    }
    return FieldSelector(terms: terms)
  }

  /// Refuses fields that objects of `kind` cannot be selected by.
  ///
  /// Mirrors the field label conversions of the API groups.
  package func check(for kind: Kind) throws(FieldSelectorError) {
    let known = FieldSelector.selectableFields(of: kind)
    for term in terms where !known.contains(term.field) {
      throw FieldSelector.fields(of: kind) == nil ? .unknownField(term.field) : .unsupportedField(term.field, kind)
    }
  }

  /// The members that objects of `kind` can be selected by.
  package static func selectableFields(of kind: Kind) -> [String] {
    fields(of: kind) ?? ["metadata.name", "metadata.namespace"]
  }

  /// Whether an object with these members matches.
  package func matches(_ object: Fields) -> Bool {
    terms.allSatisfy { (FieldSelector.value(of: $0.field, in: object) == $0.value) == $0.isEqual }
  }

  /// The same; nil for kinds with no more than a name and a namespace.
  private static func fields(of kind: Kind) -> [String]? {
    switch kind {
    case .pod:
      [
        "metadata.name", "metadata.namespace", "spec.nodeName", "spec.restartPolicy", "spec.schedulerName",
        "spec.serviceAccountName", "spec.hostNetwork", "status.phase", "status.podIP", "status.podIPs",
        "status.nominatedNodeName",
      ]
    case .node: ["metadata.name", "spec.unschedulable"]
    case .replicationController: ["metadata.name", "metadata.namespace", "status.replicas"]
    case .event:
      [
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
        "involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason",
        "reportingComponent", "source", "type", "metadata.namespace", "metadata.name",
      ]
    case .newEvent:
      [
        "metadata.name", "metadata.namespace", "reason", "regarding.apiVersion", "regarding.fieldPath",
        "regarding.kind", "regarding.name", "regarding.namespace", "regarding.resourceVersion", "regarding.uid",
        "reportingController", "type",
      ]
    case .namespace: ["status.phase", "metadata.name"]
    case .secret: ["type", "metadata.namespace", "metadata.name"]
    case .service: ["metadata.namespace", "metadata.name", "spec.clusterIP", "spec.type"]
    case .job: ["metadata.name", "metadata.namespace", "status.successful"]
    default: nil
    }
  }

  private static func value(of field: String, in object: Fields) -> String {
    switch field {
    case "source":
      let source = object["source"]?["component"]?.string ?? ""
      return source.isEmpty ? object["reportingComponent"]?.string ?? "" : source
    case "status.podIPs":
      return (object["status"]?["podIPs"]?.array ?? []).compactMap { $0["ip"]?.string }.joined(separator: ",")
    case "status.successful": return object["status"]?["succeeded"]?.json ?? "0"
    case "status.replicas": return object["status"]?["replicas"]?.json ?? "0"
    case "spec.unschedulable", "spec.hostNetwork":
      return Value.object(object)[path: field.split(separator: ".").map(String.init)]?.json ?? "false"
    default: return Value.object(object)[path: field.split(separator: ".").map(String.init)]?.string ?? ""
    }
  }
}

/// Why a field selector cannot be used.
package enum FieldSelectorError: Error, Hashable, Sendable {
  case notATerm(String, selector: String)
  case invalidEscape(String)
  case unescaped(Unicode.Scalar)
  /// A field that objects of this kind cannot be selected by.
  case unsupportedField(String, Kind)
  /// The same for a kind that has only the fields that every kind has.
  case unknownField(String)

  package var text: String {
    switch self {
    case .notATerm(let term, let selector): "invalid selector: '\(selector)'; can't understand '\(term)'"
    case .invalidEscape(let sequence): "invalid field selector: invalid escape sequence: \(sequence)"
    case .unescaped(let scalar): "invalid field selector: unescaped character in value: \(scalar.value)"
    case .unsupportedField(let field, .job): "field label \(field.goQuoted) not supported for batchv1.Job"
    case .unsupportedField(let field, _): "field label not supported: \(field)"
    case .unknownField(let field):
      "\(field.goQuoted) is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
    }
  }
}

/// The grammar; a backslash keeps `\`, `,` and `=` in values.
extension FieldSelector {
  /// The parts between commas that are not escaped.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == ",", !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return parts
  }

  /// The field, the first operator that is not escaped, and the value.
  private static func term(_ part: String) -> (field: String, symbol: String, value: String)? {
    var isEscaped = false
    for index in part.unicodeScalars.indices {
      let rest = part.unicodeScalars[index...]
      if !isEscaped, let symbol = ["!=", "==", "="].first(where: { rest.starts(with: $0.unicodeScalars) }) {
        return (
          String(part.unicodeScalars[..<index]), symbol, String(rest.dropFirst(symbol.unicodeScalars.count))
        )
      }
      isEscaped = rest.first == "\\" && !isEscaped
    }
    return nil
  }

  private static func unescaped(_ value: String) throws(FieldSelectorError) -> String {
    var out = ""
    var isEscaped = false
    for scalar in value.unicodeScalars {
      switch (isEscaped, scalar) {
      case (true, "\\"), (true, ","), (true, "="):
        out.unicodeScalars.append(scalar)
        isEscaped = false
      case (true, _): throw .invalidEscape("\\\(scalar)")
      case (false, "\\"): isEscaped = true
      case (false, ","), (false, "="): throw .unescaped(scalar)
      case (false, _): out.unicodeScalars.append(scalar)
      }
    }
    if isEscaped { throw .invalidEscape("\\") }
    return out
  }
}
