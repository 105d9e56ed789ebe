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
    findings(file) { checkNames($0) + checkIngredients($0) + checkRun($0) + checkTranslation($0) }
  }

  /// Whether the lesson in `file` is right by itself: what its translation says does not count. Nothing is looked at
  /// behind the first thing that is wrong.
  package func isRight(_ file: LessonLibrary.File) -> Bool {
    findings(file) { lesson in
      let told = checkNames(lesson) + checkIngredients(lesson)
      return told.isEmpty ? checkRun(lesson, stopsAtFirst: true) : told
    }.isEmpty
  }

  /// Whether the lesson in `file`, and that in the other language, are translations of each other.
  package func isTranslated(_ file: LessonLibrary.File) -> Bool {
    findings(file) { lesson in
      let name = lesson.front.id
      let all = Language.allCases.compactMap { (try? library.lesson(name, in: $0)) ?? nil }
      return all.flatMap(checkTranslation)
    }.isEmpty
  }

  private func findings(_ file: LessonLibrary.File, _ check: (Lesson) -> [LessonFinding]) -> [LessonFinding] {
    do throws(LessonFileError) {
      return check(try LessonLibrary.lesson(file))
    } catch {
      return [LessonFinding(path: file.path, line: error.error.line, problem: .unreadable(error.error.problem))]
    }
  }

  private func checkNames(_ lesson: Lesson) -> [LessonFinding] {
    var problems: [LessonFinding.Problem] = []
    if lesson.front.id != LessonLibrary.name(lesson.path) { problems.append(.wrongName(lesson.front.id)) }
    for need in lesson.front.needs where !library.names.contains(need) { problems.append(.unknownNeed(need)) }
    if let circle = circle(from: [lesson.front.id], lesson.front.needs) { problems.append(.circle(circle)) }
    if !library.isWithoutOrder, !library.lists(lesson.front.id) { problems.append(.notListed) }
    var findings = problems.map { LessonFinding(path: lesson.path, line: 1, problem: $0) }
    let known = library.beliefs.map(\.name)
    for choice in lesson.predictions.flatMap(\.choices) {
      guard let belief = choice.belief, !known.isEmpty, !known.contains(belief) else { continue }
      findings.append(LessonFinding(path: lesson.path, line: choice.line, problem: .unknownBelief(belief)))
    }
    return findings
  }

  /// Whether there is all that a lesson is made of.
  private func checkIngredients(_ lesson: Lesson) -> [LessonFinding] {
    let tasks = lesson.tasks
    let mistakes = tasks.flatMap(\.mistakes)
    let lacking: [(LessonFinding.Ingredient, Bool)] = [
      (.prediction, lesson.predictions.isEmpty),
      (.hints, tasks.isEmpty || tasks.contains { $0.hints.count < 2 }),
      (.mistakes, mistakes.count { !$0.isRight } < 2),
      (.otherWay, !mistakes.contains(where: \.isRight)),
      (.debrief, !lesson.hasDebrief),
    ]
    var findings = lacking.filter(\.1).map {
      LessonFinding(path: lesson.path, line: 1, problem: .lacks($0.0))
    }
    for task in tasks {
      for (index, goal) in task.goals.enumerated() where !task.mistakes.contains(where: { $0.goals.contains(index) }) {
        findings.append(LessonFinding(path: lesson.path, line: goal.line, problem: .untestedGoal(goal.sentence)))
      }
    }
    return findings
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
  private func checkRun(_ lesson: Lesson, stopsAtFirst: Bool = false) -> [LessonFinding] {
    var walk = LessonWalk(lesson, files: library.reader())
    walk.run(stopsAtFirst: stopsAtFirst)
    var findings = walk.findings
    if stopsAtFirst, !findings.isEmpty { return findings }
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
    run.playOn { _, _ in false }
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
    return checkParts(lesson, english, finding) + checkMarks(lesson, english)
  }

  /// Whether all but the words is as in the English lesson.
  private func checkParts(
    _ lesson: Lesson,
    _ english: Lesson,
    _ finding: (LessonFinding.Problem, Int) -> [LessonFinding]
  ) -> [LessonFinding] {
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

  /// Whether every block says that it was translated from the English text as it is now.
  private func checkMarks(_ lesson: Lesson, _ english: Lesson) -> [LessonFinding] {
    lesson.blocks(stalerThan: english.translatable.map(\.mark)).map {
      let problem: LessonFinding.Problem = $0.source == nil ? .unmarkedTranslation : .staleTranslation
      return LessonFinding(path: lesson.path, line: $0.line, problem: problem)
    }
  }
}
