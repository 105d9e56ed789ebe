import Objects

/// Values as Go source text, as `%#v` prints them.
enum GoSyntax {
  static func text(_ value: Value) -> String {
    switch value {
    case .null: "interface {}(nil)"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): "\(number)"
    case .double(let number): number.goGeneralText
    case .string(let text): "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .array(let items): "[]interface {}{" + items.map(text).joined(separator: ", ") + "}"
    case .object(let fields):
      "map[interface {}]interface {}{"
        + fields.map { "\"\($0.name)\":" + text($0.value) }.joined(separator: ", ") + "}"
    }
  }
}
