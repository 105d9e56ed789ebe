import Basics
import Session

/// What `$NAME` stands for in a lesson.
struct Variables: Hashable, Sendable {
  private var values: [String: String] = [:]

  subscript(name: String) -> String? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// What each name stands for, in the order of the names.
  var all: [(name: String, value: String)] {
    values.sorted { $0.key.precedesByBytes($1.key) }.map { (name: $0.key, value: $0.value) }
  }

  /// `text` with every `$NAME` that is bound replaced; others stay.
  func substituted(_ text: String) -> String { Variables.replacing(text) { self[$0] } }

  /// Capital letters, digits behind the first.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  /// `text` with a name for every `$NAME`, to see whether it can be read.
  static func withExamples(_ text: String) -> String { replacing(text) { $0.lowercased() } }

  /// Throws where `condition` is none, whatever its variables stand for.
  static func check(condition: String, line: Int) throws(LessonError) {
    do throws(ConditionError) {
      _ = try WorldCondition(withExamples(condition))
    } catch {
      throw LessonError(.badCondition(condition, error), line: line)
    }
  }

  /// Whether `text` has `$NAME` in it.
  static func uses(_ name: String, in text: String) -> Bool {
    var isUsed = false
    _ = replacing(text) {
      if $0 == name { isUsed = true }
      return nil
    }
    return isUsed
  }

  private static func replacing(_ text: String, _ value: (String) -> String?) -> String {
    var out = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "$") {
      out += rest[..<sign]
      let name = rest[rest.index(after: sign)...].prefix { isName("A\($0)") }
      let end = name.endIndex
      out += isName(String(name)) ? value(String(name)) ?? String(rest[sign..<end]) : String(rest[sign..<end])
      rest = rest[end...]
    }
    return out + rest
  }
}
