/// Reads a JSONPath template as kubectl does.
///
/// Mirrors `k8s.io/client-go/util/jsonpath/parser.go`, whose messages these are.
struct JSONPathParser {
  struct SyntaxError: Error, Hashable {
    let message: String
  }

  private let input: [Unicode.Scalar]
  private var position = 0
  /// The top level: texts and actions.
  private var root: [JSONPathNode] = []
  /// The action that is being read.
  private var action: [JSONPathNode] = []

  private init(_ text: String) { input = Array(text.unicodeScalars) }

  static func parse(_ text: String) throws(SyntaxError) -> [JSONPathNode] {
    var parser = JSONPathParser(text)
    try parser.parseTemplate()
    return parser.root
  }

  /// The nodes of one action whose inside is `text`.
  static func parseAction(_ text: String) throws(SyntaxError) -> [JSONPathNode] {
    guard case .action(let nodes)? = try parse("{\(text)}").first else { return [] }
    return nodes
  }

  private func fail(_ message: String) -> SyntaxError { SyntaxError(message: message) }

  private var next: Unicode.Scalar? { position < input.count ? input[position] : nil }

  private func hasPrefix(_ text: String) -> Bool { input[position...].starts(with: text.unicodeScalars) }

  private func text(from start: Int, to end: Int) -> String {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: input[start..<end])
    return String(out)
  }

  private mutating func parseTemplate() throws(SyntaxError) {
    while position < input.count {
      let start = position
      while let scalar = next, scalar != "{" { position += 1 }
      if position > start { root.append(.text(text(from: start, to: position))) }
      guard next == "{" else { return }
      position += 1
      try parseAction()
    }
  }

  private mutating func parseAction() throws(SyntaxError) {
    action = []
    while !hasPrefix("}") { try parseStep() }
    position += 1
    root.append(.action(action))
  }

  private mutating func parseStep() throws(SyntaxError) {
    if hasPrefix("[?(") { return try parseFilter() }
    if hasPrefix("..") { return try parseRecursive() }
    guard let scalar = next, !scalar.endsLine else { throw fail("unclosed action") }
    switch scalar {
    case " ", "@", "$": position += 1
    case "[": try parseBrackets()
    case "\"", "'": try parseQuoted(scalar)
    case ".":
      position += 1
      parseField()
    case "+", "-": try parseNumber()
    case _ where scalar.properties.generalCategory == .decimalNumber: try parseNumber()
    case _ where scalar.isWord: parseWord()
    default:
      throw fail("unrecognized character in action: U+\(scalar.hexadecimal) '\(scalar)'")
    }
  }

  private mutating func parseRecursive() throws(SyntaxError) {
    if action.last == .recursive { throw fail("invalid multiple recursive descent") }
    position += 2
    action.append(.recursive)
    if let scalar = next, scalar.isWord { parseField() }
  }

  private mutating func parseField() {
    let start = position
    while let scalar = next, !scalar.endsName { position += scalar == "\\" ? 2 : 1 }
    position = min(position, input.count)
    let name = text(from: start, to: position)
    action.append(name == "*" ? .wildcard : .field(String(name.filter { $0 != "\\" })))
  }

  private mutating func parseWord() {
    let start = position
    while let scalar = next, !scalar.endsName { position += 1 }
    let word = text(from: start, to: position)
    action.append(Bool(word).map(JSONPathNode.bool) ?? .identifier(word))
  }

  private mutating func parseNumber() throws(SyntaxError) {
    let start = position
    if next == "+" || next == "-" { position += 1 }
    while let scalar = next, scalar == "." || scalar.properties.generalCategory == .decimalNumber { position += 1 }
    let number = text(from: start, to: position)
    if let whole = Int64(number) {
      action.append(.int(whole))
    } else if let real = Double(number) {
      action.append(.float(real))
    } else {
      throw fail("cannot parse number \(number)")
    }
  }

  private mutating func parseQuoted(_ quote: Unicode.Scalar) throws(SyntaxError) {
    let start = position
    position += 1
    while true {
      guard let scalar = next, scalar != "\n" else { throw fail("unterminated quoted string") }
      position += 1
      if scalar == quote && input[position - 2] != "\\" { break }
    }
    let quoted = text(from: start, to: position)
    guard let plain = String(unquoting: quoted) else { throw fail("unquote string \(quoted) error invalid syntax") }
    action.append(.text(plain))
  }

  /// `[…]` without a filter: a union, a name in quotes, an index or a slice.
  private mutating func parseBrackets() throws(SyntaxError) {
    let start = position
    while let scalar = next, scalar != "]" && scalar != "\n" { position += 1 }
    guard next == "]" else { throw fail("unterminated array") }
    position += 1
    let inside = text(from: start + 1, to: position - 1)
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count > 1 {
      var union: [[JSONPathNode]] = []
      for part in parts { union.append(try JSONPathParser.parseAction("[\(String(part).trimmingSpaces)]")) }
      action.append(.union(union))
    } else if inside.count >= 2, inside.hasPrefix("'"), inside.hasSuffix("'"),
      !inside.dropFirst().dropLast().contains("'")
    {
      action += try JSONPathParser.parseAction(".\(inside.dropFirst().dropLast())")
    } else {
      action.append(.slice(try JSONPathSlice(inside == "*" ? ":" : inside)))
    }
  }

  private mutating func parseFilter() throws(SyntaxError) {
    position += 3
    let start = position
    var quote: Unicode.Scalar?
    var closed = false
    while true {
      guard let scalar = next, scalar != "\n" else { throw fail("unterminated filter") }
      position += 1
      if scalar == "\"" || scalar == "'" {
        if quote == nil {
          quote = scalar
        } else if scalar == quote && input[position - 2] != "\\" {
          closed = true
        }
      } else if scalar == ")" && (quote == nil) == !closed {
        break
      }
    }
    let inside = text(from: start, to: position - 1)
    guard next == "]" else { throw fail("unclosed array expect ]") }
    position += 1
    action.append(try filter(inside))
  }

  /// `left operator right`, or a path that must exist.
  private func filter(_ inside: String) throws(SyntaxError) -> JSONPathNode {
    let isOperator: (Character) -> Bool = { "!<>=".contains($0) }
    let left = inside.prefix { !isOperator($0) }
    let operation = inside[left.endIndex...].prefix(while: isOperator)
    let right = inside[operation.endIndex...]
    guard !left.isEmpty, !operation.isEmpty, !right.isEmpty else {
      return .filter(left: try JSONPathParser.parseAction(inside), operation: "exists", right: [])
    }
    return .filter(
      left: try JSONPathParser.parseAction(String(left)),
      operation: String(operation),
      right: try JSONPathParser.parseAction(String(right))
    )
  }
}

extension JSONPathSlice {
  fileprivate init(_ text: String) throws(JSONPathParser.SyntaxError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let isNumber: (String) -> Bool = { part in
      part.drop { $0 == "-" }.allSatisfy { "0123456789".contains($0) } && part.filter { $0 == "-" }.count < 2
    }
    guard parts.count <= 3, parts.allSatisfy(isNumber) else {
      throw JSONPathParser.SyntaxError(message: "invalid array index \(text)")
    }
    var bounds: [Int?] = []
    for part in parts {
      guard let number = Int(part) else {
        if part.isEmpty {
          bounds.append(nil)
          continue
        }
        throw JSONPathParser.SyntaxError(message: "array index \(part) is not a number")
      }
      bounds.append(number)
    }
    isIndex = parts.count == 1
    start = bounds[0]
    end = isIndex ? (bounds[0] ?? 0) &+ 1 : bounds[1]
    step = bounds.count == 3 ? bounds[2] : nil
  }
}
