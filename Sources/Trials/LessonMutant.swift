package import Lessons
import Session

/// A lesson's file in which one thing is left out or turned round, to hold the checker of lessons itself.
///
/// What is changed is what a lesson promises: a goal, the goals that a mistake leaves unmet, a choice of a question or
/// its condition, a line of output, a command of a solution.
package struct LessonMutant: Sendable {
  /// What the checker makes of a mutant.
  package enum Verdict: String, Sendable, CaseIterable {
    /// The lesson is wrong by itself.
    case wrong = "killed by the lesson itself"
    /// By itself it is a right lesson, such as one with a wrong choice fewer; the one in the other language tells.
    case differs = "killed by the other language"
    case survives = "survived"
  }

  package let file: LessonLibrary.File
  /// From 1.
  package let line: Int
  package let what: String

  package var text: String { "\(file.path):\(line): \(what)" }

  /// What the checker makes of it among the lessons of `library`.
  package func verdict(in library: LessonLibrary) -> Verdict {
    let checker = LessonChecker(LessonLibrary([file]).over(library))
    if !checker.isRight(file) { return .wrong }
    return checker.isTranslated(file) ? .survives : .differs
  }

  /// All mutants of the lesson in `file`.
  package static func all(of file: LessonLibrary.File) -> [LessonMutant] {
    var maker = MutantMaker(file)
    maker.run()
    return maker.mutants
  }
}

/// Goes through a lesson's lines and changes one after another.
private struct MutantMaker {
  private let file: LessonLibrary.File
  private let lines: [String]
  private(set) var mutants: [LessonMutant] = []

  init(_ file: LessonLibrary.File) {
    self.file = file
    lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  mutating func run() {
    var fence = ""
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        fence = line == "```" ? "" : String(line.split(separator: " ").last ?? "")
        continue
      }
      switch fence {
      case "goal": changeGoal(index, line)
      case "predict": changeChoice(index, line)
      case "run", "try": changeOutput(index, line)
      case "solution": changeSolution(index, line)
      case "mistakes": changeMistake(index, line)
      default: break
      }
    }
  }

  private mutating func add(_ what: String, _ index: Int, _ new: [String], count: Int = 1) {
    var changed = lines
    changed.replaceSubrange(index..<(index + count), with: new)
    let file = LessonLibrary.File(path: file.path, text: changed.joined(separator: "\n"))
    mutants.append(LessonMutant(file: file, line: index + 1, what: what))
  }

  private mutating func changeGoal(_ index: Int, _ line: String) {
    guard let sign = line.firstRange(of: " :: ") else { return }
    add("goal removed", index, [])
    let check = String(line[sign.upperBound...]).trimmed
    add("goal turned round", index, ["\(line[..<sign.upperBound])\(MutantMaker.turned(check: check))"])
  }

  private mutating func changeChoice(_ index: Int, _ line: String) {
    let content = line.trimmed
    if content.hasPrefix("- say:") {
      let behind = lines[(index + 1)...]
      let end = behind.firstIndex { $0.trimmed.hasPrefix("- say:") || $0.hasPrefix("```") } ?? index + 1
      add("choice removed", index, [], count: end - index)
    } else if content.hasPrefix("if: ") {
      add("condition turned round", index, [MutantMaker.turned(condition: line, behind: "if: ")])
    }
  }

  private mutating func changeOutput(_ index: Int, _ line: String) {
    if line.hasPrefix("> ") || line.isEmpty || line == "..." { return }
    add("output removed", index, [])
    add("output changed", index, [line + "?"])
  }

  private mutating func changeSolution(_ index: Int, _ line: String) {
    if line.hasPrefix("> "), !line.contains("settle") { add("solution's command removed", index, []) }
  }

  private mutating func changeMistake(_ index: Int, _ line: String) {
    let content = line.trimmed
    if content.hasPrefix("when: ") {
      add("mistake's condition turned round", index, [MutantMaker.turned(condition: line, behind: "when: ")])
    } else if content.hasPrefix("- "), !content.hasPrefix("- do:") {
      add("mistake's goal removed", index, [])
    } else if content == "passes: true" {
      add("other way is no longer one", index, [line.replacing("true", with: "false")])
    }
  }

  /// A check that holds where `check` does not.
  private static func turned(check: String) -> String {
    if check.hasPrefix("holds ") { return "holds not (\(check.dropFirst("holds ".count)))" }
    if check.hasPrefix("absent ") {
      return check.replacing("absent ", with: "wait ", maxReplacements: 1)
        .replacing(" '{", with: " --for=jsonpath='{", maxReplacements: 1)
    }
    if check.contains("--for=delete") { return check.replacing("--for=delete", with: "--for=create") }
    if check.contains("--for=create") { return check.replacing("--for=create", with: "--for=delete") }
    if check.contains("--for=condition="), !check.hasSuffix("=false") { return check + "=false" }
    guard check.hasSuffix("}'") else { return check + "0" }
    return check.replacing("wait ", with: "absent ", maxReplacements: 1).replacing("--for=jsonpath=", with: "")
  }

  /// `line` with the negation of the condition that stands in it behind `name`.
  private static func turned(condition line: String, behind name: String) -> String {
    guard let place = line.firstRange(of: name) else { return line }
    return "\(line[..<place.upperBound])not (\(line[place.upperBound...]))"
  }
}
