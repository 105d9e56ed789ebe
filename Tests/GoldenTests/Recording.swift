import Cluster
import Foundation
import Kubectl
import Objects
import Session
import Trials

/// One scenario as a real cluster answered it.
struct Recording {
  let name: String
  private let scenario: Scenario

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Recordings")

  init(_ name: String) throws {
    self.name = name
    scenario = try Scenario(Recording.folder.appending(path: name))
  }

  /// How many answers count, which of them are not alike, and which do not count.
  struct Score {
    var scored = 0
    var different: [Difference] = []
    var unscored: Set<Int> = []
  }

  /// An answer by its place in the script, from 0.
  struct Difference {
    let number: Int
    let command: String
  }

  /// Runs the script and holds its answers against the recorded ones.
  func score() throws -> Score {
    let answers = try scenario.run(editor: Recording.editor).answers
    let steps = scenario.steps
    var score = Score()
    // Where the counts differ, answers are found by their commands, as far as they go.
    let byPosition = answers.count == steps.count
    var next = 0
    for (index, step) in steps.enumerated() {
      let command = step["cmd"]?.string ?? ""
      var answer: ScriptEntry?
      if byPosition {
        answer = answers[index]
      } else if let found = answers[next...].firstIndex(where: { $0.command == command }) {
        answer = answers[found]
        next = found + 1
      }
      if step["unscored"]?.bool == true {
        score.unscored.insert(index)
        continue
      }
      score.scored += 1
      guard let answer, isEqual(answer.output, step) else {
        score.different.append(Difference(number: index, command: command))
        continue
      }
    }
    return score
  }

  private func isEqual(_ output: CommandOutput, _ step: Value) -> Bool {
    guard (output.exit == 0) == (step["exit"]?.int == 0) else { return false }
    return isEqual(output.stdout, step["stdout"]) && isEqual(output.stderr, step["stderr"])
  }

  private func isEqual(_ text: String, _ recorded: Value?) -> Bool {
    let recorded = recorded?.string ?? ""
    return text == recorded || lines(text) == lines(recorded)
  }

  private func lines(_ text: String) -> [String] {
    Masking.lines(text, masksNodes: scenario.head["nodesMatter"]?.bool != true, withKubelet: scenario.hasKubelet)
  }

  /// The editor that a line names (`KUBE_EDITOR="sed …" edit`), run on the machine as the recorder ran it.
  private static let editor = TextEditor(
    variable: { _ in nil },
    fallback: nil,
    edit: { text, suffix, words in
      let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + suffix)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = words.map { $0.replacingOccurrences(of: TextEditor.fileMark, with: file.path) }
      guard (try? Data(text.utf8).write(to: file)) != nil, (try? process.run()) != nil else { return .failed }
      process.waitUntilExit()
      guard process.terminationStatus == 0, let edited = try? Data(contentsOf: file) else { return .failed }
      return .saved(String(decoding: edited, as: UTF8.self), file: file.path)
    },
    discard: { try? FileManager.default.removeItem(atPath: $0) }
  )
}
