import Basics

/// A structure of the API: `PodSpec`, `Container` …
package struct StructureType: Sendable {
  package let name: String
  /// In the byte order of their names.
  package let fields: [FieldSchema]

  init(name: String, fields: [FieldSchema]) {
    self.name = name
    self.fields = fields.sorted { $0.name.precedesByBytes($1.name) }
  }

  /// The field `name`; O(log n).
  package subscript(name: String) -> FieldSchema? {
    var low = 0
    var high = fields.count
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].name.precedesByBytes(name) { low = middle + 1 } else { high = middle }
    }
    return low < fields.count && fields[low].name == name ? fields[low] : nil
  }
}

/// One field of a structure.
package struct FieldSchema: Sendable {
  package let name: String
  package let type: FieldType
  package let isRequired: Bool
  /// Whether a zero value (`0`, `false`, an empty text) is kept apart from an absent one.
  package let isPointer: Bool
  /// The only values that a text may have; empty where any may.
  package let allowedValues: [String]
  package let defaultValue: Value?
  package let list: ListSchema?
  /// How Go spells the type where it has a name of its own.
  let goName: String?

  /// The type as decoding errors spell it: `int32`, `[]v1.ContainerPort`.
  var goType: String { goName ?? type.goType }
  /// The type of an item of this list, or of an entry of this map.
  var goItemType: String {
    guard let goName, goName.hasPrefix("[]") else { return type.item?.goType ?? goType }
    return String(goName.dropFirst(2))
  }
}

/// How the lists of a field are merged.
package struct ListSchema: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case atomic, map, set
  }

  package enum PatchStrategy: String, Hashable, Sendable {
    case merge, replace, retainKeys
  }

  /// How server-side apply sees the list.
  package let kind: Kind?
  /// The fields that tell items of a `map` list apart.
  package let mapKeys: [String]
  /// The field that a strategic merge patch tells items apart by.
  package let mergeKey: String?
  package let patchStrategies: [PatchStrategy]
}

/// The type of a field.
package indirect enum FieldType: Hashable, Sendable {
  case string
  case int32
  case int64
  case bool
  /// A number or a text: ports, shares.
  case intOrString
  case quantity
  /// RFC 3339 with whole seconds.
  case time
  /// RFC 3339 with microseconds.
  case microTime
  /// Base64.
  case bytes
  /// Anything: `fieldsV1`, the data of a ControllerRevision.
  case any
  case list(FieldType)
  /// A map with texts as keys.
  case map(FieldType)
  case structure(String)

  /// The type of an item of a list or of an entry of a map.
  package var item: FieldType? {
    switch self {
    case .list(let item), .map(let item): item
    default: nil
    }
  }

  /// The name of the structure that this is, or is a list or a map of.
  package var structureName: String? {
    if case .structure(let name) = self { return name }
    return item?.structureName
  }

  /// The type as `kubectl explain` prints it: `integer`, `[]Container`, `map[string]string`.
  package var explained: String {
    switch self {
    case .string, .time, .microTime, .bytes: "string"
    case .int32, .int64: "integer"
    case .bool: "boolean"
    case .intOrString: "IntOrString"
    case .quantity: "Quantity"
    case .any: "Object"
    case .list(let item): "[]" + item.explained
    case .map(let item): "map[string]" + item.explained
    case .structure(let name): name
    }
  }

  /// The type as Go spells it.
  var goType: String {
    switch self {
    case .string: "string"
    case .int32: "int32"
    case .int64: "int64"
    case .bool: "bool"
    case .intOrString: "intstr.IntOrString"
    case .quantity: "resource.Quantity"
    case .time: "v1.Time"
    case .microTime: "v1.MicroTime"
    case .bytes: "[]uint8"
    case .any: "runtime.RawExtension"
    case .list(let item): "[]" + item.goType
    case .map(let item): "map[string]" + item.goType
    case .structure(let name): "v1." + name
    }
  }
}
