import Objects

/// What an operation does at the end of its path.
enum JSONPatchChange {
  case add(Value)
  case replace(Value)
  case remove
}

extension Value {
  /// The value at `pointer`. An empty pointer names no place, as in the library.
  func value(at pointer: JSONPointer, for operation: String) throws(JSONPatchError) -> Value {
    guard !pointer.tokens.isEmpty else { throw .missingPath(pointer.text, operation: operation) }
    var value = self
    for token in pointer.tokens {
      guard let next = value.child(token) else { throw .missingPath(pointer.text, operation: operation) }
      value = next
    }
    return value
  }

  private func child(_ token: String) -> Value? {
    switch self {
    case .object(let fields): return fields[token]
    case .array(let items):
      guard let index = Value.index(token, count: items.count), index < items.count else { return nil }
      return items[index]
    default: return nil
    }
  }

  /// Carries out `change` at `pointer`.
  mutating func change(
    at pointer: JSONPointer,
    _ change: JSONPatchChange,
    for operation: String
  ) throws(JSONPatchError) {
    try descend(pointer.tokens[...], change, pointer, operation)
  }

  private mutating func descend(
    _ tokens: ArraySlice<String>,
    _ change: JSONPatchChange,
    _ pointer: JSONPointer,
    _ operation: String
  ) throws(JSONPatchError) {
    guard let token = tokens.first else { throw .missingPath(pointer.text, operation: operation) }
    let rest = tokens.dropFirst()
    switch self {
    case .object(var fields):
      if rest.isEmpty {
        try Value.edit(&fields, token, change, pointer, operation)
      } else {
        guard var next = fields[token] else { throw .missingPath(pointer.text, operation: operation) }
        try next.descend(rest, change, pointer, operation)
        fields[token] = next
      }
      self = .object(fields)
    case .array(var items):
      if rest.isEmpty {
        try Value.edit(&items, token, change, pointer, operation)
      } else {
        guard let index = Value.index(token, count: items.count), index < items.count else {
          throw .missingPath(pointer.text, operation: operation)
        }
        try items[index].descend(rest, change, pointer, operation)
      }
      self = .array(items)
    default: throw .missingPath(pointer.text, operation: operation)
    }
  }

  private static func edit(
    _ fields: inout Fields,
    _ name: String,
    _ change: JSONPatchChange,
    _ pointer: JSONPointer,
    _ operation: String
  ) throws(JSONPatchError) {
    switch change {
    case .add(let value): fields[name] = value
    case .replace(let value):
      guard fields[name] != nil else { throw .missingKey(pointer.text, operation: operation) }
      fields[name] = value
    case .remove:
      guard fields.remove(name) != nil else { throw .missingKey(pointer.text, operation: operation) }
    }
  }

  private static func edit(
    _ items: inout [Value],
    _ token: String,
    _ change: JSONPatchChange,
    _ pointer: JSONPointer,
    _ operation: String
  ) throws(JSONPatchError) {
    if case .add(let value) = change, token == "-" {
      items.append(value)
      return
    }
    guard let index = index(token, count: items.count) else { throw .badIndex(pointer.text, operation: operation) }
    switch change {
    case .add(let value) where index <= items.count: items.insert(value, at: index)
    case .replace(let value) where index < items.count: items[index] = value
    case .remove where index < items.count: items.remove(at: index)
    default: throw .badIndex(pointer.text, operation: operation)
    }
  }

  /// A place in a list; negative numbers count from its end, as the library allows.
  private static func index(_ token: String, count: Int) -> Int? {
    guard let number = Int(token) else { return nil }
    if number >= 0 { return number }
    return number >= -count ? number + count : nil
  }

  /// The word that Go's JSON decoder has for the type of a value.
  var jsonTypeName: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int, .double: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
