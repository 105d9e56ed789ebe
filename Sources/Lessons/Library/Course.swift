package import Narration
import Session

/// What belongs to no single lesson: the order of the lessons, and the beliefs that questions look for.
///
/// Both are read from Markdown that reads well by itself: the order from the links in `Lessons/README.md`, the beliefs
/// from the table in `Lessons/beliefs.md`, whose rows are `| name | the belief in English | in Korean |`.
struct Course: Sendable {
  /// The names of the lessons in their order.
  let order: [String]
  /// In the order of the table.
  let beliefs: [Belief]

  static let orderFile = "README.md"
  static let beliefsFile = "beliefs.md"

  init(order: String, beliefs: String) {
    self.order = order.split(separator: "](").dropFirst().compactMap { part in
      part.firstIndex(of: ")").map { String(part[..<$0]) }.flatMap {
        $0.hasSuffix(".md") ? LessonLibrary.name($0) : nil
      }
    }
    self.beliefs = beliefs.split(separator: "\n").compactMap { Belief(row: String($0)) }
  }
}

/// A wrong idea that many have, to which a choice of a question belongs.
package struct Belief: Hashable, Sendable {
  package var name: String
  /// The belief as someone who holds it would say it.
  package var text: Localized

  /// Reads a row of the table; nil for its head and for other lines.
  fileprivate init?(row: String) {
    let cells = row.split(separator: "|").map { String($0).trimmed }
    guard row.hasPrefix("|"), cells.count == 3, cells[0].hasPrefix("`"), cells[0].hasSuffix("`") else { return nil }
    name = String(cells[0].dropFirst().dropLast())
    text = Localized(cells[1], cells[2])
  }
}
