import Cluster
import Foundation
import Kubectl
import Lessons
import Narration
import Testing

@testable import Session

/// What the examples of help stand on, and what was held of their answers.
enum ExampleScene {
  /// The prompt after the lines of `help examples`.
  nonisolated(unsafe) static let console: LessonConsole = {
    var session = Session(Configuration(seed: 1), pace: .auto, language: .english, files: .none)
    session.writer = FileWriter { _, _ in nil }
    session.editor = editor
    SessionRecorder(Journal.Header(program: "test", session)).attach(to: &session)
    var console = LessonConsole(session, library: .embedded)
    for line in HelpTopic.scene {
      let output = console.execute(line)
      #expect(output.exit == 0, "\(line): \(output.stderr)")
    }
    return console
  }()

  /// `true` leaves a text as it is; anything else is taken for the `sed` of the example.
  private static let editor = TextEditor(fallback: "true") { text, _, words in
    .saved(words[0] == "true" ? text : text.replacing("replicas: 3", with: "replicas: 4"), file: "/tmp/edit.yaml")
  }

  /// All commands with examples: the simulator's own, then kubectl's.
  static let pages: [(name: String, examples: [String])] =
    SessionCommandList.all.map { ($0.name, $0.examples) }
    + VerbList.all.map { ((["kubectl"] + $0.path).joined(separator: " "), $0.manual.examples) }

  /// The examples of a page with their answers, run one after another.
  static func transcript(of examples: [String]) -> String {
    var console = console
    return examples.map { line in
      let output = console.execute(line)
      return "> \(line)\n" + output.stdout + output.stderr + (output.exit == 0 ? "" : "[exit code \(output.exit)]\n")
    }.joined()
  }

  static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded/examples.txt")

  /// What was held, by page.
  static let held: [String: String] = {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var pages: [String: String] = [:]
    for part in text.components(separatedBy: "\n=== ").dropFirst() {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      pages[String(lines[0])] = lines.count > 1 ? String(lines[1]) + "\n" : ""
    }
    return pages
  }()

  /// The file as it would be now.
  static var recording: String {
    "What the examples of help answer. KUBESTEP_RECORD=1 swift test --filter HelpExampleTests writes it.\n"
      + pages.map { "\n=== \($0.name)\n\(transcript(of: $0.examples))" }.joined()
  }
}
