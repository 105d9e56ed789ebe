import Basics
import Session

/// How far a learner has come: which lessons, and which beliefs are to be asked about again.
///
/// Kept as a text that can be read, and copied to another machine. What a later version has written is kept as it is,
/// lines, stages and words behind them:
///
///     kubestep progress
///     lesson pod-alone solved
///     belief kubelet-recreates-pods right 1 asked pod-alone
package struct CourseProgress: Hashable, Sendable {
  /// How far a lesson has come. A later case is more than an earlier one.
  package enum Stage: String, Hashable, Sendable, CaseIterable {
    case begun
    /// It came to its end, with a look at a solution.
    case shown
    case solved
  }

  /// A belief that a learner answered by, and that has not been answered right twice since.
  package struct OpenBelief: Hashable, Sendable {
    package var name: String
    package var rights: Int
    /// The lessons that have asked, the latest last.
    package var asked: [String]
  }

  private struct LessonLine: Hashable {
    var name: String
    /// The stage as it is written, and what a later version has written behind it.
    var words: [String]

    /// Nil for a stage of a later version.
    var stage: Stage? { Stage(rawValue: words[0]) }
  }

  /// How often a belief is to be answered right before it counts as gone.
  private static let enough = 2

  /// The first line; a later version may have more words on it.
  private var title = "kubestep progress"
  private var lessons: [LessonLine] = []
  /// The oldest first.
  package private(set) var beliefs: [OpenBelief] = []
  private var unknown: [String] = []

  package init() {}

  /// Reads a text as `text` writes it; what cannot be read is kept and means nothing.
  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline).map({ String($0).trimmed }) where !line.isEmpty {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix(title) {
        title = line
      } else if words.count >= 3, words[0] == "lesson" {
        take(LessonLine(name: words[1], words: Array(words[2...])))
      } else if words.count >= 5, words[0] == "belief", words[2] == "right", let rights = Int(words[3]),
        (0..<CourseProgress.enough).contains(rights), words[4] == "asked", belief(words[1]) == nil
      {
        beliefs.append(OpenBelief(name: words[1], rights: rights, asked: Array(words.dropFirst(5))))
      } else {
        unknown.append(line)
      }
    }
  }

  package var text: String {
    let lines =
      [title]
      + lessons.map { (["lesson", $0.name] + $0.words).joined(separator: " ") }
      + beliefs.map { (["belief", $0.name, "right", "\($0.rights)", "asked"] + $0.asked).joined(separator: " ") }
      + unknown
    return lines.joined(separator: "\n") + "\n"
  }

  /// How far the lesson `name` has come; nil where it was never begun.
  package func stage(of name: String) -> Stage? { lessons.first { $0.name == name }?.stage }

  /// Notes that the lesson `name` has come to `stage`. What was reached once stays reached.
  package mutating func note(_ stage: Stage, of name: String) {
    take(LessonLine(name: name, words: [stage.rawValue]))
  }

  private mutating func take(_ line: LessonLine) {
    guard let index = lessons.firstIndex(where: { $0.name == line.name }) else {
      lessons.append(line)
      return
    }
    let order = Stage.allCases
    func place(_ stage: Stage?) -> Int? { stage.flatMap { order.firstIndex(of: $0) } }
    if let old = place(lessons[index].stage), place(line.stage) ?? order.count > old { lessons[index] = line }
  }

  /// Notes an answer that was given in the lesson `name`.
  package mutating func note(_ answer: LessonRun.Answer, in name: String) {
    if let wrong = answer.belief {
      let asked = belief(wrong).map { beliefs.remove(at: $0).asked } ?? []
      beliefs.append(OpenBelief(name: wrong, rights: 0, asked: asked.filter { $0 != name } + [name]))
    } else if answer.isRight {
      for index in beliefs.indices where answer.allBeliefs.contains(beliefs[index].name) {
        beliefs[index].rights += 1
        beliefs[index].asked = beliefs[index].asked.filter { $0 != name } + [name]
      }
      beliefs.removeAll { $0.rights >= CourseProgress.enough }
    }
  }

  /// Takes over what a session has changed from `old` to `new`; what it left as it was stays as it is here.
  ///
  /// A session that was kept for long, or is typed again, does not know what others have noted meanwhile.
  package mutating func take(_ new: CourseProgress, since old: CourseProgress) {
    for line in new.lessons where !old.lessons.contains(line) { take(line) }
    unknown += new.unknown.filter { !unknown.contains($0) && !old.unknown.contains($0) }
    let changed = new.beliefs.filter { !old.beliefs.contains($0) }
    let gone = old.beliefs.filter { belief in new.belief(belief.name) == nil }
    beliefs.removeAll { belief in (changed + gone).contains { $0.name == belief.name } }
    beliefs += changed
  }

  private func belief(_ name: String) -> Int? { beliefs.firstIndex { $0.name == name } }
}
