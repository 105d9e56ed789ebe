import Basics
import Narration

/// Lays prose out in lines of a width in terminal cells.
struct ProseLayout {
  let width: Int
  /// Whether the reader listens, and columns say nothing.
  let isAccessible: Bool
  private let emphasizes: Bool

  init(_ layout: Layout) {
    width = layout.width
    isAccessible = layout.isAccessible
    emphasizes = layout.emphasizes
  }

  /// The lines of `prose`, with an empty one before what does not continue the list in `previous`.
  func lines(_ prose: Lesson.Prose, after previous: Lesson.Prose?) -> [String] {
    switch prose {
    case .heading(let level, let text):
      let title = ProseLayout.plain(text)
      let rule = String(repeating: level == 1 ? "=" : "-", count: min(title.cellWidth, width))
      return isAccessible ? ["", title] : [""] + wrapped(title) + [rule]
    case .paragraph(let text): return [""] + styled(text)
    case .item(let marker, let text):
      let lines = styled(text, first: "  \(marker) ")
      if case .item? = previous { return lines }
      return [""] + lines
    case .table(let table): return [""] + TableLayout(table, in: self).lines
    case .verbatim(let rows): return [""] + rows.map { "    \($0)" }
    }
  }

  /// `text` in lines that fit; those behind the first begin under the first's text.
  func wrapped(_ text: String, first: String = "") -> [String] { text.folded(toCells: width, first: first) }

  /// The same, with the words emphasised that Markdown's marks stand around, where the terminal can show that.
  private func styled(_ text: String, first: String = "") -> [String] {
    InlineMark.shown(wrapped(InlineMark.taken(from: text, keepsThem: emphasizes), first: first))
  }

  /// Without the marks of Markdown that say nothing at a prompt.
  static func plain(_ text: String) -> String { InlineMark.taken(from: text, keepsThem: false) }
}
