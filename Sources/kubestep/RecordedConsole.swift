import Foundation
import Kubectl
import Lessons
import Narration
import Session
import Terminal

/// The prompt's console, with the journal of its session and the file in which that is kept.
struct RecordedConsole {
  private(set) var console: LessonConsole
  private let recorder: SessionRecorder
  /// Where the session is kept as it goes; nil until there is something to keep, and where nobody sits at it.
  private var autosave: Autosave?
  private let isInteractive: Bool
  private let library: LessonLibrary

  /// A new session that is made from `header`, or one that is to be typed again.
  init(_ header: Journal.Header, facts: TerminalFacts) throws {
    isInteractive = facts.isInteractive
    library = try LessonOptions.library(header.lessons)
    var session = MachineSession.make(
      header.configuration,
      pace: header.pace,
      language: header.language,
      facts: facts
    )
    session.goesOn = { !Interrupts.pending }
    var header = header
    header.editor = header.editor ?? session.editor.fallback
    header.progress = header.progress ?? ProgressFile.read().text
    recorder = SessionRecorder(header)
    recorder.attach(to: &session)
    console = LessonConsole(session, library: library, progress: CourseProgress(header.progress ?? ""))
  }

  private func say(_ message: Localized) -> String { message.text(in: console.session.language) }

  /// Carries out a typed line, and keeps it before it is answered.
  mutating func take(_ line: String) -> CommandOutput {
    var taken = recorder.take(line, &console)
    keep(taken.text)
    if let reason = autosave?.takeTrouble() { taken.answer.warn(say(.notKept(reason))) }
    return taken.answer
  }

  /// Carries out the lines of standard input and writes their answers.
  mutating func takeStandardInput() {
    let text = String(decoding: MachineFiles.standardInput(), as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !console.session.hasEnded {
      let output = take(String(line))
      StandardStreams.out(output.stdout)
      StandardStreams.err(output.stderr)
    }
  }

  private mutating func keep(_ text: String) {
    guard isInteractive, !text.isEmpty else { return }
    if let autosave {
      autosave.append(text)
    } else {
      let begun = Autosave.begin()
      begun.append(recorder.text)
      autosave = begun
    }
  }

  /// Types the lines of a journal again, all of them or up to where they lead elsewhere than they did.
  mutating func replay(_ journal: Journal, stopsAtParting: Bool = false) -> Replay {
    var replay = Replay()
    guard journal.header.pace == .script else {
      replay.run(journal, on: &console, recorder, stopsAtParting: stopsAtParting)
      return replay
    }
    var runner = ScriptRunner(console.session)
    replay.run(journal, on: &runner, recorder, stopsAtParting: stopsAtParting)
    console = LessonConsole(runner.session, library: library, progress: console.progress)
    return replay
  }

  /// Goes on with a session in its own file, of which `bytes` were read again; in a new one where what was replayed is
  /// not the same.
  mutating func goOn(in autosave: Autosave, having bytes: ArraySlice<UInt8>) {
    guard recorder.text.utf8.elementsEqual(bytes) else { return }
    autosave.cut(to: bytes.count)
    self.autosave = autosave
  }

  /// Takes lines until the user leaves.
  mutating func takeAll(_ facts: TerminalFacts) {
    guard isInteractive else {
      takeStandardInput()
      return
    }
    var prompt = Prompt(self, facts: facts)
    prompt.run(greets: false)
  }
}

extension TerminalFacts {
  /// Whether somebody sits at it.
  var isInteractive: Bool { isInputTerminal && isOutputTerminal }
}
