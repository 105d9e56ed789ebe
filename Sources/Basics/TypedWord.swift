/// How a line reads the characters of a word.
package enum Quoting: Hashable, Sendable {
  /// As they stand: in conditions, which know no quotes.
  case literal
  /// As a shell does outside quotes.
  case bare
  /// Behind a `'` that is open.
  case single
  /// Behind a `"` that is open.
  case double

  /// `text` as it is typed here.
  package func quoted(_ text: String) -> String {
    switch self {
    case .literal: text
    case .bare: text.escaped { " \t'\"\\`$|;&<>()#".contains($0) }
    case .single: text.replacing("'", with: "'\\''")
    case .double: text.escaped { "\"\\`$".contains($0) }
    }
  }

  /// The quote that ends the word.
  package var closing: String {
    switch self {
    case .literal, .bare: ""
    case .single: "'"
    case .double: "\""
    }
  }
}

extension String {
  fileprivate func escaped(where isSpecial: (Character) -> Bool) -> String {
    contains(where: isSpecial) ? String(flatMap { isSpecial($0) ? ["\\", $0] : [$0] }) : self
  }
}

/// The word at the cursor as far as it was typed, and which end of it is completed.
package struct TypedWord: Sendable {
  /// What stands before `text` in the word, and stays.
  private var kept = ""
  /// The word without quotes, or its end where more is known of its beginning.
  package private(set) var text: String
  /// The whole word as it stands in the line, quotes included.
  package private(set) var raw: String
  package private(set) var quoting: Quoting

  package init(_ text: String, raw: String, quoting: Quoting) {
    self.text = text
    self.raw = raw
    self.quoting = quoting
  }

  /// A word in which no character is special.
  package init(_ text: String) { self.init(text, raw: text, quoting: .literal) }

  /// The whole word without quotes.
  package var whole: String { kept + text }

  /// Whether a quote is open.
  package var isQuoted: Bool { !quoting.closing.isEmpty }

  /// This word without its first part, which stays as it is.
  package func dropping(_ prefix: some StringProtocol) -> TypedWord {
    var word = self
    word.kept += String(prefix)
    word.text = String(decoding: Array(text.utf8.dropFirst(prefix.utf8.count)), as: UTF8.self)
    return word
  }

  /// The candidates whose last part is one of `ends`, in the place of `end`, with which the word ends now. Where none
  /// begins so, those that do but for capitals.
  package func completed(_ end: some StringProtocol, by ends: some Sequence<Candidate>) -> [Candidate] {
    var fit = Fit(self, end)
    for candidate in ends { fit.add(candidate.end, goesOn: candidate.goesOn) }
    return fit.candidates
  }

  /// The same for the whole text.
  package func completed(by ends: some Sequence<Candidate>) -> [Candidate] { completed(text, by: ends) }

  /// Collects the words that can take the place of an end, one by one.
  package struct Fit {
    private let stem: String
    private let end: String
    private var exact: [Candidate] = []
    private var folded: [Candidate] = []

    package init(_ word: TypedWord, _ end: some StringProtocol) {
      self.end = String(end)
      stem = word.kept + String(decoding: word.text.utf8.dropLast(end.utf8.count), as: UTF8.self)
    }

    package mutating func add(_ text: String, goesOn: Bool = false) {
      if text.beginsByBytes(with: end) {
        exact.append(Candidate(text, stem: stem, goesOn: goesOn))
      } else if exact.isEmpty, text.beginsIgnoringCase(with: end) {
        folded.append(Candidate(text, stem: stem, goesOn: goesOn, isFolded: true))
      }
    }

    package var candidates: [Candidate] { exact.isEmpty ? folded : exact }
  }

  /// What stands behind the last of these signs.
  package func end(behind signs: String) -> Substring {
    guard let sign = text.lastIndex(where: { signs.contains($0) }) else { return text[...] }
    return text[text.index(after: sign)...]
  }
}
