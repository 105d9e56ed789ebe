import Basics
import Cluster
package import Kubectl
import Machinery
import Synchronization

/// Keeps the journal of a session: stands between it and the world outside, notes what comes in, and gives it again
/// when the session is replayed.
///
/// A reference, since what it hands out (`files`, `editor`, `goesOn`) reports back to it.
package final class SessionRecorder: Sendable {
  private struct State: Sendable {
    var intake = Journal.Intake()
    /// How often it was asked whether to go on.
    var asked = 0
    /// What is given instead of what the world outside has; nil in a live session.
    var given: Journal.Intake?
    /// The text of the journal so far.
    var text: String
    var check: UInt64
    /// The hashes of the trace after the last line.
    var hashes: [UInt64] = []
    /// Where the last line has led.
    var outcome: Journal.Outcome?
  }

  package let header: Journal.Header
  private let state: Mutex<State>

  package init(_ header: Journal.Header) {
    self.header = header
    let line = JournalText.line(header)
    state = Mutex(State(text: line.text, check: line.check))
  }

  /// The journal up to the last line that has ended.
  package var text: String { state.withLock { $0.text } }

  /// Carries out a typed line in `console` and adds it to the journal: what was answered, and the journal's new line.
  ///
  /// A line that was typed before takes in what is `given` instead of what the world outside has.
  package func take<Taker: LineTaker>(
    _ line: String,
    given: Journal.Intake? = nil,
    _ console: inout Taker
  ) -> (answer: Taker.Reply, entry: Journal.Entry, text: String) {
    state.withLock { state in
      state.intake = Journal.Intake()
      state.asked = 0
      state.given = given
    }
    let answer = console.take(line)
    let timeline = console.session.timeline
    // Who leaves does not want to leave again at once.
    let isKept = !console.session.hasEnded
    let (entry, text) = state.withLock { state in
      state.given = nil
      let hashes = timeline.trace.hashes
      let same = zip(hashes, state.hashes).prefix { $0 == $1 }.count
      state.hashes = hashes
      // A line that has only looked has not changed what takes long to hash.
      let known = state.outcome.flatMap { last in
        (last.moment, last.record) == (timeline.moment, timeline.lastRecord.number) ? last.state : nil
      }
      let outcome = Journal.Outcome(
        moment: timeline.moment,
        record: timeline.lastRecord.number,
        state: known ?? timeline.cluster.stateHash,
        hashes: Array(hashes[same...]),
        hashesBefore: same
      )
      state.outcome = outcome
      let entry = Journal.Entry(line: line, intake: state.intake, outcome: outcome)
      guard isKept else { return (entry, "") }
      let line = JournalText.line(entry.fields, after: state.check)
      state.check = line.check
      state.text += line.text
      return (entry, line.text)
    }
    return (answer, entry, text)
  }
}

// What stands between the session and the world outside.
extension SessionRecorder {
  /// Stands between `session` and what it reaches now.
  package func attach(to session: inout Session) {
    session.files = files(over: session.files)
    session.writer = writer(over: session.writer)
    session.editor = editor(over: session.editor)
    session.goesOn = goesOn(over: session.goesOn)
    session.clock = clock(over: session.clock)
    session.recorder = self
  }

  private func files(over files: FileReader) -> FileReader {
    FileReader { path in
      let given = self.state.withLock { state -> FileReader.Entry? in
        guard let given = state.given else { return nil }
        guard let index = given.files.firstIndex(where: { $0.path == path }) else { return .missing }
        return state.given?.files.remove(at: index).entry
      }
      let entry = given ?? files.read(path)
      self.state.withLock { $0.intake.files.append(Journal.File(path: path, entry: entry)) }
      return entry
    }
  }

  /// What was written before is not written again.
  private func writer(over writer: FileWriter) -> FileWriter {
    FileWriter { path, bytes in self.state.withLock { $0.given != nil } ? nil : writer.write(path, bytes) }
  }

  private func editor(over editor: TextEditor) -> TextEditor {
    TextEditor(
      variable: { name in
        let given = self.state.withLock { state in
          state.given.map { given in given.variables.first { $0.name == name }?.value }
        }
        let value = given ?? editor.variable(name)
        self.state.withLock { $0.intake.variables.append(Journal.Variable(name: name, value: value)) }
        return value
      },
      fallback: header.editor,
      edit: { text, suffix, words in
        let given = self.state.withLock { state -> TextEditor.Outcome? in
          guard let given = state.given else { return nil }
          return given.edits.isEmpty ? .failed : state.given?.edits.removeFirst()
        }
        let outcome = given ?? editor.edit(text, suffix, words)
        self.state.withLock { $0.intake.edits.append(outcome) }
        return outcome
      },
      discard: { file in
        if self.state.withLock({ $0.given == nil }) { editor.discard(file) }
      }
    )
  }

  /// Whoever replays a session may interrupt it as well.
  private func goesOn(over goesOn: @escaping (Headway) -> Bool) -> (Headway) -> Bool {
    { headway in
      let given = self.state.withLock { state -> Bool? in
        state.asked += 1
        return state.given.map { state.asked <= $0.interruptedAfter ?? .max }
      }
      let answer = goesOn(headway) && given ?? true
      self.state.withLock { state in
        if !answer, state.intake.interruptedAfter == nil { state.intake.interruptedAfter = state.asked - 1 }
      }
      return answer
    }
  }

  /// What was watched before is over at once when it is replayed.
  private func clock(over clock: WallClock) -> WallClock {
    WallClock(
      begins: {
        let given = self.state.withLock { $0.given }
        let isWatched = given.map { $0.ticks != nil } ?? clock.begins()
        if isWatched { self.state.withLock { $0.intake.ticks = 0 } }
        return isWatched
      },
      ticks: { news in
        let given = self.state.withLock { state in state.given.map { state.intake.ticks ?? 0 < $0.ticks ?? 0 } }
        guard given ?? clock.ticks(news) else { return false }
        self.state.withLock { $0.intake.ticks? += 1 }
        return true
      }
    )
  }
}

/// Whatever takes typed lines and has a session for them: a prompt, a script.
package protocol LineTaker {
  associatedtype Reply
  var session: Session { get }
  mutating func take(_ line: String) -> Reply
}

extension Session: LineTaker {
  package var session: Session { self }
  package mutating func take(_ line: String) -> CommandOutput { execute(line) }
}

extension ScriptRunner: LineTaker {
  package mutating func take(_ line: String) -> [ScriptEntry] { run(line) }
}
