/// A word that can stand where the cursor is, without quotes.
package struct Candidate: Hashable, Sendable {
  /// The beginning of the word, which was typed and stays.
  package var stem: String
  /// What stands behind it, what was typed of that included. Lists show this part.
  package var end: String
  /// Whether the line goes on behind the word without a space, as behind `--output=` or a folder.
  package var goesOn: Bool
  /// Whether it begins as what was typed only where capitals do not matter.
  package var isFolded: Bool

  package init(_ end: String, stem: String = "", goesOn: Bool = false, isFolded: Bool = false) {
    self.stem = stem
    self.end = end
    self.goesOn = goesOn
    self.isFolded = isFolded
  }

  package var word: String { stem.isEmpty ? end : stem + end }
}

/// What can stand at the cursor of a line.
package struct Choices: Sendable {
  /// The word that is completed, as far as it was typed.
  package var typed: TypedWord
  /// In no order, and some perhaps twice: of ten thousand only those that are shown need be sorted.
  package var candidates: [Candidate]

  package init(_ typed: TypedWord, _ candidates: [Candidate]) {
    self.typed = typed
    self.candidates = candidates
  }

  /// Nothing.
  package static let none = Choices(TypedWord(""), [])

  /// The ends of the first words, each once, in byte order; and how many words there are beside these.
  package func listed(atMost limit: Int) -> (ends: [String], rest: Int) {
    // The few that are kept are compared with each word; a sort would compare them all with one another.
    var ends: [String] = []
    var rest = 0
    for candidate in candidates {
      if ends.count == limit, let last = ends.last, !candidate.end.precedesByBytes(last) {
        if candidate.end != last { rest += 1 }
        continue
      }
      let place = ends.place(of: candidate.end)
      if place < ends.count, ends[place] == candidate.end { continue }
      ends.insert(candidate.end, at: place)
      if ends.count > limit {
        ends.removeLast()
        rest += 1
      }
    }
    return (ends, rest)
  }

  /// All of them as they are listed.
  package var ends: [String] { listed(atMost: .max).ends }
}

extension [String] {
  /// Where a text stands in this array, which is in byte order, or would stand.
  fileprivate func place(of text: String) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].precedesByBytes(text) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
