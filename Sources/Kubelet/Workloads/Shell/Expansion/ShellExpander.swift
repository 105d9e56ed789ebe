import Basics

/// One field that a word has become, of pieces that were quoted or not.
struct ShellField: Sendable {
  struct Piece: Sendable {
    var text: String
    var isQuoted: Bool
  }

  var pieces: [Piece] = []

  var text: String { pieces.map(\.text).joined() }
}

/// What a shell's expansions read and change.
struct ShellScope: Sendable {
  var variables: Variables
  /// `$0`
  var name = "sh"
  /// `$1` and on.
  var positional: [String] = []
  /// `$?`
  var status = 0
  /// `$$`
  var pid = 1
  /// `$!`
  var lastBackground: Int?
  /// `set -u`
  var refusesUnset = false
  /// `set -f`
  var keepsPatterns = false
  /// The letters of options, for `$-`.
  var optionLetters = ""
  /// For `$RANDOM`; nil in a shell that has none.
  var random: Generator?
}

/// Expands words: parameters, command substitutions, arithmetic, fields, file names.
///
/// A command substitution takes time, and other processes run meanwhile. So an expansion that meets one whose output
/// it does not have stops with `needs`; the shell runs the command and expands again from the start, with one more
/// output at hand. What an expansion changes counts only once it has come to its end.
struct ShellExpander {
  enum Pause: Error {
    case needs(ShellCommand)
    case failed(String)
  }

  var scope: ShellScope
  /// The outputs of the command substitutions met so far, in order.
  let outputs: [String]
  private var used = 0
  /// The names of a folder's files, and whether a path exists.
  private let files: PathNames

  init(_ scope: ShellScope, outputs: [String], files: PathNames) {
    self.scope = scope
    self.outputs = outputs
    self.files = files
  }

  /// The fields of some words, as a command's arguments.
  mutating func fields(_ words: [ShellWord]) throws(Pause) -> [String] {
    var out: [String] = []
    for word in words {
      for field in try split(word) {
        out += scope.keepsPatterns ? [field.text] : files.expand(field)
      }
    }
    return out
  }

  /// The text of a word that is not split: an assignment's value, a file's name.
  mutating func text(_ word: ShellWord) throws(Pause) -> String {
    var builder = FieldBuilder(splits: false, separators: separators)
    try add(word.parts, isQuoted: false, to: &builder)
    return builder.fields.map(\.text).joined(separator: " ")
  }

  mutating func pattern(_ word: ShellWord) throws(Pause) -> ShellPattern {
    var builder = FieldBuilder(splits: false, separators: separators)
    try add(word.parts, isQuoted: false, to: &builder)
    return ShellPattern(builder.fields.flatMap(\.pieces))
  }

  private var separators: String { scope.variables["IFS"] ?? " \t\n" }

  private mutating func split(_ word: ShellWord) throws(Pause) -> [ShellField] {
    var builder = FieldBuilder(splits: true, separators: separators)
    if case .text(let text)? = word.parts.first, text == "~" || text.hasPrefix("~/") {
      let home = scope.variables["HOME"] ?? "/root"
      builder.addLiteral(home + text.dropFirst(), isQuoted: false)
      try add(Array(word.parts.dropFirst()), isQuoted: false, to: &builder)
    } else {
      try add(word.parts, isQuoted: false, to: &builder)
    }
    return builder.fields
  }

  private mutating func add(
    _ parts: [ShellWord.Part],
    isQuoted: Bool,
    to builder: inout FieldBuilder
  ) throws(Pause) {
    for part in parts {
      switch part {
      case .text(let text): builder.addLiteral(text, isQuoted: isQuoted)
      case .quoted(let text): builder.addLiteral(text, isQuoted: true)
      case .doubleQuoted(let inner):
        let isList = inner.count == 1 && inner[0].isAllParameters
        if !isList { builder.addLiteral("", isQuoted: true) }
        try add(inner, isQuoted: true, to: &builder)
      case .parameter(let parameter): try add(parameter, isQuoted: isQuoted, to: &builder)
      case .command(let command):
        guard used < outputs.count else { throw .needs(command) }
        builder.addResult(outputs[used], isQuoted: isQuoted)
        used += 1
      case .arithmetic(let inner):
        var text = FieldBuilder(splits: false, separators: separators)
        try add(inner, isQuoted: true, to: &text)
        do throws(Arithmetic.Failure) {
          let expression = text.fields.map(\.text).joined()
          if expression.contains("RANDOM") { drawRandom() }
          let value = try Arithmetic.value(of: expression, &scope.variables)
          builder.addResult(String(value), isQuoted: isQuoted)
        } catch {
          throw .failed(error.message)
        }
      }
    }
  }

