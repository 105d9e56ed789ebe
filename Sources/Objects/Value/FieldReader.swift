package import Basics

/// Takes typed fields out of a JSON object that was validated before; what nobody took is kept as it came.
///
/// Reading never fails: wrong types were refused at the edge by the schema, so a mismatch reads as absent.
package struct FieldReader {
  /// What has not been taken yet.
  package private(set) var rest: Fields

  package init(_ fields: Fields) { rest = fields }

  package mutating func value(_ name: String) -> Value? {
    guard let value = rest.remove(name), !value.isNull else { return nil }
    return value
  }

  package mutating func string(_ name: String) -> String? { value(name)?.string }
  package mutating func bool(_ name: String) -> Bool? { value(name)?.bool }
  package mutating func int(_ name: String) -> Int? { value(name)?.int.map { Int(truncatingIfNeeded: $0) } }
  package mutating func fields(_ name: String) -> Fields? { value(name)?.object }
  package mutating func array(_ name: String) -> [Value]? { value(name)?.array }

  package mutating func time(_ name: String) -> Instant? { string(name).flatMap(Instant.init(rfc3339:)) }

  package mutating func strings(_ name: String) -> [String]? { array(name)?.compactMap(\.string) }

  /// A map of strings (labels, annotations, node selectors).
  package mutating func stringMap(_ name: String) -> StringMap? { fields(name).map(StringMap.init(fields:)) }

  /// A nested structure.
  package mutating func structure<T: FieldCodable>(_ name: String, as type: T.Type = T.self) -> T? {
    fields(name).map { T(fields: $0) }
  }

  /// A list of nested structures.
  package mutating func list<T: FieldCodable>(_ name: String, of type: T.Type = T.self) -> [T]? {
    array(name)?.compactMap { $0.object.map { T(fields: $0) } }
  }
}

/// A structure of the API that is read from and written to the members of a JSON object.
package protocol FieldCodable: Sendable {
  init(fields: Fields)
  /// All members, those that came and were not understood included.
  var fields: Fields { get }
}

/// The setters that an encoder needs: absent and empty values are left out, as Go's `omitempty` does.
extension Fields {
  package mutating func set(_ name: String, _ value: String?) {
    if let value { self[name] = .string(value) }
  }
  package mutating func setNonEmpty(_ name: String, _ value: String) {
    if !value.isEmpty { self[name] = .string(value) }
  }
  package mutating func set(_ name: String, _ value: Bool?) {
    if let value { self[name] = .bool(value) }
  }
  package mutating func set(_ name: String, _ value: Int?) {
    if let value { self[name] = .int(Int64(value)) }
  }
  package mutating func setNonZero(_ name: String, _ value: Int) {
    if value != 0 { self[name] = .int(Int64(value)) }
  }
  package mutating func set(_ name: String, _ value: Instant?) {
    if let value { self[name] = .string(value.rfc3339) }
  }
  package mutating func set(_ name: String, _ value: StringMap?) {
    if let value, !value.isEmpty { self[name] = .object(value.fields) }
  }
  package mutating func set(_ name: String, _ value: [String]?) {
    if let value, !value.isEmpty { self[name] = .array(value.map(Value.string)) }
  }
  package mutating func set(_ name: String, _ value: (some FieldCodable)?) {
    if let value { self[name] = .object(value.fields) }
  }
  package mutating func set(_ name: String, _ list: [some FieldCodable]?) {
    if let list, !list.isEmpty { self[name] = .array(list.map { .object($0.fields) }) }
  }
}
