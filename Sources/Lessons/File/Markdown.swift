import Session

/// The blocks of Markdown that a lesson is made of.
indirect enum MarkdownBlock {
  case heading(level: Int, String)
  /// Lines that belong together, joined.
  case paragraph(String)
  /// `- ` or `1. ` with its text.
  case item(marker: String, String)
  /// A table's lines.
  case table([String])
  /// Between fences; the words behind the opening fence.
  case fence(words: [String], lines: [String])
  case details(summary: String, [PlacedBlock])
}

/// A block and the line on which it begins, from 1. Of a fence it is the line of the opening fence.
struct PlacedBlock {
  var line: Int
  var block: MarkdownBlock
  /// The mark of the English block that this one was translated from, from a comment before it; see `SourceMark`.
  var source: SourceMark?
}

/// Splits a text into blocks.
struct MarkdownScanner {
  private let lines: [String]
  private var index: Int

  /// A scanner that passes over the first `start` lines.
  init(_ lines: [String], from start: Int) {
    self.lines = lines
    index = start
  }

  mutating func blocks() throws(LessonError) -> [PlacedBlock] { try blocks(inDetailsFrom: nil) }

  private mutating func blocks(inDetailsFrom start: Int?) throws(LessonError) -> [PlacedBlock] {
    var found: [PlacedBlock] = []
    var source: SourceMark?
    while index < lines.count {
      let line = lines[index].trimmed
      let number = index + 1
      index += 1
      if line.isEmpty { continue }
      if line.hasPrefix("<!--") {
        source = SourceMark(comment: line) ?? source
        continue
      }
      if line == "</details>", start != nil { return found }
      found.append(PlacedBlock(line: number, block: try block(line, from: number), source: source))
      source = nil
    }
    if let start { throw LessonError(.openDetails, line: start) }
    return found
  }

  /// The block that begins with `line`.
  private mutating func block(_ line: String, from number: Int) throws(LessonError) -> MarkdownBlock {
    if line.hasPrefix("```") {
      let words = line.dropFirst(3).split(separator: " ").map(String.init)
      return .fence(words: words, lines: try fence(from: number))
    }
    if line.hasPrefix("<details>") { return try details(line, from: number) }
    if let heading = MarkdownScanner.heading(line) { return heading }
    if line.hasPrefix("|") { return .table(table(line)) }
    if let marker = MarkdownScanner.marker(line) {
      let text = String(line.dropFirst(marker.count + 1)).trimmed
      return .item(marker: marker, joined(text))
    }
    return .paragraph(joined(line))
  }

  private mutating func fence(from number: Int) throws(LessonError) -> [String] {
    let first = index
    while index < lines.count {
      index += 1
      if lines[index - 1].trimmed == "```" { return Array(lines[first..<(index - 1)]) }
    }
    throw LessonError(.openFence, line: number)
  }

  /// `<details>` with its summary on the same line or on the next; with all of it on one line for short texts.
  private mutating func details(_ opening: String, from number: Int) throws(LessonError) -> MarkdownBlock {
    var rest = String(opening.dropFirst("<details>".count)).trimmed
    if rest.isEmpty, index < lines.count {
      rest = lines[index].trimmed
      index += 1
    }
    var summary = ""
    if rest.hasPrefix("<summary>"), let end = rest.firstRange(of: "</summary>") {
      summary = String(rest[..<end.lowerBound].dropFirst("<summary>".count)).trimmed
      rest = String(rest[end.upperBound...]).trimmed
    }
    if let end = rest.firstRange(of: "</details>") {
      let text = String(rest[..<end.lowerBound]).trimmed
      return .details(summary: summary, [PlacedBlock(line: number, block: .paragraph(text))])
    }
    let before = rest.isEmpty ? [] : [PlacedBlock(line: number, block: .paragraph(rest))]
    return .details(summary: summary, before + (try blocks(inDetailsFrom: number)))
  }

  private mutating func table(_ first: String) -> [String] {
    var rows = [first]
    while index < lines.count, lines[index].trimmed.hasPrefix("|") {
      rows.append(lines[index].trimmed)
      index += 1
    }
    return rows
  }

  /// `first` and the lines below it up to one that begins something else.
  private mutating func joined(_ first: String) -> String {
    var text = first
    while index < lines.count {
      let line = lines[index].trimmed
      let ends =
        line.isEmpty || line.hasPrefix("```") || line.hasPrefix("<") || line.hasPrefix("|")
        || MarkdownScanner.heading(line) != nil || MarkdownScanner.marker(line) != nil
      if ends { break }
      text += " " + line
      index += 1
    }
    return text
  }

  private static func heading(_ line: String) -> MarkdownBlock? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return .heading(level: level, String(line.dropFirst(level)).trimmed)
  }

  /// `-` or `1.` before a space.
  private static func marker(_ line: String) -> String? {
    guard let space = line.firstIndex(of: " ") else { return nil }
    let word = line[..<space]
    if word == "-" || word == "*" { return String(word) }
    return word.count > 1 && word.hasSuffix(".") && word.dropLast().allSatisfy(\.isNumber) ? String(word) : nil
  }
}
