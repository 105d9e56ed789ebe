import Cluster
import Foundation
import Narration
import Session
import Terminal

/// Sessions that reach the files, the editor and the terminal of the machine.
enum MachineSession {
  /// A new session; `facts` say what pictures are drawn for and what an editor has to run on.
  static func make(
    _ configuration: Configuration,
    pace: Pace,
    language: Language,
    facts: TerminalFacts = .current(environment: ProcessInfo.processInfo.environment)
  ) -> Session {
    var session = Session(configuration, pace: pace, language: language, files: MachineFiles.reader)
    session.writer = MachineFiles.writer
    session.layout = Layout(width: facts.width ?? 80, isAccessible: facts.isAccessible)
    // A script edits only with an editor that is named, even where there is a terminal.
    let isAtPrompt = pace != .script && facts.isInputTerminal && facts.isOutputTerminal
    session.editor = MachineEditor.editor(onTerminal: isAtPrompt)
    return session
  }
}
