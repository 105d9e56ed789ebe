import Cluster
import Foundation
import Kubectl
import Objects
import Session

/// One scenario as a real cluster answered it.
struct Recording {
  let name: String
  private let folder: URL
  private let head: Value
  private let steps: [Value]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Recordings")

  init(_ name: String) throws {
    self.name = name
    folder = Recording.folder.appending(path: name)
    let text = try String(contentsOf: folder.appending(path: "answers.jsonl"), encoding: .utf8)
    let lines = try text.split(separator: "\n").map { try JSONText.parse(String($0)) }
    head = lines[0]
    steps = Array(lines.dropFirst())
  }

  private var hasKubelet: Bool { head["nodes"]?.string == "kubelet" }

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
    let answers = try simulated()
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
    Masking.lines(text, masksNodes: head["nodesMatter"]?.bool != true, withKubelet: hasKubelet)
  }

  private func simulated() throws -> [ScriptEntry] {
    let configuration = Configuration(nodes: hasKubelet ? 1 : 3)
    var session = Session(configuration, pace: .script, files: files)
    session.editor = Recording.editor
    var runner = ScriptRunner(session)
    let script = try String(contentsOf: folder.appending(path: "scenario.txt"), encoding: .utf8)
    var answers: [ScriptEntry] = []
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) { answers += runner.run(String(line)) }
    return answers + runner.finish()
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

  /// The scenario's files; commands name them as they stand in its folder.
  private var files: FileReader {
    let base = folder.appending(path: "manifests")
    return FileReader { path in
      let file = path.hasPrefix("/") ? URL(fileURLWithPath: path) : base.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else { return .missing }
      if isFolder.boolValue {
        return .folder(((try? FileManager.default.contentsOfDirectory(atPath: file.path)) ?? []).sorted())
      }
      return (try? Data(contentsOf: file)).map { .file([UInt8]($0)) } ?? .missing
    }
  }
}
