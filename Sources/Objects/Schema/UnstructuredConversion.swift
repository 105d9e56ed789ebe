/// Why the members of an object do not fit its kind, where they are not read from JSON but taken over as they are: what
/// a strategic merge patch has made.
///
/// Mirrors `fromUnstructured` of apimachinery's `runtime.DefaultUnstructuredConverter`, whose errors name no field.
struct UnstructuredConversion {
  /// The first thing that does not fit; nil where all does, or where the kind has no schema.
  static func problem(in fields: Fields, _ structure: StructureType) -> String? {
    for field in structure.fields {
      guard let value = fields[field.name] else { continue }
      if let problem = problem(with: value, field.type, goType: field.goType, goItemType: field.goItemType) {
        return problem
      }
    }
    return nil
  }

  private static func problem(
    with value: Value,
    _ type: FieldType,
    goType: String,
    goItemType: String
  ) -> String? {
    if value.isNull { return nil }
    switch type {
    case .any: return nil
    case .quantity, .time, .microTime, .intOrString: return Decoder.problem(with: value, type)
    case .structure(let name):
      guard let structure = Schema.structure(named: name) else { return nil }
      guard case .object(let fields) = value else { return "cannot restore struct from: \(value.goKind)" }
      return problem(in: fields, structure)
    case .list(let item):
      guard case .array(let items) = value else { return "cannot restore slice from \(value.goKind)" }
      return first(items, item, goItemType)
    case .map(let item):
      guard case .object(let fields) = value else { return "cannot restore map from \(value.goKind)" }
      return first(fields.map(\.value), item, goItemType)
    case .bytes:
      guard case .string(let text) = value else { return "cannot restore slice from \(value.goKind)" }
      return Base64.firstError(in: text).map { "error decoding from json: illegal base64 data at input byte \($0)" }
    case .string, .bool, .int32, .int64: return problem(withScalar: value, type, goType: goType)
    }
  }

  private static func first(_ items: [Value], _ item: FieldType, _ goType: String) -> String? {
    for element in items {
      let inner = item.item?.goType ?? ""
      if let problem = problem(with: element, item, goType: goType, goItemType: inner) { return problem }
    }
    return nil
  }

  /// Go converts numbers to texts and to each other, which JSON does not; what it cannot convert at all is
  /// "unrecognized".
  private static func problem(withScalar value: Value, _ type: FieldType, goType: String) -> String? {
    switch (type, value) {
    case (.string, .string), (.bool, .bool), (.int32, .int), (.int64, .int): nil
    case (.int32, .double(let number)), (.int64, .double(let number)):
      number == number.rounded(.towardZero) ? nil : "cannot convert float64 to \(goType)"
    case (.string, .int): "cannot convert int64 to \(goType)"
    default: "unrecognized type: \(type.goType)"
    }
  }
}

extension Value {
  /// The `reflect.Kind` of this value as apimachinery decodes JSON.
  fileprivate var goKind: String {
    switch self {
    case .null: "invalid"
    case .bool: "bool"
    case .int: "int64"
    case .double: "float64"
    case .string: "string"
    case .array: "slice"
    case .object: "map"
    }
  }
}

extension Schema {
  /// Why a patched object is none of `kind`, as the API server words it after a strategic merge patch; nil where it
  /// is one.
  package static func conversionProblem(_ fields: Fields, as kind: Kind) -> String? {
    structure(of: kind).flatMap { UnstructuredConversion.problem(in: fields, $0) }
  }
}
