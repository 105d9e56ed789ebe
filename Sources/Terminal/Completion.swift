package import Basics

/// What a press of the Tab key does.
package enum Completion: Equatable {
  /// What the line becomes at the cursor.
  case edit(Edit)
  /// Nothing more is certain; these are the words to choose from.
  case list(Choices)
  /// No word fits.
  case none

  package struct Edit: Equatable {
    /// How many characters before the cursor go.
    package var erased = 0
    /// What is typed in their place.
    package var text = ""
    /// How many characters the cursor then moves on, over what stands there already.
    package var skipped = 0

    /// Whether it changes nothing.
    fileprivate var isEmpty: Bool { erased == 0 && text.isEmpty && skipped == 0 }
  }

  /// What becomes of a line in which `following` stands behind the cursor.
  package init(_ choices: Choices, following: Substring = "") {
    let fitting = choices.fitting
    guard let common = Common(of: fitting.candidates), let edit = Edit(fitting, common, following) else {
      self = .none
      return
    }
    self = edit.isEmpty ? .list(fitting) : .edit(edit)
  }

  /// How many words are listed at the most.
  static let listedAtMost = 200

  /// What is shown for a list: the words in columns, and how many are left out.
  package static func listing(_ choices: Choices, width: Int) -> String {
    let (words, rest) = choices.listed(atMost: listedAtMost)
    return columns(words, width: width) + (rest > 0 ? "… +\(rest)\n" : "")
  }

  /// `words` in columns of a terminal with `width` cells, filled from top to bottom.
  static func columns(_ words: [String], width: Int) -> String {
    let cell = (words.map(\.cellWidth).max() ?? 0) + 2
    let perRow = max(1, width / cell)
    let rows = (words.count + perRow - 1) / perRow
    var text = ""
    for row in 0..<rows {
      let line = stride(from: row, to: words.count, by: rows).map { words[$0] }
      text += line.dropLast().map { $0.padded(toCells: cell) }.joined() + (line.last ?? "") + "\n"
    }
    return text
  }

  package static func == (left: Completion, right: Completion) -> Bool {
    switch (left, right) {
    case (.edit(let left), .edit(let right)): left == right
    case (.list(let left), .list(let right)): left.ends == right.ends
    case (.none, .none): true
    default: false
    }
  }
}

extension Choices {
  /// Without those that begin as the word does only but for capitals, where others begin just so.
  fileprivate var fitting: Choices {
    guard candidates.contains(where: \.isFolded), candidates.contains(where: { !$0.isFolded }) else { return self }
    return Choices(typed, candidates.filter { !$0.isFolded })
  }
}

extension String {
  /// What stands behind a beginning of this text.
  fileprivate func end(behind stem: String) -> String {
    String(decoding: Array(utf8.dropFirst(stem.utf8.count)), as: UTF8.self)
  }
}

/// What words begin with.
private struct Common {
  /// The part of all words that was typed and stays.
  var stem: String
  /// What all go on with.
  var prefix: String
  /// Whether there is one word only, and nothing that would go on behind it.
  var isWord: Bool

  init?(of candidates: [Candidate]) {
    guard let first = candidates.first else { return nil }
    let hasOneStem = candidates.allSatisfy { $0.stem == first.stem }
    stem = hasOneStem ? first.stem : ""
    let text = hasOneStem ? first.end : first.word
    var length = text.utf8.count
    isWord = true
    for candidate in candidates {
      let other = hasOneStem ? candidate.end : candidate.word
      let count = text.commonBytes(with: other)
      length = min(length, count)
      if candidate.goesOn || count < text.utf8.count || count < other.utf8.count { isWord = false }
    }
    var bytes = Array(text.utf8.prefix(length))
    while !bytes.isEmpty, String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
    prefix = String(decoding: bytes, as: UTF8.self)
  }
}

extension Completion.Edit {
  /// nil where the word as it stands cannot become one of the choices.
  fileprivate init?(_ choices: Choices, _ common: Common, _ following: Substring) {
    let (typed, quoting) = (choices.typed, choices.typed.quoting)
    let end = typed.whole.end(behind: common.stem)
    if common.prefix.beginsByBytes(with: end) {
      text = quoting.quoted(common.prefix.end(behind: end))
    } else if common.prefix.utf8.count >= end.utf8.count {
      // The same but for capitals.
      guard quoting.quoted(end) == end, typed.raw.hasSuffix(end) else { return nil }
      erased = end.unicodeScalars.count
      text = quoting.quoted(common.prefix)
    }
    // A JSONPath is commonly put in quotes, as it is to be for a shell.
    if quoting == .bare, common.prefix.hasPrefix("{"), end.isEmpty { text = "'" + common.prefix }
    guard common.isWord else { return }
    text += quoting.closing
    join(following)
  }

  /// Ends a word with a space, and passes over what stands there already of the word and that space.
  private mutating func join(_ following: Substring) {
    let rest = following.prefix { $0 != " " }
    if !rest.isEmpty, erased == 0, rest == text {
      text = ""
      skipped = rest.unicodeScalars.count
    }
    if following.dropFirst(skipped > 0 ? rest.count : 0).first == " " {
      skipped += 1
    } else if skipped == 0 {
      text += " "
    }
  }
}
