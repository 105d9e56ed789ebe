import Lessons
import Narration
import Testing

/// Holds the checker itself: a lesson in which one goal, choice, condition or output is left out or turned round must
/// not pass.
@Suite("The checker of lessons, by mutants")
struct LessonMutationTests {
  /// A lesson with one change in it.
  struct Mutant: Sendable, CustomTestStringConvertible {
    var file: LessonLibrary.File
    var line: Int
    var what: String
    var testDescription: String { "\(file.path):\(line) \(what)" }
  }

  @Test("kills every mutant of the built-in lessons", arguments: LessonMutationTests.files)
  func mutants(file: LessonLibrary.File) {
    let mutants = LessonMutationTests.mutants(of: file)
    #expect(mutants.count > 10)
    for mutant in mutants {
      let library = LessonLibrary([mutant.file]).over(.embedded)
      let findings = LessonChecker(library).check(mutant.file) + translationFindings(of: mutant.file, library)
      #expect(!findings.isEmpty, "\(mutant.testDescription)")
    }
  }

  /// A change of the English file also shows in what its translation is held against.
  private func translationFindings(of file: LessonLibrary.File, _ library: LessonLibrary) -> [LessonFinding] {
    guard !file.path.hasSuffix(".ko.md"),
      let translation = library.files.first(where: { $0.path == file.path.dropLast(3) + ".ko.md" })
    else { return [] }
    return LessonChecker(library).check(translation)
  }

  /// A few lessons: each mutant runs a whole lesson twice.
  static let files = LessonLibrary.embedded.files.filter {
    ["pod-alone.md", "pod-alone.ko.md"].contains(String($0.path.split(separator: "/").last ?? ""))
  }

  static func mutants(of file: LessonLibrary.File) -> [Mutant] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var mutants: [Mutant] = []
    func add(_ what: String, _ index: Int, _ new: [String], count: Int = 1) {
      var changed = lines
      changed.replaceSubrange(index..<(index + count), with: new)
      let text = changed.joined(separator: "\n")
      mutants.append(Mutant(file: .init(path: file.path, text: text), line: index + 1, what: what))
    }
    var fence = ""
    for (index, line) in lines.enumerated() {
      let content = line.drop { $0 == " " }
      if line.hasPrefix("```") {
        fence = line == "```" ? "" : String(line.split(separator: " ").last ?? "")
      } else if fence == "goal", line.contains(" :: ") {
        add("goal removed", index, [])
        add("goal turned round", index, [turned(goal: line)])
      } else if fence == "predict", content.hasPrefix("- say:") {
        let end = lines[(index + 1)...].firstIndex { $0.hasPrefix("  - say:") || $0.hasPrefix("```") } ?? index + 1
        add("choice removed", index, [], count: end - index)
      } else if fence == "predict", content.hasPrefix("if:") {
        add("choice turned round", index, [turned(condition: line)])
      } else if fence == "run" || fence == "try", !line.hasPrefix("> "), !line.isEmpty, line != "..." {
        add("output removed", index, [])
        add("output changed", index, [line + "?"])
      } else if fence == "solution", line.hasPrefix("> "), !line.contains("settle") {
        add("solution's command removed", index, [])
      }
    }
    return mutants
  }

  /// A goal that asks for something else.
  private static func turned(goal: String) -> String {
    if goal.contains("--for=delete") { return goal.replacing("--for=delete", with: "--for=create") }
    guard goal.hasSuffix("}'") else { return goal + "0" }
    return goal.replacing(":: absent", with: ":: wait").replacing(" '{", with: " --for=jsonpath='{")
  }

  /// A condition that holds where the other does not, and the other way round.
  private static func turned(condition: String) -> String {
    for (sign, other) in [(" == ", " != "), (" != ", " == "), (" >= ", " < "), (" <= ", " > "), ("==", "!=")]
    where condition.contains(sign) {
      return condition.replacing(sign, with: other, maxReplacements: 1)
    }
    return condition + " gone"
  }
}
