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
  private let library: LessonLibrary
  let seat: Seat

  /// A new session that is made from `header`, or one that is to be typed again.
  init(_ header: Journal.Header, _ seat: Seat) throws {
    self.seat = seat
    library = try LessonOptions.library(header.lessons)
    var session = MachineSession.make(
      header.configuration,
      pace: header.pace,
      language: header.language,
      facts: seat.facts
    )
    seat.connect(&session)
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
    seat.measure()
    console.layout = seat.layout
    seat.language = console.session.language
    seat.beginLine()
    var taken = recorder.take(line, &console)
    keep(taken.text)
    if let trouble = autosave?.takeTrouble() {
      taken.answer.warn(seat.layout.folded(say(.notKept(trouble.reason, hasBegun: trouble.hasBegun))))
    }
    return taken.answer
  }

  /// Carries out the lines of standard input and writes their answers.
  mutating func takeStandardInput() {
    let text = String(decoding: MachineFiles.standardInput(), as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !console.session.hasEnded {
      seat.show(take(String(line)))
    }
  }

  private mutating func keep(_ text: String) {
    guard seat.facts.isInteractive, !text.isEmpty else { return }
    if let autosave {
      autosave.append(text)
    } else {
      let begun = Autosave.begin()
      begun.append(recorder.text)
      autosave = begun
    }
  }

  /// Types the lines of a journal again, all of them or up to where they lead elsewhere than they did. A person can
  /// stop it.
  mutating func replay(_ journal: Journal, stopsAtParting: Bool = false) -> Replay {
    Interrupts.catchFromNowOn()
    seat.beginLine()
    let count = journal.entries.count
    let goesOn = { [seat] (lines: Int) in seat.goesOn(replayed: lines, of: count) }
    defer { seat.breakLine() }
    var replay = Replay()
    guard journal.header.pace == .script else {
      replay.run(journal, on: &console, recorder, stopsAtParting: stopsAtParting, while: goesOn)
      return replay
    }
    var runner = ScriptRunner(console.session)
    replay.run(journal, on: &runner, recorder, stopsAtParting: stopsAtParting, while: goesOn)
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
  mutating func takeAll() {
    guard seat.facts.isInteractive else {
      takeStandardInput()
      return
    }
    var prompt = Prompt(self)
    prompt.run(greets: false)
  }
}

extension TerminalFacts {
  /// Whether somebody sits at it.
  var isInteractive: Bool { isInputTerminal && isOutputTerminal }
}
