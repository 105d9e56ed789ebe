/// A tree of JSON values: what an API object looks like on the wire.
package enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case array([Value])
  case object(Fields)

  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  package var array: [Value]? { if case .array(let items) = self { items } else { nil } }
  package var object: Fields? { if case .object(let fields) = self { fields } else { nil } }
  package var isNull: Bool { if case .null = self { true } else { false } }

  /// A whole number, also when it was written as `3.0`.
  package var int: Int64? {
    switch self {
    case .int(let number): number
    case .double(let number): Int64(exactly: number)
    default: nil
    }
  }

  /// The member `key` of an object; nil for other values and absent members.
  package subscript(key: String) -> Value? {
    get { object?[key] }
    set {
      guard case .object(var fields) = self else { return }
      self = .null  // so that `fields` is changed in place
      fields[key] = newValue
      self = .object(fields)
    }
  }

  /// The value below `path`; nil where a step is missing.
  package subscript(path path: [String]) -> Value? {
    path.reduce(Optional(self)) { $0?[$1] }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: Value...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, Value)...) { self = .object(Fields(elements)) }
}
