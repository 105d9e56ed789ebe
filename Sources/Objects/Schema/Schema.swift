/// The structures of the API as kube-apiserver v1.36 serves them: the one source for strict decoding, `explain`,
/// completion of field paths and the keys of strategic merge patches.
package enum Schema {
  /// The structure `name`, as fields name it.
  package static func structure(named name: String) -> StructureType? { structures[name] }

  /// The structure of the objects of `kind`; nil for kinds that are only read.
  package static func structure(of kind: Kind) -> StructureType? {
    kind.isMadeWhenRead ? nil : structures[kind.name]
  }

  /// The field that `path` leads to from an object of `kind`, through lists and maps of structures; nil where a
  /// step is no field.
  package static func field(_ path: [String], of kind: Kind) -> FieldSchema? {
    var structure = structure(of: kind)
    var found: FieldSchema?
    for step in path {
      found = structure?[step]
      structure = found?.type.structureName.flatMap(Schema.structure(named:))
    }
    return found
  }

  private static let structures = SchemaFile.read()
}

/// The file `schema.json`, which the target carries.
private enum SchemaFile {
  static func read() -> [String: StructureType] {
    guard let file = EmbeddedFiles.files.first(where: { $0.path == "schema.json" }),
      let root = try? JSONText.parse(file.text), let types = root["types"]?.object
    else { preconditionFailure("schema.json is not what this target embeds") }
    var structures: [String: StructureType] = [:]
    for type in types {
      let fields = type.value["fields"]?.object ?? [:]
      structures[type.name] = StructureType(name: type.name, fields: fields.map(field))
    }
    return structures
  }

  private static func field(_ member: Fields.Field) -> FieldSchema {
    let value = member.value
    return FieldSchema(
      name: member.name,
      type: type(value["type"]?.string ?? ""),
      isRequired: value["required"]?.bool ?? false,
      isPointer: value["pointer"]?.bool ?? false,
      allowedValues: value["enum"]?.array?.compactMap(\.string) ?? [],
      defaultValue: value["default"],
      list: list(value),
      goName: value["goType"]?.string
    )
  }

  private static func list(_ value: Value) -> ListSchema? {
    let kind = value["listType"]?.string.flatMap(ListSchema.Kind.init(rawValue:))
    let strategies = (value["patchStrategy"]?.string ?? "").split(separator: ",")
      .compactMap { ListSchema.PatchStrategy(rawValue: String($0)) }
    guard kind != nil || !strategies.isEmpty else { return nil }
    return ListSchema(
      kind: kind,
      mapKeys: value["listMapKeys"]?.array?.compactMap(\.string) ?? [],
      mergeKey: value["mergeKey"]?.string,
      patchStrategies: strategies
    )
  }

  private static func type(_ text: String) -> FieldType {
    if text.hasPrefix("[]") { return .list(type(String(text.dropFirst(2)))) }
    if text.hasPrefix("map[string]") { return .map(type(String(text.dropFirst(11)))) }
    return switch text {
    case "string": .string
    case "string:byte": .bytes
    case "string:date-time": .time
    case "string:micro-time": .microTime
    case "integer:int32": .int32
    case "integer:int64": .int64
    case "boolean": .bool
    case "IntOrString": .intOrString
    case "Quantity": .quantity
    case "FieldsV1", "RawExtension": .any
    default: .structure(text)
    }
  }
}
