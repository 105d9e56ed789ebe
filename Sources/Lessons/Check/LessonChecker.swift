import Basics
import Cluster
import Narration
import Session

/// Holds lessons to what they promise: `kubestep lesson check`.
package struct LessonChecker {
  private let library: LessonLibrary

  package init(_ library: LessonLibrary) { self.library = library }

  /// Everything that is wrong with the lesson in `file`.
  package func check(_ file: LessonLibrary.File) -> [LessonFinding] {
    let lesson: Lesson
    do throws(LessonFileError) {
      lesson = try LessonLibrary.lesson(file)
    } catch {
      return [LessonFinding(path: file.path, line: error.error.line, problem: .unreadable(error.error.problem))]
    }
    return checkNames(lesson) + checkRun(lesson) + checkTranslation(lesson)
  }

  private func checkNames(_ lesson: Lesson) -> [LessonFinding] {
    var problems: [LessonFinding.Problem] = []
    if lesson.front.id != LessonLibrary.name(lesson.path) { problems.append(.wrongName(lesson.front.id)) }
    for need in lesson.front.needs where !library.names.contains(need) { problems.append(.unknownNeed(need)) }
    if let circle = circle(from: [lesson.front.id], lesson.front.needs) { problems.append(.circle(circle)) }
    return problems.map { LessonFinding(path: lesson.path, line: 1, problem: $0) }
  }

  /// The way through `needs` from the first of `path` back to it; nil where there is none.
  private func circle(from path: [String], _ needs: [String]) -> [String]? {
    for need in needs {
      if need == path[0] { return path + [need] }
      guard !path.contains(need), let next = (try? library.lesson(need, in: .english)) ?? nil else { continue }
      if let found = circle(from: path + [need], next.front.needs) { return found }
    }
    return nil
  }

  /// Goes through the lesson twice: as its author means it, and typed by a learner.
  private func checkRun(_ lesson: Lesson) -> [LessonFinding] {
    var walk = LessonWalk(lesson, files: library.reader())
    walk.run()
    var findings = walk.findings
    let run = LessonChecker.solved(lesson, library: library)
    if !run.isPassed {
      findings.append(LessonFinding(path: lesson.path, line: 1, problem: .notPassed))
    } else if run.session.timeline.cluster.stateHash != walk.stateHash {
      findings.append(LessonFinding(path: lesson.path, line: 1, problem: .differentEnds))
    }
    return findings
  }

  /// `lesson` after a learner has typed all that it invites to, the first choice of each question, and each solution.
  package static func solved(_ lesson: Lesson, library: LessonLibrary) -> LessonRun {
    var run = LessonRun(lesson, files: library.reader())
    _ = run.begin()
    var stops = 0
    while stops <= lesson.parts.count {
      stops += 1
      switch run.stop {
      case .finished: return run
      case .question: _ = run.submit("1")
      case .reading: for command in run.invited.map(\.command) + [""] { _ = run.submit(command) }
      case .task(let task):
        for entry in task.commands {
          _ = run.submit(entry.command)
          guard case .task = run.stop else { break }
        }
      }
    }
    return run
  }

  private func checkTranslation(_ lesson: Lesson) -> [LessonFinding] {
    func finding(_ problem: LessonFinding.Problem, _ line: Int) -> [LessonFinding] {
      [LessonFinding(path: lesson.path, line: line, problem: problem)]
    }
    let other = (try? library.lesson(lesson.front.id, in: lesson.language == .korean ? .english : .korean)) ?? nil
    guard lesson.language == .korean else {
      return other?.language == .korean ? [] : finding(.missingTranslation, 1)
    }
    guard let english = other, english.language == .english else { return [] }
    var findings: [LessonFinding] = []
    if lesson.front.untranslated != english.front.untranslated { findings += finding(.differentPart, 1) }
    for index in 0..<max(lesson.parts.count, english.parts.count) {
      let own = index < lesson.parts.count ? lesson.parts[index] : nil
      let theirs = index < english.parts.count ? english.parts[index] : nil
      if own?.untranslated != theirs?.untranslated {
        return findings + finding(.differentPart, own?.line ?? lesson.parts.last?.line ?? 1)
      }
    }
    return findings
  }
}
