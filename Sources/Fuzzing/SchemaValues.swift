import Objects

/// Draws values of the API's schema.
extension Draw {
  /// A value of the type; often such that it is accepted.
  mutating func value(of type: FieldType, allowed: [String] = [], depth: Int = 3) -> Value {
    if once(in: 40) { return oddValue() }
    switch type {
    case .string: return .string(allowed.isEmpty || once(in: 8) ? word() : pick(allowed))
    case .int32, .int64: return .int(once(in: 4) ? oddNumber() : Int64(below(10)))
    case .bool: return .bool(once(in: 2))
    case .intOrString: return once(in: 2) ? .int(Int64(below(100))) : .string(pick(["25%", "http", "0%", "1", "-1%"]))
    case .quantity: return pick(["1", "100m", "1Gi", "0.5", "1e3", "64Mi", .int(2), "-1", ""])
    case .time, .microTime: return pick(["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.123456Z", "yesterday"])
    case .bytes: return pick(["YWJj", "", "YQ==", "?"])
    case .any: return oddValue()
    case .list(let item):
      return .array((0..<below(depth > 0 ? 3 : 1)).map { _ in value(of: item, depth: depth - 1) })
    case .map(let item):
      let members = (0..<below(depth > 0 ? 3 : 1)).map { _ in (word(), value(of: item, depth: depth - 1)) }
      return .object(Fields(members))
    case .structure(let name):
      guard let structure = Schema.structure(named: name) else { return .object([:]) }
      return .object(fields(of: structure, depth: depth))
    }
  }

  /// The required fields and a few others.
  mutating func fields(of structure: StructureType, depth: Int) -> Fields {
    var out = Fields()
    for field in structure.fields where field.isRequired || depth > 0 && once(in: structure.fields.count / 2 + 1) {
      out[field.name] = value(of: field.type, allowed: field.allowedValues, depth: depth - 1)
    }
    if once(in: 30) { out[oddText()] = oddValue() }
    return out
  }

  /// An object of `kind`: one that is accepted, with a few of its fields made anew.
  mutating func object(of kind: Kind, like template: Fields?) -> Value {
    var fields = template ?? [:]
    for name in ["status"] { fields[name] = nil }
    fields["apiVersion"] = .string(kind.apiVersion)
    fields["kind"] = .string(kind.name)
    var value = Value.object(fields)
    for _ in 0..<below(4) { value = changed(value, structure: Schema.structure(of: kind)) }
    return value
  }

  /// `value` with one field somewhere in it drawn anew, removed, or replaced by what does not belong there.
  mutating func changed(_ value: Value, structure: StructureType?, depth: Int = 0) -> Value {
    if depth > 0, once(in: 12) { return oddValue() }
    switch value {
    case .object(var fields):
      if let structure, once(in: 4) || fields.isEmpty, !structure.fields.isEmpty {
        let field = pick(structure.fields)
        fields[field.name] = self.value(of: field.type, allowed: field.allowedValues)
      } else if !fields.isEmpty {
        let field = pick(fields)
        let inner = structure?[field.name]?.type.structureName.flatMap(Schema.structure(named:))
        switch below(14) {
        case 0: fields[field.name] = nil
        case 1: fields[changed(field.name)] = fields.remove(field.name)
        default: fields[field.name] = changed(field.value, structure: inner, depth: depth + 1)
        }
      }
      return .object(fields)
    case .array(var items):
      guard !items.isEmpty else { return .array([oddValue()]) }
      let index = below(items.count)
      switch below(8) {
      case 0: items.remove(at: index)
      case 1: items.append(items[index])
      default: items[index] = changed(items[index], structure: structure, depth: depth + 1)
      }
      return .array(items)
    case .string(let text): return once(in: 3) ? oddValue() : .string(once(in: 2) ? word() : changed(text))
    case .int: return once(in: 3) ? oddValue() : .int(oddNumber())
    case .bool(let flag): return once(in: 3) ? oddValue() : .bool(!flag)
    case .null, .double: return oddValue()
    }
  }

  /// A value that may stand nowhere.
  mutating func oddValue() -> Value {
    switch below(9) {
    case 0: .null
    case 1: .bool(once(in: 2))
    case 2: .int(oddNumber())
    case 3: .double(pick([0.5, -0.0, 1e300, 3.0, 1e-9, 9.3e18]))
    case 4: .array((0..<below(3)).map { _ in oddValue() })
    case 5: .object([oddText(): .string(oddText())])
    case 6: nested(below(60))
    default: .string(oddText())
    }
  }

  private mutating func nested(_ depth: Int) -> Value {
    let isList = once(in: 2)
    return (0..<depth).reduce(.int(1)) { value, _ in isList ? .array([value]) : .object(["a": value]) }
  }

  /// A text as names, labels and images are.
  mutating func word() -> String {
    let words = [
      "web", "app", "main", "nginx:1.29", "busybox", "node-1", "default", "http", "Always", "Never", "OnFailure", "a-b",
      "example.com/key", "disk", "ssd", "NoSchedule", "Exists", "In", "app=web", "/tmp", "*/5 * * * *", "Asia/Seoul",
    ]
    return once(in: 10) ? oddText() : pick(words)
  }
}
