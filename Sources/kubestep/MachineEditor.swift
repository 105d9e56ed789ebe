import Foundation
import Kubectl

/// The user's editor, as a program of the machine.
enum MachineEditor {
  /// The one that is used where no variable names one.
  static let fallback = "vi"

  /// `fallback` where nothing else is named and there is a terminal for it.
  static func editor(onTerminal: Bool) -> TextEditor {
    TextEditor(
      variable: { ProcessInfo.processInfo.environment[$0] },
      fallback: onTerminal ? MachineEditor.fallback : nil,
      edit: edit,
      discard: { try? FileManager.default.removeItem(atPath: $0) }
    )
  }

  @Sendable private static func edit(_ text: String, _ suffix: String, _ words: [String]) -> TextEditor.Outcome {
    let name = "kubectl-edit-\(UInt32.random(in: 1...UInt32.max))\(suffix)"
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    do {
      try Data(text.utf8).write(to: file, options: .withoutOverwriting)
    } catch {
      return .failed
    }
    let arguments = words.map { $0.replacing(TextEditor.fileMark, with: file.path) }
    switch ChildProgram(arguments).map({ $0.wait() }) {
    case nil:
      try? FileManager.default.removeItem(at: file)
      return .notFound
    case 0??:
      guard let edited = try? Data(contentsOf: file) else { return .failed }
      return .saved(String(decoding: edited, as: UTF8.self), file: file.path)
    default:
      try? FileManager.default.removeItem(at: file)
      return .failed
    }
  }
}
