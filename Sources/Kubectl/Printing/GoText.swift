import Objects

extension Value {
  /// As Go's `fmt.Sprint` prints it: `map[app:kubia]`, `[a b]`, `<nil>`.
  var goText: String {
    switch self {
    case .null: "<nil>"
    case .bool(let flag): String(flag)
    case .int(let number): String(number)
    case .double(let number): number.goText
    case .string(let text): text
    case .array(let items): "[" + items.map(\.goText).joined(separator: " ") + "]"
    case .object(let fields): "map[" + fields.map { "\($0.name):\($0.value.goText)" }.joined(separator: " ") + "]"
    }
  }

  /// As Go's `%#v` prints it, for the errors that show a whole object.
  var goSyntax: String {
    switch self {
    case .null: "interface {}(nil)"
    case .string(let text): text.goQuoted
    case .array(let items): "[]interface {}{" + items.map(\.goSyntax).joined(separator: ", ") + "}"
    case .object(let fields):
      "map[string]interface {}{"
        + fields.map { "\($0.name.goQuoted):\($0.value.goSyntax)" }.joined(separator: ", ") + "}"
    default: goText
    }
  }

  /// The Go type that holds it.
  var goType: String {
    switch self {
    case .null: "<nil>"
    case .bool: "bool"
    case .int: "int64"
    case .double: "float64"
    case .string: "string"
    case .array: "[]interface {}"
    case .object: "map[string]interface {}"
    }
  }
}
