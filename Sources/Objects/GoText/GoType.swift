import Basics

/// The type of a member of a Go structure, as far as its print-out depends on it.
indirect enum GoType: Sendable {
  case text(String)
  case integer(String)
  case bool
  case time
  case quantity
  case intOrString
  case stringMap
  /// A map from the name of a resource to its quantity.
  case resourceList
  case structure(String)
  case list(GoType)
  case pointer(GoType)

  init(_ text: String) {
    if text.hasPrefix("*") {
      self = .pointer(GoType(String(text.dropFirst())))
    } else if text.hasPrefix("[]") {
      self = .list(GoType(String(text.dropFirst(2))))
    } else {
      switch text {
      case "int32", "int64": self = .integer(text)
      case "bool": self = .bool
      case "Time": self = .time
      case "resource.Quantity": self = .quantity
      case "intstr.IntOrString": self = .intOrString
      case "map[string]string": self = .stringMap
      case "ResourceList": self = .resourceList
      default: self = GoLayout.isStructure(text) ? .structure(text) : .text(text)
      }
    }
  }

  /// The type as Go prints it, with the package where it has one.
  var name: String {
    switch self {
    case .text(let name): name == "string" || name.contains(".") ? name : "v1.\(name)"
    case .integer(let name): name
    case .bool: "bool"
    case .time: "v1.Time"
    case .quantity: "resource.Quantity"
    case .intOrString: "intstr.IntOrString"
    case .stringMap: "map[string]string"
    case .resourceList: "v1.ResourceList"
    case .structure(let name): "v1.\(name)"
    case .list(let element): "[]\(element.name)"
    case .pointer(let pointee): "*\(pointee.name)"
    }
  }
}

extension GoLayout {
  /// One member of a Go structure.
  struct Member: Sendable {
    let name: String
    /// The name in JSON.
    let field: String
    let type: GoType
    /// The members that stand in its place in JSON; nil where it is not embedded.
    let embedded: [Member]?
  }

  private static let lines: [(name: String, members: [String])] = text.split(separator: "\n").map { line in
    let words = line.split(separator: " ").map(String.init)
    return (words[0], Array(words.dropFirst()))
  }

  private static let names = Set(lines.map(\.name))

  /// Beside those that are listed: those that are known to be structures and nothing else.
  static func isStructure(_ name: String) -> Bool {
    names.contains(name) || name.hasSuffix("Source") || name.hasSuffix("Reference") || name.hasSuffix("Container")
      || others.contains(name)
  }

  private static let others: Set<String> = [
    "ContainerRestartRule", "FileKeySelector", "ManagedFieldsEntry", "PodResourceClaim", "PodSchedulingGroup",
    "ResourceClaim", "WindowsSecurityContextOptions",
  ]

  static let members: [String: [Member]] = Dictionary(
    uniqueKeysWithValues: lines.map { ($0.name, members(of: $0.name, in: $0.name)) }
  )

  /// The members of a structure, which JSON has in `outer`: itself, or what it is embedded in.
  private static func members(of name: String, in outer: String) -> [Member] {
    (lines.first { $0.name == name }?.members ?? []).map { word in
      if word.hasPrefix("^") {
        let type = String(word.dropFirst())
        return Member(name: type, field: "", type: .structure(type), embedded: members(of: type, in: outer))
      }
      let halves = word.split(separator: ":", maxSplits: 1)
      let names = halves[0].split(separator: "=")
      let field = names.count > 1 ? String(names[1]) : jsonName(String(names[0]), in: outer)
      return Member(name: String(names[0]), field: field, type: GoType(String(halves[1])), embedded: nil)
    }
  }

  /// The schema's name of a member: the same letters, of which some are small.
  private static func jsonName(_ name: String, in structure: String) -> String {
    let fields = Schema.structure(named: structure)?.fields ?? []
    return fields.first { $0.name.lowercased() == name.lowercased() }?.name ?? name.lowercased()
  }
}
