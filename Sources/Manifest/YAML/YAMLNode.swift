import Basics
import Objects

/// A whole node of a document, with what it takes to use it as a key or as the target of an alias.
struct YAMLNode {
  /// How JSON carries it.
  var value: Value
  /// What a scalar stands for; nil for lists and mappings.
  var meaning: YAMLScalar.Meaning?
  /// Whether it is the key `<<`.
  var isMerge = false
  /// How many nodes it has, itself and the copies that aliases brought included.
  var size = 1
  /// How deep it nests, 0 for a scalar.
  var depth = 0

  static let null = YAMLNode(.null, isMerge: false)

  init(_ meaning: YAMLScalar.Meaning, isMerge: Bool) {
    self.meaning = meaning
    self.isMerge = isMerge
    value =
      switch meaning {
      case .null: .null
      case .bool(let flag): .bool(flag)
      case .int(let number): .int(number)
      case .unsigned(let number): .double(Double(number))
      // JSON has one kind of number: `3.0` is sent, and read again, as 3. Its text decides, which of great numbers is
      // that of the shortest digits and zeros behind them.
      case .float(let number): Int64(number.goText).map(Value.int) ?? .double(number)
      case .string(let text): .string(text)
      }
  }

  init(_ value: Value, size: Int, depth: Int) {
    self.value = value
    self.size = size
    self.depth = depth
  }
}

/// A list or mapping that has begun and not ended.
struct YAMLContainer {
  enum Kind {
    case sequence, mapping
  }

  /// Why a node cannot stand where it does, in Go's words.
  enum Problem: Error {
    case decoding(String)
    case key(String)
  }

  private enum Key {
    case named(String)
    case merge
    /// One that JSON cannot carry, with its type and itself in Go's words.
    case unsupported(String)
    /// One that was refused already; its value is dropped.
    case refused
  }

  let kind: Kind
  let start: YAMLEvent
  /// Its number in the source map.
  let place: Int
  private var items: [Value] = []
  private var members: [(name: String, value: Value)] = []
  private var key: Key?
  /// Where the key whose value comes next began.
  private(set) var keyStart: YAMLEvent?
  private var size = 1
  private var depth = 1

  init(_ kind: Kind, start: YAMLEvent, place: Int) {
    self.kind = kind
    self.start = start
    self.place = place
  }

  /// Whether the next node is a mapping's key.
  var awaitsKey: Bool { kind == .mapping && key == nil }

  /// What the next node is called in a path.
  var step: String {
    switch key {
    case .named(let name): name
    case .merge, .unsupported, .refused: ""
    case nil: kind == .sequence ? "\(items.count)" : ""
    }
  }

  /// The finished list or mapping.
  var node: YAMLNode {
    YAMLNode(kind == .sequence ? .array(items) : .object(fields), size: size, depth: depth)
  }

  /// The members in order, of equal names the last. Sorted at once: to insert them one by one into sorted fields would
  /// take quadratic time for a large mapping in disorder.
  private var fields: Fields {
    let ordered = members.enumerated().sorted { left, right in
      left.element.name == right.element.name
        ? left.offset < right.offset : left.element.name.precedesByBytes(right.element.name)
    }
    return Fields(ordered.map { ($0.element.name, $0.element.value) })
  }

  /// Takes the next key, value or item, which began at `event`.
  mutating func take(_ node: YAMLNode, at event: YAMLEvent, isAlias: Bool) throws(Problem) {
    size += node.size
    depth = max(depth, node.depth + 1)
    guard kind == .mapping else {
      items.append(node.value)
      return
    }
    guard let key else {
      keyStart = event
      self.key = .refused
      self.key = try YAMLContainer.key(node, isAlias: isAlias)
      return
    }
    self.key = nil
    keyStart = nil
    switch key {
    case .named(let name): members.append((name, node.value))
    case .merge: try merge(node.value, isAlias: isAlias)
    case .unsupported(let description):
      throw .key("unsupported map key of type: \(description), value: \(GoSyntax.text(node.value))")
    case .refused: break
    }
  }

  /// Mirrors `decoder.merge` of go-yaml v2, in which a merge wins over the keys before it, and of several mappings the
  /// first wins.
  private mutating func merge(_ value: Value, isAlias: Bool) throws(Problem) {
    let sources: [Value] =
      if case .array(let items) = value, !isAlias { items.reversed() } else { [value] }
    for source in sources {
      guard case .object(let fields) = source else {
        throw .decoding("map merge requires map or sequence of maps as the value")
      }
      members += fields.map { ($0.name, $0.value) }
    }
  }

  /// What a key becomes in JSON. Mirrors `convertToJSONableObject` of sigs.k8s.io/yaml.
  private static func key(_ node: YAMLNode, isAlias: Bool) throws(Problem) -> Key {
    if node.isMerge, !isAlias { return .merge }
    switch node.meaning {
    case .string(let text): return .named(text)
    case .bool(let flag): return .named(flag ? "true" : "false")
    case .int(let number): return .named("\(number)")
    case .float(let number): return .named(Float(number).yamlText)
    case .null: return .unsupported("%!s(<nil>), key: <nil>")
    case .unsigned(let number): return .unsupported("uint64, key: 0x\(String(number, radix: 16))")
    case nil: throw .decoding("invalid map key: \(GoSyntax.text(node.value))")
    }
  }
}
