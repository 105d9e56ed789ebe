import Narration
import Terminal

/// What a person types: lines, and texts for commands that read standard input.
final class Keyboard {
  /// The line that ends a text.
  private static let end = "EOF"

  private let reader: any LineReader
  /// Lines that were pasted behind the one that is carried out.
  private var pasted: ArraySlice<String> = []

  /// nil where there is no terminal to edit lines on.
  init?(_ facts: TerminalFacts) {
    if facts.movesCursor {
      guard let editor = LineEditor(historyPath: StateFolder.history) else { return nil }
      reader = editor
    } else {
      reader = PlainLineReader()
    }
  }

  /// The next line; the words for Tab come from `completer`.
  func line(prompt: String, _ completer: @escaping LineReader.Completer) -> TypedInput {
    if let line = pasted.popFirst() {
      StandardStreams.out(prompt + line + "\n")
      return .line(line)
    }
    reader.completer = completer
    defer { reader.completer = nil }
    return first(of: reader.readLine(prompt: prompt, isText: false))
  }

  /// Asks for a text, line by line, up to a line `EOF` or Ctrl-D; nil where it was dropped with Ctrl-C.
  func text() -> String? {
    var text = ""
    while true {
      let input = pasted.popFirst().map(TypedInput.line) ?? first(of: reader.readLine(prompt: "> ", isText: true))
      switch input {
      case .line(Keyboard.end), .endOfInput: return text
      case .line(let line): text += line + "\n"
      case .interrupted: return nil
      }
    }
  }

  /// In which words the history is searched.
  func speak(_ language: Language) {
    reader.searchWords = SearchWords(
      searching: Localized.searching.text(in: language),
      failing: Localized.noLineWith.text(in: language)
    )
  }

  func remember(_ line: String) { reader.remember(line) }
  func suggest(_ line: String) { reader.suggest(line) }

  /// Whether there are lines that were pasted and not asked for yet.
  var hasPaste: Bool { !pasted.isEmpty }

  /// Forgets what was pasted and not asked for yet.
  func dropPaste() { pasted = [] }

  /// The first of several lines; the others wait.
  private func first(of input: TypedInput) -> TypedInput {
    guard case .line(let text) = input else {
      pasted = []
      return input
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    pasted = lines.dropFirst()
    return .line(lines[0])
  }
}

extension Localized {
  fileprivate static let searching = Localized("search", "찾기")
  fileprivate static let noLineWith = Localized("no line with", "없는 줄")
}
