import Basics
import Kubectl
import Narration

/// The first word of a line that is none of those that can stand at its place, but near to one: what Tab would have
/// offered, for those who did not press it.
struct MistypedWord {
  /// The word, or the part of one, that is not known.
  let typed: String
  /// What can stand there and is nearest to it.
  let known: String

  /// What may follow in the same word as a part of its own: `TYPE/NAME`, `--for=condition=Ready`, `pods.spec`.
  private static let separators: Set<UInt8> = Set("/=.,:([".utf8)

  /// Looks at the parts of the line that `isMeant` takes for one that was refused.
  init?(in line: String, _ session: Session, where isMeant: (String) -> Bool) {
    let completion = SessionCompletion(session)
    for word in MistypedWord.words(of: line) {
      for part in MistypedWord.parts(of: word, in: line) {
        let typed = MistypedWord.text(line, part.range)
        guard isMeant(typed), (try? ResourceType.kinds(typed)) == nil else { continue }
        let known = MistypedWord.known(before: part, word, line, completion)
        guard !known.contains(typed), let near = NearWord.of(typed, among: known) else { continue }
        (self.typed, self.known) = (typed, near)
        return
      }
    }
    return nil
  }

  /// A part of a word, and where the cursor would stand before anything of it is typed.
  private struct Part {
    var range: Range<Int>
    var cursor: Int
  }

  /// The places of the words in bytes; of a condition those between spaces.
  private static func words(of line: String) -> [Range<Int>] {
    if SessionCommandList.conditionStart(of: line) == nil, let split = try? ShellWords.split(line) {
      // A word with quotes is not looked into.
      return split.words.filter { $0.range.count == $0.text.utf8.count }.map(\.range)
    }
    var words: [Range<Int>] = []
    var start = 0
    for word in line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
      if !word.isEmpty { words.append(start..<(start + word.count)) }
      start += word.count + 1
    }
    return words
  }

  /// From each separator to the next one, and to the end of the word: names may have dots in them.
  private static func parts(of word: Range<Int>, in line: String) -> [Part] {
    let bytes = Array(line.utf8)
    var parts: [Part] = []
    var start = word.lowerBound
    // Only behind its dashes a word can become a flag.
    let dashes = bytes[word].prefix { $0 == UInt8(ascii: "-") }.count
    while start < word.upperBound {
      let stop = bytes[start..<word.upperBound].firstIndex(where: separators.contains) ?? word.upperBound
      let cursor = start == word.lowerBound ? start + dashes : start
      if stop > start { parts.append(Part(range: start..<stop, cursor: cursor)) }
      if stop < word.upperBound { parts.append(Part(range: start..<word.upperBound, cursor: cursor)) }
      start = stop + 1
    }
    return parts
  }

  /// What can stand in the place of a part, without the separators that would follow.
  private static func known(
    before part: Part,
    _ word: Range<Int>,
    _ line: String,
    _ completion: SessionCompletion
  ) -> [String] {
    let bytes = Array(line.utf8)
    let rest = String(decoding: bytes[..<part.cursor] + bytes[word.upperBound...], as: UTF8.self)
    let choices = completion.choices(rest, cursor: part.cursor)
    let stem = part.range.lowerBound - word.lowerBound
    return choices.candidates.compactMap { candidate in
      guard candidate.stem.utf8.count == stem else { return nil }
      // Of `NAME=value` the name, which comes first.
      let end = candidate.end.utf8.prefix { $0 != UInt8(ascii: "=") }
      let isOpen = end.count > 1 && end.last.map(separators.contains) ?? false
      return String(decoding: isOpen ? end.dropLast() : end, as: UTF8.self)
    }
  }

  private static func text(_ line: String, _ range: Range<Int>) -> String {
    String(decoding: Array(line.utf8)[range], as: UTF8.self)
  }
}

extension Session {
  /// Names the known word that a mistyped one is nearest to, where a line went wrong and nothing has named it yet.
  func hint(at line: String, _ output: inout CommandOutput) {
    // Scripts are held against recordings of kubectl, so they get its words alone.
    guard output.exit != 0, pace != .script, !output.stderr.isEmpty else { return }
    let complaint = output.stderr
    // In kubectl's words, or in those of the session's language.
    let opening = text(.didYouMean("\0")).prefix { $0 != "\0" }
    if complaint.contains("Did you mean") || complaint.contains(opening) { return }
    // Where only the form of a line is told, any of its words may be wrong.
    let isAboutAll = complaint.hasPrefix(text(.usage(""))) || complaint.contains("unknown flag")
    let word = MistypedWord(in: line, self) { isAboutAll || complaint.names($0) }
    if let word { output.warn(text(.didYouMean(word.known))) }
  }
}

extension String {
  /// Whether `word` stands in this text, not as a part of a longer one.
  fileprivate func names(_ word: String) -> Bool {
    func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
    }
    return ranges(of: word).contains { range in
      let (before, after) = (unicodeScalars[..<range.lowerBound].last, unicodeScalars[range.upperBound...].first)
      return !(before.map(isOfWord) ?? false) && !(after.map(isOfWord) ?? false)
    }
  }
}
