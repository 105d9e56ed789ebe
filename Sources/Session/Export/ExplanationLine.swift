import Machinery
import Narration

/// One line of an explanation in both languages, taken apart so that a page can keep it small and link what it names.
struct ExplanationLine {
  /// How far it is indented.
  private(set) var depth: Int
  /// The line, or what stands before the record that ends it.
  private(set) var text: Localized
  /// The record that the line ends by telling; nil where it tells none.
  private(set) var record: RecordID?
  /// Whether that record's component is told with it.
  private(set) var namesComponent = false

  /// `told` gives the component and the sentence of a record of the run.
  init(_ line: Localized, told: (RecordID) -> (component: String, sentence: Localized)?) {
    depth = line.english.prefix { $0 == " " }.count / 2
    text = Localized(
      String(line.english.drop { $0 == " " }),
      String(line.korean.drop { $0 == " " })
    )
    for id in ExplanationLine.mentions(in: text.english) {
      guard let (component, sentence) = told(id) else { continue }
      for namesComponent in [true, false] {
        let ending = "\(id.text) " + (namesComponent ? "\(component): " : "")
        guard let prefix = text.without(ending: Localized(same: ending) + sentence) else { continue }
        self.namesComponent = namesComponent
        text = prefix
        record = id
        return
      }
    }
  }

  /// The numbers in `text` that are written `#41`.
  private static func mentions(in text: String) -> [RecordID] {
    text.utf8.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false).dropFirst().compactMap { part in
      Int(String(Substring(part.prefix { (48...57).contains($0) }))).map { RecordID($0) }
    }
  }
}

extension Localized {
  /// What stands before `ending` in both languages; nil where the text does not end so.
  fileprivate func without(ending: Localized) -> Localized? {
    guard let english = english.without(ending: ending.english), let korean = korean.without(ending: ending.korean)
    else { return nil }
    return Localized(english, korean)
  }
}

extension String {
  /// By bytes, since there are many long lines.
  fileprivate func without(ending: String) -> String? {
    guard utf8.count >= ending.utf8.count else { return nil }
    let place = utf8.index(utf8.endIndex, offsetBy: -ending.utf8.count)
    return utf8[place...].elementsEqual(ending.utf8) ? String(self[..<place]) : nil
  }
}
