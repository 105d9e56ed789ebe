import Basics
package import Kubectl
import Narration
import Session

/// Brings a lesson's file up to date: `kubestep lesson promote`.
///
/// Outputs that are not as promised are written anew, with `[..]` for what changes from run to run. Blocks of a
/// translation get the mark of the English block that they stand for.
package struct LessonPromotion {
  private let library: LessonLibrary
  /// Where manifests are that the library does not have.
  private let files: FileReader
  /// Whether the blocks of a translation that are stale count as translated anew.
  private let isTranslated: Bool

  package init(_ library: LessonLibrary, files: FileReader = .none, isTranslated: Bool) {
    self.library = library
    self.files = files
    self.isTranslated = isTranslated
  }

  /// The text of `file` as it should be.
  package func promoted(_ file: LessonLibrary.File) throws(LessonFileError) -> String {
    let lesson = try LessonLibrary.lesson(file)
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var walk = LessonWalk(lesson, files: library.reader(over: files))
    walk.run()
    var edits = walk.differing.map { (line: $0.entry.line, edit: Edit.output($0)) }
    if lesson.language != .english, let english = try library.lesson(lesson.front.id, in: .english),
      english.language == .english
    {
      edits += marks(lesson, english)
    }
    // From the end, so that lines before an edit keep their numbers.
    for (line, edit) in edits.sorted(by: { $0.line > $1.line }) { edit.apply(to: &lines, line: line) }
    return lines.joined(separator: "\n")
  }

  private func marks(_ lesson: Lesson, _ english: Lesson) -> [(line: Int, edit: Edit)] {
    guard lesson.translatable.count == english.translatable.count else { return [] }
    return zip(lesson.translatable, english.translatable).compactMap { own, source in
      guard own.source == nil || (isTranslated && own.source != source.mark) else { return nil }
      return (line: own.line, edit: .mark(source.mark))
    }
  }

  private enum Edit {
    case output(DifferentAnswer)
    case mark(SourceMark)

    /// Changes what belongs to `line`, which counts from 1.
    func apply(to lines: inout [String], line: Int) {
      switch self {
      case .output(let answer):
        lines.replaceSubrange(line..<(line + answer.entry.output.count), with: answer.pattern)
      case .mark(let mark):
        if line > 1, SourceMark(comment: lines[line - 2].trimmed) != nil {
          lines[line - 2] = mark.comment
        } else {
          lines.insert(mark.comment, at: line - 1)
        }
      }
    }
  }
}

extension DifferentAnswer {
  /// The lines that promise this answer again.
  fileprivate var pattern: [String] {
    actual.outputLines.map { line in
      let named = names.all.reduce(line) { $0.replacing($1.value, with: "$\($1.name)") }
      return named.split(separator: " ", omittingEmptySubsequences: false).map { Volatile.masked(String($0)) }
        .joined(separator: " ")
    }
  }
}

/// What changes from run to run: the ends of generated names, ages, record numbers, times of the clock.
enum Volatile {
  /// `word` with `[..]` for the part of it that changes.
  static func masked(_ word: String) -> String {
    let letters = Set("bcdfghjklmnpqrstvwxz2456789")
    if let dash = word.lastIndex(of: "-"), dash != word.startIndex {
      let end = word[word.index(after: dash)...].prefix(while: letters.contains)
      if end.count == 5 { return word[...dash] + "[..]" + word[end.endIndex...] }
    }
    if word.hasPrefix("#"), word.dropFirst().first?.isNumber ?? false { return "#[..]" }
    return isDuration(word) || isClock(word) ? "[..]" : word
  }

  /// `5s`, `2m30s`, `7d`.
  private static func isDuration(_ word: String) -> Bool {
    guard let first = word.first, first.isNumber, let last = word.last, "smhd".contains(last) else { return false }
    return word.allSatisfy { $0.isNumber || "smhd".contains($0) }
  }

  /// `09:00:01` or `1:02.5`.
  private static func isClock(_ word: String) -> Bool {
    word.contains(":") && word.first?.isNumber ?? false && word.allSatisfy { $0.isNumber || ":.".contains($0) }
  }
}
