import Cluster
package import Foundation
package import Kubectl
package import Objects
package import Session

/// A scenario that was played at a real cluster: a folder with `scenario.txt`, its manifests, and in `answers.jsonl`
/// what the cluster answered.
package struct Scenario {
  package let name: String
  private let folder: URL
  /// What was recorded about the cluster, and the answers, one a command.
  package let head: Value
  package let steps: [Value]

  /// Reads the scenario in `folder`; throws where a file of it is missing.
  package init(_ folder: URL) throws {
    name = folder.lastPathComponent
    self.folder = folder
    let text = try String(contentsOf: folder.appending(path: "answers.jsonl"), encoding: .utf8)
    let lines = try text.split(separator: "\n").map { try JSONText.parse(String($0)) }
    head = lines[0]
    steps = Array(lines.dropFirst())
  }

  /// The scenarios in the folders of `folder`, in the order of their names.
  package static func all(in folder: URL) throws -> [Scenario] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { !$0.contains(".") }.sorted().map { try Scenario(folder.appending(path: $0)) }
  }

  /// Whether the nodes were run by kubelets, and not by stand-ins for them.
  package var hasKubelet: Bool { head["nodes"]?.string == "kubelet" }

  /// Runs the script on as many nodes as the real cluster had; its answers, and the session at its end.
  package func run(editor: TextEditor = .none) throws -> (answers: [ScriptEntry], session: Session) {
    var session = Session(Configuration(nodes: hasKubelet ? 1 : 3), pace: .script, files: files)
    session.editor = editor
    var runner = ScriptRunner(session)
    let script = try String(contentsOf: folder.appending(path: "scenario.txt"), encoding: .utf8)
    var answers: [ScriptEntry] = []
    for line in script.split(separator: "\n", omittingEmptySubsequences: false) { answers += runner.run(String(line)) }
    answers += runner.finish()
    return (answers, runner.session)
  }

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
