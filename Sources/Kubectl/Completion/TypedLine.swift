package import Basics

/// A line in words, as far as it was typed, with the word at the cursor.
package struct TypedLine: Sendable {
  /// The words before that at the cursor.
  package var words: [String]
  package var current: TypedWord
  /// The words behind that at the cursor.
  package var following: [String] = []
  /// Whether the word is the file behind a `<`.
  package var isInput = false
  /// Whether `kubectl` or `k` stands before the words.
  package var isKubectl: Bool

  /// Reads `line`, of which `cursor` bytes are before the cursor; nil where they are nothing that a shell would take.
  package init?(_ line: String, cursor: Int) {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    guard let opened = TypedLine.split(before) else { return nil }
    let length = before.utf8.count
    let split = opened.line
    var words = Array(split.command)
    isKubectl = split.command.count < split.words.count
    isInput = opened.wantsFile || split.input?.range.upperBound ?? -1 >= length
    // A `#` alone would begin a comment; before a digit it is a record.
    if before == "#" || before.hasSuffix(" #"), opened.quoting == .bare {
      current = TypedWord("#", raw: "#", quoting: .bare)
    } else if isInput {
      current = opened.wantsFile ? TypedLine.empty : opened.current(split.input, of: before)
    } else if let last = words.last, last.range.upperBound >= length {
      words.removeLast()
      current = opened.current(last, of: before)
    } else if words.isEmpty, let only = split.words.last, only.range.upperBound >= length {
      // `kubectl` itself is being typed.
      isKubectl = false
      current = opened.current(only, of: before)
    } else {
      current = TypedLine.empty
    }
    self.words = words.map(\.text)
    if length < line.utf8.count, let whole = try? ShellWords.split(line) {
      following = whole.words.filter { $0.range.lowerBound >= length }.map(\.text)
    }
  }

  private static let empty = TypedWord("", raw: "", quoting: .bare)

  /// A line that may end within a quote or behind a `<`.
  private struct Opened {
    var line: ShellLine
    var quoting = Quoting.bare
    var wantsFile = false

    func current(_ word: Word?, of before: String) -> TypedWord {
      guard let word else { return TypedLine.empty }
      let raw = String(decoding: Array(before.utf8.dropFirst(word.range.lowerBound)), as: UTF8.self)
      return TypedWord(word.text, raw: raw, quoting: quoting)
    }
  }

  private static func split(_ text: String) -> Opened? {
    do throws(ShellWordsError) {
      return Opened(line: try ShellWords.split(text))
    } catch {
      switch error {
      case .openQuote(let quote, _):
        let quoting = quote == "'" ? Quoting.single : .double
        return (try? ShellWords.split(text + String(quote))).map { Opened(line: $0, quoting: quoting) }
      case .missingInputFile: return (try? ShellWords.split(text + " x")).map { Opened(line: $0, wantsFile: true) }
      default: return nil
      }
    }
  }
}
