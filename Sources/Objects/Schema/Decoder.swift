import Basics

/// The walk of `Schema.decode`.
///
/// A wrong type is remembered and the walk goes on, as in Go; the first one is the error in the end. Types that decode
/// themselves (quantities, times, ports) end the walk at once, and their error wins.
struct Decoder {
  private(set) var unknownFields: [String] = []
  private var firstError: DecodingError?
  /// The names of the fields that lead to the value, without indices and keys.
  private var path: [String] = []
  /// The same with indices and keys, as strict errors spell it.
  private var strictPath = ""
  private var structureName = ""

  mutating func root(_ value: Value, _ structure: StructureType) throws(DecodingError) -> Fields {
    let decoded = try self.structure(value, structure, goType: "v1.\(structure.name)")
    if let firstError { throw firstError }
    return decoded?.object ?? [:]
  }

  /// nil for a value that is dropped: null, or of the wrong type.
  private mutating func structure(
    _ value: Value,
    _ structure: StructureType,
    goType: String
  ) throws(DecodingError) -> Value? {
    guard let members = object(value, goType) else { return nil }
    let outer = (structureName, strictPath)
    defer { (structureName, strictPath) = outer }
    var out = Fields()
    for member in members {
      structureName = structure.name
      strictPath = outer.1.isEmpty ? member.name : "\(outer.1).\(member.name)"
      guard let field = structure[member.name] else {
        // The server gives up after a hundred.
        if unknownFields.count < 100 { unknownFields.append(strictPath) }
        continue
      }
      path.append(member.name)
      if let decoded = try self.field(member.value, field) { out[member.name] = decoded }
      path.removeLast()
    }
    for field in structure.fields where field.isRequired && out[field.name] == nil {
      out[field.name] = field.type.zero
    }
    return .object(out)
  }

  /// nil where Go would leave the field out when it writes the object again.
  private mutating func field(_ value: Value, _ field: FieldSchema) throws(DecodingError) -> Value? {
    let decoded = try self.value(value, field.type, goType: field.goType, goItemType: field.goItemType)
    guard let decoded, !field.isPointer, !field.isRequired else { return decoded }
    switch decoded {
    case .array(let items) where items.isEmpty: return nil
    case .object(let fields) where fields.isEmpty && field.type.item != nil: return nil
    case .null, "", 0, false: return nil
    default: return decoded
    }
  }

  private mutating func value(
    _ value: Value,
    _ type: FieldType,
    goType: String,
    goItemType: String
  ) throws(DecodingError) -> Value? {
    switch type {
    case .any: return value
    case .quantity: return .string(try quantity(value))
    case .time, .microTime: return try time(value, isMicro: type == .microTime)
    case .intOrString: return try intOrString(value)
    case .structure(let name):
      guard let structure = Schema.structure(named: name) else { return value }
      return try self.structure(value, structure, goType: goType)
    case .list(let item): return try list(value, item, goType: goType, goItemType: goItemType)
    case .map(let item): return try map(value, item, goType: goType, goItemType: goItemType)
    case .string, .bytes, .bool, .int32, .int64: return try scalar(value, type, goType: goType)
    }
  }

  private mutating func list(
    _ value: Value,
    _ item: FieldType,
    goType: String,
    goItemType: String
  ) throws(DecodingError) -> Value? {
    guard let items = value.array else { return mismatch(value, goType) }
    let outer = strictPath
    defer { strictPath = outer }
    var out: [Value] = []
    for (index, element) in items.enumerated() {
      strictPath = "\(outer)[\(index)]"
      let decoded = try self.value(element, item, goType: goItemType, goItemType: item.item?.goType ?? "")
      out.append(decoded ?? item.zero ?? [:])
    }
    return .array(out)
  }

  private mutating func map(
    _ value: Value,
    _ item: FieldType,
    goType: String,
    goItemType: String
  ) throws(DecodingError) -> Value? {
    guard let members = object(value, goType) else { return nil }
    let outer = strictPath
    defer { strictPath = outer }
    var out = Fields()
    for member in members {
      strictPath = "\(outer).\(member.name)"
      let decoded = try self.value(member.value, item, goType: goItemType, goItemType: item.item?.goType ?? "")
      out[member.name] = decoded ?? item.zero ?? [:]
    }
    return .object(out)
  }

  private mutating func object(_ value: Value, _ goType: String) -> Fields? {
    guard case .object(let members) = value else {
      _ = mismatch(value, goType)
      return nil
    }
    return members
  }

  private mutating func scalar(_ value: Value, _ type: FieldType, goType: String) throws(DecodingError) -> Value? {
    switch (type, value) {
    case (.string, .string), (.bool, .bool): return value
    case (.bytes, .string(let text)):
      if let offset = Base64.firstError(in: text) { remember(.base64(offset: offset)) }
      return value
    case (.int32, .int), (.int64, .int), (.int32, .double), (.int64, .double):
      guard let number = value.int, type == .int64 || Int32(exactly: number) != nil else {
        remember(mismatch(named: "number \(value.json)", goType))
        return nil
      }
      return .int(number)
    default: return mismatch(value, goType)
    }
  }

  /// What is wrong with a value that reads itself: a quantity, a time, a number or text.
  static func problem(with value: Value, _ type: FieldType) -> String? {
    let decoder = Decoder()
    do throws(DecodingError) {
      switch type {
      case .quantity: _ = try decoder.quantity(value)
      case .time, .microTime: _ = try decoder.time(value, isMicro: type == .microTime)
      default: _ = try decoder.intOrString(value)
      }
      return nil
    } catch {
      return error.text
    }
  }

  private func quantity(_ value: Value) throws(DecodingError) -> String {
    let text: String
    switch value {
    case .null: return "0"
    case .string(let written): text = written
    default: text = value.json
    }
    do { return try Quantity(parsing: text).roundedUpToMilli.description } catch { throw .quantity(error) }
  }

  private func time(_ value: Value, isMicro: Bool) throws(DecodingError) -> Value? {
    if value.isNull { return nil }
    guard case .string(let text) = value else { throw mismatch(named: value.jsonTypeName, "string") }
    guard let instant = Instant(rfc3339: text) else { throw .time(text) }
    return .string(isMicro ? instant.rfc3339Micro : instant.rfc3339)
  }

  private func intOrString(_ value: Value) throws(DecodingError) -> Value? {
    switch value {
    case .null: return nil
    case .string: return value
    case .int, .double:
      guard let number = value.int, Int32(exactly: number) != nil else {
        throw mismatch(named: "number \(value.json)", "int32")
      }
      return .int(number)
    default: throw mismatch(named: value.jsonTypeName, "int32")
    }
  }

  /// Remembers that `value` does not fit, unless it is null, which fits everywhere and means nothing.
  private mutating func mismatch(_ value: Value, _ goType: String) -> Value? {
    if !value.isNull { remember(mismatch(named: value.jsonTypeName, goType)) }
    return nil
  }

  private func mismatch(named name: String, _ goType: String) -> DecodingError {
    .mismatch(value: name, structure: structureName, path: path.joined(separator: "."), type: goType)
  }

  private mutating func remember(_ error: DecodingError) {
    if firstError == nil { firstError = error }
  }
}

extension FieldType {
  /// What a required field holds that nobody has given; nil for lists, maps and structures, which stay away.
  fileprivate var zero: Value? {
    switch self {
    case .string, .bytes: ""
    case .int32, .int64, .intOrString: 0
    case .bool: false
    case .quantity: "0"
    default: nil
    }
  }
}

extension Value {
  /// The JSON type as Go's errors name it.
  fileprivate var jsonTypeName: String {
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
