/// A word that can stand where the cursor is.
package struct Candidate: Hashable, Sendable {
  /// The whole word, the part that was typed included.
  package var word: String
  /// Whether the line goes on behind the word without a space, as behind `--output=` or a folder.
  package var goesOn: Bool

  package init(_ word: String, goesOn: Bool = false) {
    self.word = word
    self.goesOn = goesOn
  }
}
