import Basics
import Objects

/// A scalar of YAML before it is known what it stands for.
struct YAMLScalar {
  var text: String
  /// Empty without an explicit tag; long (`tag:yaml.org,2002:int`) for the usual ones.
  var tag: String
  /// Whether it was written without quotes and without a tag.
  var isPlain: Bool

  /// What a scalar stands for.
  enum Meaning: Equatable {
    case null
    case bool(Bool)
    case int(Int64)
    /// A whole number between the largest `Int64` and the largest `UInt64`.
    case unsigned(UInt64)
    case float(Double)
    case string(String)
  }

  /// A scalar that is not what its tag says; the text is go-yaml's.
  struct TagError: Error {
    let problem: String
  }

  private static let standardTags = "tag:yaml.org,2002:"

  /// Whether this is the key `<<` that merges other mappings.
  var isMerge: Bool { text == "<<" && (isPlain || tag == YAMLScalar.standardTags + "merge") }

  /// Mirrors `decoder.scalar` and `resolve` of go-yaml v2.
  func meaning() throws(TagError) -> Meaning {
    guard tag.hasPrefix(YAMLScalar.standardTags) else {
      return tag.isEmpty && isPlain ? YAMLScalar.resolve(text) : .string(text)
    }
    let type = String(tag.dropFirst(YAMLScalar.standardTags.count))
    switch type {
    case "binary":
      guard let decoded = Base64.decode(text) else {
        throw TagError(problem: "!!binary value contains invalid base64 data")
      }
      return .string(decoded)
    case "bool", "int", "float", "null", "timestamp":
      if type == "timestamp", YAMLTimestamp.matches(text) { return .string(text) }
      let meaning = YAMLScalar.resolve(text)
      if meaning.type == type { return meaning }
      if type == "float", case .int(let number) = meaning { return .float(Double(number)) }
      throw TagError(problem: "cannot decode !!\(meaning.type) `\(text)` as a !!\(type)")
    default: return .string(text)
    }
  }

  /// What `text` stands for where it is written without quotes: YAML 1.1 as go-yaml v2 reads it.
  static func resolve(_ text: String) -> Meaning {
    switch text {
    case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": return .bool(true)
    case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": return .bool(false)
    case "", "~", "null", "Null", "NULL": return .null
    case ".nan", ".NaN", ".NAN": return .float(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .float(-.infinity)
    default: return YAMLNumber.read(text) ?? .string(text)
    }
  }
}

extension YAMLScalar.Meaning {
  /// The short tag of the type, without `!!`.
  fileprivate var type: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int, .unsigned: "int"
    case .float: "float"
    case .string: "str"
    }
  }
}
