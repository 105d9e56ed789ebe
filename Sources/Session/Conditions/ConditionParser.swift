import Kubectl
import Narration
import Objects

/// Reads the language of conditions; its grammar stands at `WorldCondition`.
struct ConditionParser {
  private var scanner: ConditionScanner
  private let namespace: String

  init(_ text: String, namespace: String) {
    scanner = ConditionScanner(text)
    self.namespace = namespace
  }

  /// The whole text as one condition.
  mutating func condition() throws(ConditionError) -> WorldCondition.Statement {
    let statement = try alternatives()
    guard scanner.isAtEnd else {
      scanner.skipSpaces()
      let offset = scanner.position
      throw ConditionError(.unexpected(scanner.peek() ?? ")"), at: offset)
    }
    return statement
  }

  private mutating func alternatives() throws(ConditionError) -> WorldCondition.Statement {
    var parts = [try conjunction()]
    while scanner.takeWord("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(ConditionError) -> WorldCondition.Statement {
    var parts = [try factor()]
    while scanner.takeWord("and") { parts.append(try factor()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func factor() throws(ConditionError) -> WorldCondition.Statement {
    if scanner.takeWord("not") { return .not(try factor()) }
    scanner.skipSpaces()
    let start = scanner.position
    if scanner.take("(") {
      let inner = try alternatives()
      guard scanner.take(")") else { throw ConditionError(.unclosed("("), at: start) }
      return inner
    }
    return try statement()
  }

  private mutating func statement() throws(ConditionError) -> WorldCondition.Statement {
    guard !scanner.isAtEnd else { throw ConditionError(.statementExpected, at: scanner.position) }
    let word = try scanner.word()
    if word.text.hasPrefix("count("), word.text.hasSuffix(")") { return try count(word) }
    if let pattern = RecordPattern.Subject(rawValue: word.text) { return try .record(record(pattern)) }
    if let comparison = scanner.comparison() { return try comparing(word, comparison) }
    return try stating(object(word))
  }

  // MARK: Objects

  private func object(_ word: ConditionScanner.Word) throws(ConditionError) -> ObjectID {
    guard word.text.contains("/") else { throw ConditionError(.unknownStatement(word.text), at: word.offset) }
    if word.text.hasSuffix("/") { throw ConditionError(.notAnObject(word.text), at: word.offset) }
    guard let id = ResourceName.object(word.text, namespace: namespace) else {
      throw ConditionError(.unknownType(String(word.text.prefix { $0 != "/" })), at: word.offset)
    }
    return id
  }

  /// `-n NAMESPACE` behind an object.
  private mutating func inNamespace(_ id: ObjectID) throws(ConditionError) -> ObjectID {
    guard scanner.takeWord("-n") else { return id }
    let name = try scanner.word().text
    return id.kind.isNamespaced ? ObjectID(id.kind, namespace: name, name: id.key.name) : id
  }

  /// What may stand behind `TYPE/NAME`.
  private mutating func stating(_ id: ObjectID) throws(ConditionError) -> WorldCondition.Statement {
    var id = try inNamespace(id)
    guard let next = scanner.peek(), next != "and", next != "or" else { return .exists(id) }
    let word = try scanner.word()
    if word.text == "on" {
      let node = try scanner.word().text
      id = try inNamespace(id)
      return .field(id, ValuePath([.member("spec"), .member("nodeName")]), .equal, node)
    }
    if let comparison = scanner.comparison() {
      let path = try path(word.text, at: word.offset)
      let wanted = try value(comparison)
      return .field(try inNamespace(id), path, comparison, wanted)
    }
    id = try inNamespace(id)
    switch word.text {
    case "gone": return .gone(id)
    case "exists": return .exists(id)
    default: return .isTrue(id, condition: word.text)
    }
  }

  // MARK: Comparisons

  private mutating func comparing(
    _ left: ConditionScanner.Word,
    _ comparison: ValueComparison
  ) throws(ConditionError) -> WorldCondition.Statement {
    if !left.text.contains("/") {
      guard let count = ObjectCount(left.text, namespace: namespace) else {
        throw ConditionError(.unknownStatement(left.text), at: left.offset)
      }
      return .number(count, comparison, try number())
    }
    let slash = left.text.firstIndex(of: "/") ?? left.text.startIndex
    guard let dot = left.text[slash...].firstIndex(of: ".") else {
      throw ConditionError(.badPath(left.text), at: left.offset)
    }
    let word = ConditionScanner.Word(text: String(left.text[..<dot]), offset: left.offset)
    let id = try object(word)
    let tail = left.text[left.text.index(after: dot)...]
    let path = try path(String(tail), at: left.offset + left.text[...dot].utf8.count)
    let wanted = try value(comparison)
    return .field(try inNamespace(id), path, comparison, wanted)
  }

  private func path(_ text: String, at offset: Int) throws(ConditionError) -> ValuePath {
    do throws(ValuePath.SyntaxError) {
      return try ValuePath(text)
    } catch {
      throw ConditionError(.badPath(text), at: offset + error.offset)
    }
  }

  /// What a field is compared with.
  private mutating func value(_ comparison: ValueComparison) throws(ConditionError) -> String {
    let word = try scanner.word()
    if comparison.isOrder, Int64(word.text) == nil { throw ConditionError(.notComparable(word.text), at: word.offset) }
    return word.text
  }

  private mutating func number() throws(ConditionError) -> Int64 {
    let word = try scanner.word()
    guard let number = Int64(word.text) else { throw ConditionError(.notANumber(word.text), at: word.offset) }
    return number
  }

  /// `count(pods -l app=web -n prod --field-selector spec.nodeName=node-1) == 3`.
  private mutating func count(_ word: ConditionScanner.Word) throws(ConditionError) -> WorldCondition.Statement {
    let inner = word.text.dropFirst("count(".count).dropLast()
    let parts = inner.split(separator: " ").map(String.init)
    let offset = word.offset + "count(".count
    guard let type = parts.first else { throw ConditionError(.wordExpected, at: offset) }
    guard var set = ObjectSet(type, namespace: namespace) else {
      throw ConditionError(.unknownType(type), at: offset)
    }
    var options = parts.dropFirst().flatMap(ConditionParser.optionAndValue)[...]
    while let option = options.popFirst() {
      guard let value = options.popFirst() else { throw ConditionError(.wordExpected, at: offset + inner.utf8.count) }
      switch option {
      case "-n": set.namespace = value
      case "-l":
        guard let labels = try? LabelQuery.parse(value) else {
          throw ConditionError(.badSelector(value), at: word.offset)
        }
        set.labels = labels
      case "--field-selector":
        guard let fields = try? FieldSelector.parse(value), (try? fields.check(for: set.kind)) != nil else {
          throw ConditionError(.badFieldSelector(value), at: word.offset)
        }
        set.fields = fields
      default: throw ConditionError(.unexpected(option), at: word.offset)
      }
    }
    scanner.skipSpaces()
    guard let comparison = scanner.comparison() else { throw ConditionError(.wordExpected, at: scanner.position) }
    return .number(ObjectCount(set, .count), comparison, try number())
  }

  /// `--field-selector=…` in two, as if there were a space; other words as they are.
  private static func optionAndValue(_ word: String) -> [String] {
    word.hasPrefix("--") ? word.split(separator: "=", maxSplits: 1).map(String.init) : [word]
  }

  // MARK: Records

  private mutating func record(_ subject: RecordPattern.Subject) throws(ConditionError) -> RecordPattern {
    var pattern = RecordPattern(subject)
    while let next = scanner.peek(), next != "and", next != "or" {
      let word = try scanner.word()
      if word.text.contains("/") {
        pattern.object = try inNamespace(object(word))
      } else if subject.words?.contains(word.text) ?? pattern.words.isEmpty {
        pattern.words.append(word.text)
      } else {
        throw ConditionError(.unknownRecord(word.text), at: word.offset)
      }
    }
    return pattern
  }
}
