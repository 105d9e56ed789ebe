/// JSON whose members have an order of their own: that of a Go structure.
indirect enum OrderedJSON {
  case value(Value)
  case list([OrderedJSON])
  case object([(name: String, value: OrderedJSON)])

  /// On one line.
  var json: String {
    switch self {
    case .value(let value): value.json
    case .list(let items): "[\(items.map(\.json).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\(Value.string($0.name).json):\($0.value.json)" }.joined(separator: ","))}"
    }
  }

  /// On several lines, indented by `width` spaces a level.
  func indented(by width: Int) -> String {
    lines(indent: "", step: String(repeating: " ", count: width)).joined(separator: "\n")
  }

  private func lines(indent: String, step: String) -> [String] {
    switch self {
    case .value(.object(let fields)) where !fields.isEmpty:
      OrderedJSON.object(fields.map { ($0.name, .value($0.value)) }).lines(indent: indent, step: step)
    case .value(.array(let items)) where !items.isEmpty:
      OrderedJSON.list(items.map(OrderedJSON.value)).lines(indent: indent, step: step)
    case .value(let value): [value.json]
    case .list(let items): OrderedJSON.block("[", items.map { ("", $0) }, "]", indent, step)
    case .object(let members):
      OrderedJSON.block("{", members.map { ("\(Value.string($0.name).json): ", $0.value) }, "}", indent, step)
    }
  }

  private static func block(
    _ start: String,
    _ items: [(label: String, value: OrderedJSON)],
    _ end: String,
    _ indent: String,
    _ step: String
  ) -> [String] {
    if items.isEmpty { return [start + end] }
    var out = [start]
    let inner = indent + step
    for (index, item) in items.enumerated() {
      var lines = item.value.lines(indent: inner, step: step)
      lines[0] = inner + item.label + lines[0]
      if index < items.count - 1 { lines[lines.count - 1] += "," }
      out += lines
    }
    return out + [indent + end]
  }
}
