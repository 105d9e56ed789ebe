package import Narration

/// The beginning of a new lesson's file, for its author to fill: `kubestep lesson new` and `lesson record`.
package struct LessonSkeleton {
  private let name: String
  private let language: Language

  package init(_ name: String, in language: Language) {
    self.name = name
    self.language = language
  }

  /// Whether a lesson can be called so: small letters, digits and dashes.
  package static func isName(_ text: String) -> Bool {
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    return !text.isEmpty && text.allSatisfy(letters.contains)
  }

  /// The file's name, within the folder of its topic.
  package var fileName: String { name + (language == .korean ? Lesson.koreanSuffix : ".md") }

  /// A lesson with one of each thing that lessons are made of. As it is, it is right.
  package var blank: String { text(start: "rs-web.yaml", examples: ["> get pods", "..."]) }

  /// A lesson that types what was typed in a session. Its outputs are for `LessonPromotion` to write.
  package func recorded(_ commands: [String]) -> String {
    text(start: "[]", examples: commands.map { "> \($0)" })
  }

  private func text(start: String, examples: [String]) -> String {
    let example = fence("console run", examples)
    return [front(start), "# \(say("Title", "제목"))", paragraph, example, prediction, task].joined(separator: "\n\n")
      + "\n"
  }

  private func say(_ english: String, _ korean: String) -> String { Localized(english, korean).text(in: language) }

  private func fence(_ words: String, _ lines: [String]) -> String {
    (["```\(words)"] + lines + ["```"]).joined(separator: "\n")
  }

  private func front(_ start: String) -> String {
    """
    ---
    format: 1
    id: \(name)
    title: \(say("What the lesson shows, in one sentence", "레슨이 보여 주는 것을 한 문장으로"))
    section: ReplicaSet
    needs: []
    teaches: []
    start: \(start)
    minutes: 10
    ---
    """
  }

  private var paragraph: String { say("Short paragraphs, one idea each.", "문단은 짧게, 생각 하나씩 씁니다.") }

  private var prediction: String {
    let choices = [
      (say("what many believe", "흔히 믿는 것"), "pods.running == 2"),
      (say("what happens", "실제로 일어나는 일"), "pods.running == 3"),
    ].flatMap { ["  - say: \"\($0)\"", "    if: \($1)", "    because: \(say("Why.", "그 까닭."))"] }
    let lines =
      ["ask: \(say("What will happen?", "무슨 일이 일어날까요?"))", "bind: [\"$POD := pods(app=web)[0]\"]"]
      + ["do: [delete pod $POD, settle]", "choices:"] + choices
    return fence("yaml predict", lines)
  }

  private var task: String {
    let goal = say("web wants two Pods", "web은 파드 두 개를 바랍니다")
    return [
      "## \(say("Your turn", "직접 해 봅니다"))",
      fence("text goal", ["\(goal) :: wait rs/web --for=jsonpath='{.spec.replicas}'=2"]),
      hint(1), hint(2), solution,
      mistakes(goal),
      "## \(say("What happened", "무슨 일이 있었나"))",
      say("The debrief.", "정리."),
    ].joined(separator: "\n\n")
  }

  private func mistakes(_ goal: String) -> String {
    let say = say("Why not.", "아닌 까닭.")
    return fence(
      "yaml mistakes",
      [
        "- do: [settle]", "  fails: \(goal)", "  say: \(say)",
        "- do: [scale rs web --replicas=4, settle]", "  when: pods.running > 3", "  fails: \(goal)", "  say: \(say)",
        "- do: [scale -f rs-web.yaml --replicas=2, settle]", "  passes: true",
      ]
    )
  }

  private func hint(_ number: Int) -> String {
    "<details><summary>\(say("Hint", "힌트")) \(number)</summary>\n\n\(say("A hint.", "힌트."))\n</details>"
  }

  private var solution: String {
    "<details><summary>\(say("Solution", "풀이"))</summary>\n\n"
      + fence("console solution", ["> scale rs web --replicas=2", "> settle"]) + "\n</details>"
  }
}
