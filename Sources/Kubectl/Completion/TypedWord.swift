package import Basics

/// The word at the cursor as far as it was typed, and which end of it is completed.
///
/// The prompt parts words at spaces alone, and knows nothing of quotes: `shown` is what it takes for the word.
package struct TypedWord: Sendable {
  /// The word as a shell understands it, without quotes.
  package var text: String
  /// What stands behind the last space, as it was typed.
  package var shown: String
  /// Whether a quote is open: then no space may be put behind the word.
  package var isQuoted: Bool

  package init(_ text: String, shown: String, isQuoted: Bool = false) {
    self.text = text
    self.shown = shown
    self.isQuoted = isQuoted
  }

  package init(_ text: String) { self.init(text, shown: text) }

  /// The candidates whose last part is one of `ends`, in the place of `end`, with which the word ends now.
  package func completed(_ end: some StringProtocol, by ends: [Candidate]) -> [Candidate] {
    guard shown.utf8.count >= end.utf8.count, shown.hasSuffix(end) || end.isEmpty else { return [] }
    let stem = String(decoding: Array(shown.utf8.dropLast(end.utf8.count)), as: UTF8.self)
    let end = String(end)
    return ends.compactMap { candidate in
      guard candidate.word.beginsByBytes(with: end) else { return nil }
      return Candidate(stem.isEmpty ? candidate.word : stem + candidate.word, goesOn: candidate.goesOn || isQuoted)
    }
  }

  /// This word without its first part, which stays as it is.
  package func dropping(_ prefix: some StringProtocol) -> TypedWord {
    TypedWord(String(text.dropFirst(prefix.count)), shown: shown, isQuoted: isQuoted)
  }

  /// What stands behind the last of these signs.
  func end(behind signs: String) -> Substring {
    guard let sign = text.lastIndex(where: { signs.contains($0) }) else { return text[...] }
    return text[text.index(after: sign)...]
  }
}

/// A line up to the cursor, in words.
package struct TypedLine: Sendable {
  /// The words before that at the cursor.
  package var words: [String]
  package var current: TypedWord
  /// Whether the word is the file behind a `<`.
  package var isInput = false

  /// Reads the first `cursor` bytes of `line`; nil where they are nothing that a shell would take.
  package init?(_ line: String, cursor: Int) {
    let before = String(decoding: Array(line.utf8.prefix(cursor)), as: UTF8.self)
    let shown = before.lastIndex(of: " ").map { String(before[before.index(after: $0)...]) } ?? before
    guard let (split, isQuoted, wantsFile) = TypedLine.split(before) else { return nil }
    var words = Array(split.command)
    let length = before.utf8.count
    isInput = wantsFile || (split.input?.range.upperBound == length && !before.hasSuffix(" "))
    if isInput {
      current = TypedWord(wantsFile ? "" : split.input?.text ?? "", shown: shown)
    } else if let last = words.last, last.range.upperBound >= length, isQuoted || !before.hasSuffix(" ") {
      words.removeLast()
      current = TypedWord(last.text, shown: shown, isQuoted: isQuoted)
    } else if split.command.isEmpty, let only = split.words.last, !before.hasSuffix(" ") {
      // `kubectl` itself is being typed.
      current = TypedWord(only.text, shown: shown)
    } else {
      current = TypedWord("", shown: shown)
    }
    self.words = words.map(\.text)
  }

  private static func split(_ text: String) -> (ShellLine, isQuoted: Bool, wantsFile: Bool)? {
    do throws(ShellWordsError) {
      return (try ShellWords.split(text), false, false)
    } catch {
      switch error {
      case .openQuote(let quote, _): return (try? ShellWords.split(text + String(quote))).map { ($0, true, false) }
      case .missingInputFile: return (try? ShellWords.split(text + " x")).map { ($0, false, true) }
      default: return nil
      }
    }
  }
}
