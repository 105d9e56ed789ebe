/// What reads its standard input and writes something of it, line by line or all at the end.
struct TextFilter: Sendable {
  enum Kind: Sendable {
    case copy
    case grep(GrepFilter)
    /// The first so many lines.
    case head(left: Int)
    /// The first so many bytes.
    case headBytes(left: Int)
    /// All but the first so many lines.
    case tailFrom(skips: Int)
    /// Each line becomes others.
    case lines(@Sendable (String) -> String?)
    /// Any text becomes other text.
    case text(@Sendable (String) -> String)
    case edit(StreamEditor)
    case awk(AwkMachine)
    /// Everything is known only at the end.
    case whole(@Sendable (String) -> String)
  }

  private var kind: Kind
  /// What came after the last line end; for `whole` all of it.
  private var rest = ""
  private(set) var isDone = false
  private(set) var exitCode = 0
  /// Why it could not go on; for standard error.
  private(set) var complaint: String?
  /// Files that get the output too, as `tee` has them.
  var copies: [String] = []

  init(_ kind: Kind) {
    self.kind = kind
    if case .grep = kind { exitCode = 1 }
    if case .head(let left) = kind, left <= 0 { isDone = true }
  }

  /// The most that is kept until the end of the input.
  private static let limit = 4 << 20

  /// Takes in text; what it writes then.
  mutating func take(_ text: String) -> String {
    switch kind {
    case .copy: return text
    case .text(let change): return change(text)
    case .headBytes(let left):
      let out = String(decoding: Array(text.utf8.prefix(left)), as: UTF8.self)
      kind = .headBytes(left: left - text.utf8.count)
      isDone = text.utf8.count >= left
      return out
    case .whole:
      if rest.utf8.count < TextFilter.limit { rest += text }
      return ""
    default:
      rest += text
      var out = ""
      while !isDone, let newline = rest.firstIndex(of: "\n") {
        out += line(String(rest[..<newline]))
        rest = String(rest[rest.index(after: newline)...])
      }
      return out
    }
  }

  /// The input has ended; what it writes then.
  mutating func finish() -> String {
    if case .whole(let change) = kind {
      isDone = true
      return change(rest)
    }
    var out = ""
    if !rest.isEmpty, !isDone { out += line(rest) }
    if case .grep(let grep) = kind { out += grep.summary }
    if case .edit(var editor) = kind, !isDone { out += editor.finish() }
    if case .awk(var machine) = kind, !isDone {
      out += awk(&machine) { machine throws(AwkError) in try machine.finish() }
    }
    rest = ""
    isDone = true
    return out
  }

  private mutating func line(_ text: String) -> String {
    switch kind {
    case .grep(var grep):
      let out = grep.take(text)
      kind = .grep(grep)
      if grep.count > 0 { exitCode = 0 }
      isDone = grep.isDone
      return out
    case .head(let left):
      kind = .head(left: left - 1)
      isDone = left <= 1
      return text + "\n"
    case .tailFrom(let skips):
      if skips > 0 {
        kind = .tailFrom(skips: skips - 1)
        return ""
      }
      return text + "\n"
    case .lines(let change): return change(text).map { $0 + "\n" } ?? ""
    case .edit(var editor):
      let out = editor.take(text)
      kind = .edit(editor)
      isDone = editor.isDone
      return out
    case .awk(var machine):
      // Put aside, so that it is changed in place.
      kind = .copy
      defer { kind = .awk(machine) }
      return awk(&machine) { machine throws(AwkError) in try machine.take(text) }
    case .copy, .headBytes, .text, .whole: return ""
    }
  }

  private mutating func awk(
    _ machine: inout AwkMachine,
    _ body: (inout AwkMachine) throws(AwkError) -> String
  ) -> String {
    do throws(AwkError) {
      let out = try body(&machine)
      isDone = machine.hasExited
      exitCode = machine.exitCode
      return out
    } catch {
      isDone = true
      exitCode = error.exitCode
      complaint = error.message
      return machine.output
    }
  }
}

/// `grep`.
struct GrepFilter: Sendable {
  let expressions: [RegularExpression]
  let options: Set<Character>
  /// How many lines end it; nil for all.
  let limit: Int?
  private(set) var count = 0
  private var number = 0

  init(_ expressions: [RegularExpression], options: Set<Character>, limit: Int?) {
    self.expressions = expressions
    self.options = options
    self.limit = limit
  }

  var isDone: Bool { limit.map { count >= $0 } ?? false || (options.contains("q") && count > 0) }

  mutating func take(_ line: String) -> String {
    number += 1
    let isMatch = expressions.contains { $0.matches(line, whole: options.contains("x"), word: options.contains("w")) }
    guard isMatch != options.contains("v") else { return "" }
    count += 1
    if options.contains("q") || options.contains("c") { return "" }
    let prefix = options.contains("n") ? "\(number):" : ""
    if options.contains("o") {
      return expressions.flatMap { $0.all(in: line) }.map { prefix + $0 + "\n" }.joined()
    }
    return prefix + line + "\n"
  }

  /// The count that `-c` asks for.
  var summary: String { options.contains("c") && !options.contains("q") ? "\(count)\n" : "" }
}
