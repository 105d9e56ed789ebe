import Basics

/// What a block of an English lesson is known by in its translation: a short hash of its text.
///
/// A translated block carries the mark of the block that it was made from in a comment before it, which renderers hide:
///
///     <!-- en 4f1c09ab -->
///     번역한 문단
///
/// An English block that has changed since has another mark, and its translation is stale.
package struct SourceMark: Hashable, Sendable {
  package let text: String

  private static let opening = "<!-- en "
  private static let closing = " -->"

  /// The mark of `source`; breaks of lines and other white space do not count.
  init(of source: String) {
    var hasher = StableHasher()
    for word in source.split(whereSeparator: \.isWhitespace) {
      for byte in word.utf8 { hasher.combine(byte) }
      hasher.combine(UInt8(ascii: " "))
    }
    let digits = String(UInt32(truncatingIfNeeded: hasher.value ^ (hasher.value >> 32)), radix: 16)
    text = String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Reads a comment; nil where it is another one.
  init?(comment: String) {
    guard comment.hasPrefix(SourceMark.opening), comment.hasSuffix(SourceMark.closing) else { return nil }
    let mark = comment.dropFirst(SourceMark.opening.count).dropLast(SourceMark.closing.count)
    guard mark.count == 8, mark.allSatisfy(\.isHexDigit) else { return nil }
    text = String(mark)
  }

  /// The marks of the blocks that translations of the English lesson `text` have in words of their own, in the order of
  /// the file. Nothing but the blocks is read: it is done for each translation that is shown.
  static func all(in text: String) throws(LessonError) -> [SourceMark] {
    try LessonLines(text).blocks().flatMap(\.translatable).map { SourceMark(of: $0.text) }
  }

  var comment: String { SourceMark.opening + text + SourceMark.closing }
}

/// A block of a lesson that a translation has in words of its own: prose, a question, goals or mistakes.
package struct TranslatableBlock: Hashable, Sendable {
  /// Of the block, or of its opening fence.
  package var line: Int
  /// The index of the part of the lesson to which it belongs.
  package var part: Int
  /// The mark of the block's own text, by which its translations know it.
  package var mark: SourceMark
  /// What it was translated from, as it says itself.
  package var source: SourceMark?
}

extension PlacedBlock {
  /// The words of this block, or of those in it, that are translated.
  var translatable: [(text: String, line: Int, source: SourceMark?)] {
    if case .details(_, let blocks) = block { return blocks.flatMap(\.translatable) }
    return block.translatable.map { [($0, line, source)] } ?? []
  }
}

extension MarkdownBlock {
  /// The words of this block that are translated; nil for what is typed and printed.
  fileprivate var translatable: String? {
    switch self {
    case .heading(_, let text), .paragraph(let text), .item(_, let text): text
    case .table(let rows): rows.joined(separator: "\n")
    case .fence(let words, let lines):
      words.first == "console" ? nil : lines.joined(separator: "\n")
    case .details: nil
    }
  }
}

extension Lesson {
  /// The blocks of this translation that were not made from the English blocks with `marks`.
  ///
  /// Empty where there are others, or another number of them: then there is more to mend than words.
  func blocks(stalerThan marks: [SourceMark]) -> [TranslatableBlock] {
    guard translatable.count == marks.count else { return [] }
    return zip(translatable, marks).filter { $0.source != $1 }.map(\.0)
  }
}
