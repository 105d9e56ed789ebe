/// How a command lets the user edit a text: a program of the machine, handed in by the top layer.
package struct TextEditor: Sendable {
  /// How an edit ended.
  package enum Outcome: Hashable, Sendable {
    /// The text as it was left, and the file that still holds it.
    case saved(String, file: String)
    /// There is no such program.
    case notFound
    /// The program ended with an error.
    case failed
  }

  /// What a variable of the machine's environment says.
  package var variable: @Sendable (_ name: String) -> String?
  /// The program where no variable names one; nil where there is no terminal to show it on.
  package var fallback: String?
  /// Puts `text` into a new file whose name ends in `suffix`, runs `words` on it and reads it again. The last word ends
  /// in `fileMark` or is the mark itself, which stands for the file.
  package var edit: @Sendable (_ text: String, _ suffix: String, _ words: [String]) -> Outcome
  /// Removes a file that an edit has left.
  package var discard: @Sendable (_ file: String) -> Void

  /// Stands for the file in the words of a command.
  package static let fileMark = "\u{0}"

  package init(
    variable: @escaping @Sendable (_ name: String) -> String? = { _ in nil },
    fallback: String? = nil,
    edit: @escaping @Sendable (_ text: String, _ suffix: String, _ words: [String]) -> Outcome,
    discard: @escaping @Sendable (_ file: String) -> Void = { _ in }
  ) {
    self.variable = variable
    self.fallback = fallback
    self.edit = edit
    self.discard = discard
  }

  /// No editor at all.
  package static let none = TextEditor { _, _, _ in .notFound }
}

/// The command that starts the user's editor.
///
/// Mirrors `editor.NewDefaultEditor` and `Editor.args`.
struct EditorCommand {
  /// The words with the file's place among them.
  let words: [String]
  /// As errors name it.
  let name: String

  /// nil where neither the line nor the machine names an editor.
  init?(_ editor: TextEditor, assignments: [ShellLine.Assignment]) {
    let named = ["KUBE_EDITOR", "EDITOR"].lazy.compactMap { name -> String? in
      let value = assignments.last { $0.name == name }?.value ?? editor.variable(name)
      return value?.isEmpty ?? true ? nil : value
    }
    guard let command = named.first ?? editor.fallback else { return nil }
    name = command
    if command.contains(where: { "\"'\\".contains($0) }) {
      words = [editor.variable("SHELL") ?? "/bin/bash", "-c", "\(command) \"\(TextEditor.fileMark)\""]
    } else {
      words = command.split(separator: " ").map(String.init) + [TextEditor.fileMark]
    }
  }

  /// The words as the error of a program that failed shows them.
  var shown: String {
    words.last == TextEditor.fileMark ? name : (words.dropLast() + [name]).joined(separator: " ")
  }
}
