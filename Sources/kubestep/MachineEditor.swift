import Foundation
import Kubectl

/// The user's editor, as a program of the machine.
enum MachineEditor {
  /// `vi` where nothing else is named and there is a terminal for it.
  static func editor(onTerminal: Bool) -> TextEditor {
    TextEditor(
      variable: { ProcessInfo.processInfo.environment[$0] },
      fallback: onTerminal ? "vi" : nil,
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
    switch run(arguments) {
    case nil:
      try? FileManager.default.removeItem(at: file)
      return .notFound
    case 0?:
      guard let edited = try? Data(contentsOf: file) else { return .failed }
      return .saved(String(decoding: edited, as: UTF8.self), file: file.path)
    default:
      try? FileManager.default.removeItem(at: file)
      return .failed
    }
  }

  /// Runs a program on the streams of this one; its exit code, or nil where there is no such program.
  ///
  /// Not by `Process`, which would take the terminal away from the program: it starts it in a group of its own.
  private static func run(_ arguments: [String]) -> Int32? {
    var process = pid_t()
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    guard let program = words[0], posix_spawnp(&process, program, nil, nil, words, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    // The exit code's byte; a program that a signal has ended has failed too.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