  private mutating func add(
    _ parameter: ShellWord.Parameter,
    isQuoted: Bool,
    to builder: inout FieldBuilder
  ) throws(Pause) {
    if parameter.name == "@" || (parameter.name == "*" && !isQuoted), case .plain = parameter.operation {
      builder.addFields(scope.positional, isQuoted: isQuoted)
      return
    }
    if parameter.name == "RANDOM" { drawRandom() }
    let value = value(of: parameter.name)
    switch parameter.operation {
    case .plain: builder.addResult(try known(value, parameter.name), isQuoted: isQuoted)
    case .length:
      builder.addResult(String(try known(value, parameter.name).count), isQuoted: isQuoted)
    case .remove(let isPrefix, let isLongest, let word):
      let pattern = try pattern(word)
      let text = try known(value, parameter.name)
      builder.addResult(pattern.removed(from: text, isPrefix: isPrefix, isLongest: isLongest), isQuoted: isQuoted)
    case .fallback(let kind, let isEmptyUnset, let word):
      let isSet = value.map { !(isEmptyUnset && $0.isEmpty) } ?? false
      switch kind {
      case "+": if isSet { try add(word.parts, isQuoted: isQuoted, to: &builder) }
      case _ where isSet: builder.addResult(value ?? "", isQuoted: isQuoted)
      case "-": try add(word.parts, isQuoted: isQuoted, to: &builder)
      case "=":
        let text = try text(word)
        scope.variables.set(parameter.name, text)
        builder.addResult(text, isQuoted: isQuoted)
      default:
        let text = try text(word)
        throw .failed("\(parameter.name): \(text.isEmpty ? "parameter not set" : text)")
      }
    }
  }

  /// Gives `RANDOM` its next value.
  private mutating func drawRandom() {
    guard let number = scope.random?.below(32_768) else { return }
    scope.variables.set("RANDOM", String(number))
  }

  private func known(_ value: String?, _ name: String) throws(Pause) -> String {
    if let value { return value }
    if scope.refusesUnset, name != "@", name != "*" { throw .failed("\(name): parameter not set") }
    return ""
  }

  private func value(of name: String) -> String? {
    switch name {
    case "?": return String(scope.status)
    case "$": return String(scope.pid)
    case "!": return scope.lastBackground.map(String.init) ?? ""
    case "#": return String(scope.positional.count)
    case "-": return scope.optionLetters
    case "0": return scope.name
    case "@", "*":
      let separator = separators.first.map(String.init) ?? ""
      return scope.positional.isEmpty ? nil : scope.positional.joined(separator: separator)
    default:
      if let number = Int(name) {
        return number <= scope.positional.count ? scope.positional[number - 1] : nil
      }
      return scope.variables[name]
    }
  }
}

extension ShellWord.Part {
  /// Whether it is `$@`, which makes no field at all where there are no parameters.
  fileprivate var isAllParameters: Bool {
    if case .parameter(let parameter) = self, parameter.name == "@" { true } else { false }
  }
}

/// Puts together the fields of one word.
private struct FieldBuilder {
  let splits: Bool
  let separators: String
  private(set) var fields: [ShellField] = []
  /// Whether the last field still takes text.
  private var isOpen = false

  init(splits: Bool, separators: String) {
    self.splits = splits
    self.separators = separators
  }

  mutating func addLiteral(_ text: String, isQuoted: Bool) {
    if !isOpen { fields.append(ShellField()) }
    isOpen = true
    fields[fields.count - 1].pieces.append(ShellField.Piece(text: text, isQuoted: isQuoted))
  }

  /// Text that an expansion has given: unquoted, it is split into fields.
  mutating func addResult(_ text: String, isQuoted: Bool) {
    if isQuoted || !splits {
      addLiteral(text, isQuoted: isQuoted)
      return
    }
    var piece = ""
    var isSeparated = false
    for character in text {
      if !separators.contains(character) {
        piece.append(character)
        isSeparated = false
        continue
      }
      let isHard = !character.isWhitespace
      if !piece.isEmpty || (isHard && (isSeparated || !isOpen)) { addLiteral(piece, isQuoted: false) }
      piece = ""
      isOpen = false
      isSeparated = isHard
    }
    if !piece.isEmpty { addLiteral(piece, isQuoted: false) }
  }

  /// The positional parameters, each a field of its own.
  mutating func addFields(_ texts: [String], isQuoted: Bool) {
    for (index, text) in texts.enumerated() {
      if index > 0 { isOpen = !splits && isOpen }
      if index > 0, !splits { addLiteral(" ", isQuoted: isQuoted) }
      addResult(text, isQuoted: isQuoted)
    }
  }
}

/// The files of a world as patterns see them.
struct PathNames {
  /// The working directory.
  let folder: String
  let names: (String) -> [String]
  let exists: (String) -> Bool

  /// The paths that a field means where it is a pattern, in byte order; itself where it is none or none matches.
  func expand(_ field: ShellField) -> [String] {
    guard ShellPattern(field.pieces).isSpecial else { return [field.text] }
    var parts: [[ShellField.Piece]] = [[]]
    for piece in field.pieces {
      for (index, part) in piece.text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { parts.append([]) }
        parts[parts.count - 1].append(ShellField.Piece(text: String(part), isQuoted: piece.isQuoted))
      }
    }
    var found = [""]
    for (index, part) in parts.enumerated() {
      found = found.flatMap { prefix in
        matches(part, prefix: index == 0 ? "" : prefix + "/")
      }
    }
    return found.isEmpty ? [field.text] : found
  }

  private func matches(_ part: [ShellField.Piece], prefix: String) -> [String] {
    let pattern = ShellPattern(part)
    let text = part.map(\.text).joined()
    if !pattern.isSpecial {
      let path = prefix + text
      return path.isEmpty || exists(Path.resolve(path, in: folder)) ? [path] : []
    }
    let names = names(Path.resolve(prefix.isEmpty ? "." : prefix, in: folder))
    return names.filter { !$0.hasPrefix(".") || text.hasPrefix(".") }.filter(pattern.matches).map { prefix + $0 }
  }
}
