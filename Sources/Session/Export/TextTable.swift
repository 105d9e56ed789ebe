import Narration
import Objects

/// The different texts of an exported run, each kept once and told by its place.
struct TextTable {
  private var places: [Localized: Int] = [:]
  private(set) var texts: [Localized] = []

  /// The place of `text`, which is new there where it was not yet.
  mutating func place(of text: Localized) -> Value {
    if let place = places[text] { return .int(Int64(place)) }
    places[text] = texts.count
    texts.append(text)
    return .int(Int64(texts.count - 1))
  }

  /// A text that is the same in both languages as a string, another as the pair of English and Korean.
  static func json(_ text: Localized) -> Value {
    text.english == text.korean ? .string(text.english) : [.string(text.english), .string(text.korean)]
  }
}
