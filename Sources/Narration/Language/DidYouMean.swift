/// What is said about mistyped words.
extension Localized {
  /// A line of its own that names the known word that may have been meant.
  package static func didYouMean(_ word: String) -> Localized {
    Localized("Did you mean \(word)?", "혹시 \(word)입니까?")
  }

  /// The same behind a sentence; nothing where no word is near.
  package static func hint(_ word: String?) -> Localized {
    word.map { Localized(same: ". ") + didYouMean($0) } ?? Localized(same: "")
  }
}
