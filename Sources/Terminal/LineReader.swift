package import Basics
import Glibc

/// What a person did at the prompt.
package enum TypedInput: Equatable {
  /// One line; several, parted by line feeds, where they were pasted together.
  case line(String)
  /// Ctrl-C: the line was dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the terminal is gone.
  case endOfInput
}

/// What stands in front of a line of the history that is looked for, before the text that it is to have.
package struct SearchWords {
  package var searching: String
  /// Where there is no such line.
  package var failing: String

  package init(searching: String, failing: String) {
    self.searching = searching
    self.failing = failing
  }

  package static let english = SearchWords(searching: "search", failing: "no line with")
}

/// Asks a person at a terminal for lines.
package protocol LineReader: AnyObject {
  /// What can stand at the cursor of `line`, of which `cursor` bytes are before it.
  typealias Completer = (_ line: String, _ cursor: Int) -> Choices

  /// Asked for when Tab is pressed.
  var completer: Completer? { get set }
  /// In which words the history is searched.
  var searchWords: SearchWords { get set }

  /// Shows the prompt `text` and waits for a line. In one of a text (`isText`) Tab is a character, and the end of what
  /// is pasted ends it.
  func readLine(prompt text: String, isText: Bool) -> TypedInput

  /// Puts `text` into the next line that is asked for, as if it had been typed; Enter is left to the person.
  func suggest(_ text: String)

  /// Keeps `line` for the arrow keys and for Ctrl-R, also of later runs. Not to be called for answers to questions.
  func remember(_ line: String)
}

/// Reads lines at a terminal that has no cursor to move, or whose kind is not known: it edits them itself, and nothing
/// is ever drawn again.
package final class PlainLineReader: LineReader {
  package var completer: Completer?
  package var searchWords = SearchWords.english

  package init() {}

  package func readLine(prompt text: String, isText: Bool) -> TypedInput {
    // One that was meant for what ran before. From the prompt on it is meant for the line.
    Interrupts.clear()
    show(text)
    return Signals.held {
      var bytes: [UInt8] = []
      while true {
        switch Signals.wait(for: STDIN_FILENO) {
        case .interrupt:
          Interrupts.clear()
          show("\n")
          return .interrupted
        case .suspend:
          Signals.stop()
          show(text + String(decoding: bytes, as: UTF8.self))
        case .end(let signal): Signals.act(signal)
        case .resume: show(text + String(decoding: bytes, as: UTF8.self))
        case .resize: break
        case .key:
          var byte: UInt8 = 0
          guard read(STDIN_FILENO, &byte, 1) == 1 else {
            show("\n")
            return bytes.isEmpty ? .endOfInput : .line(String(decoding: bytes, as: UTF8.self))
          }
          if byte == UInt8(ascii: "\n") { return .line(String(decoding: bytes, as: UTF8.self)) }
          bytes.append(byte)
        }
      }
    }
  }

  package func suggest(_ text: String) {}
  package func remember(_ line: String) {}
}

/// Writes to the terminal at once.
func show(_ text: String) {
  print(text, terminator: "")
  fflush(nil)
}
