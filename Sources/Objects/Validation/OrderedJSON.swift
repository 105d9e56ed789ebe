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

  /// Indented by one space a level.
  var indented: String { lines(indent: "").joined(separator: "\n") }

  private func lines(indent: String) -> [String] {
    switch self {
    case .value(.object(let fields)) where !fields.isEmpty:
      OrderedJSON.object(fields.map { ($0.name, .value($0.value)) }).lines(indent: indent)
    case .value(.array(let items)) where !items.isEmpty:
      OrderedJSON.list(items.map(OrderedJSON.value)).lines(indent: indent)
    case .value(let value): [value.json]
    case .list(let items): OrderedJSON.block("[", items.map { ("", $0) }, "]", indent)
    case .object(let members):
      OrderedJSON.block("{", members.map { ("\(Value.string($0.name).json): ", $0.value) }, "}", indent)
    }
  }

  private static func block(
    _ start: String,
    _ items: [(label: String, value: OrderedJSON)],
    _ end: String,
    _ indent: String
  ) -> [String] {
    var out = [start]
    let inner = indent + " "
    for (index, item) in items.enumerated() {
      var lines = item.value.lines(indent: inner)
      lines[0] = inner + item.label + lines[0]
      if index < items.count - 1 { lines[lines.count - 1] += "," }
      out += lines
    }
    return out + [indent + end]
  }
}
