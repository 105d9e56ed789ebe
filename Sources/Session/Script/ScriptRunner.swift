import Basics
import Cluster
import Kubectl

/// Runs a script, one command a line, and hands on the answers in the order of the lines.
package struct ScriptRunner {
  package private(set) var session: Session
  private var variables: [(name: String, value: String)] = []
  /// Answers that wait for a background command before them.
  private var waiting: [Answer] = []
  private let begin: Interval

  /// How long `until` waits before it asks again.
  private static let pollPause = Interval.milliseconds(400)

  fileprivate enum Answer {
    case ready(ScriptEntry)
    /// A background command: where it began, and when it is interrupted.
    case background(ScriptEntry, command: String, position: Int, start: Instant, end: Instant)
  }

  package init(_ session: Session) {
    self.session = session
    begin = session.elapsed
  }

  private var time: Double { (session.elapsed - begin).fractionalSeconds }

  /// Runs one line; the answers that are now complete, oldest first.
  package mutating func run(_ line: String) -> [ScriptEntry] {
    let text = substituted(line)
    var entry = ScriptEntry(command: text.trimmed, time: time, output: CommandOutput())
    switch ScriptLine(text) {
    case .empty: return []
    case .note: entry.isDirective = true
    case .sleep(let length):
      entry.output = session.pass(length)
      // What stops a pause is to be seen.
      entry.isDirective = entry.output == CommandOutput()
    case .assign(let name, let command):
      entry.isDirective = true
      entry.output = session.execute(command)
      variables.removeAll { $0.name == name }
      variables.append((name, entry.output.stdout.trimmed))
    case .until(let limit, let wanted, let command):
      entry.command = command
      entry.isPolled = true
      entry.output = poll(command, for: wanted, limit: limit)
    case .timeout(let limit, let command):
      entry.command = command
      entry.output = interrupted(command, after: limit)
    case .background(let limit, let command):
      entry.command = command
      let now = session.timeline.now
      waiting.append(
        .background(entry, command: command, position: session.timeline.position, start: now, end: now + limit)
      )
      entry.output = session.pass(ScriptTime.background)
      if entry.output != CommandOutput() { waiting.append(.ready(entry)) }
      return []
    case .command(let command): entry.output = session.execute(command)
    }
    waiting.append(.ready(entry))
    return waiting.contains(where: \.isBackground) ? [] : drain()
  }

  /// The answers that still wait, after letting background commands run to their end.
  package mutating func finish() -> [ScriptEntry] { drain() }

  private mutating func drain() -> [ScriptEntry] {
    defer { waiting = [] }
    return waiting.map { answer in
      switch answer {
      case .ready(let entry): return entry
      case .background(var entry, let command, let position, let start, let end):
        if session.timeline.now < end { session.timeline.advance(to: end) }
        entry.output = replay(command, position: position, start: start, end: end)
        return entry
      }
    }
  }

  /// What a command would have shown from `start` to `end`: it runs over a copy of the run, which is the same again.
  private func replay(_ command: String, position: Int, start: Instant, end: Instant) -> CommandOutput {
    var watcher = session
    // What it waits for stops what runs in front, not what runs beside it.
    watcher.breakpoints = []
    watcher.timeline.go(to: position)
    watcher.timeline.go(to: start)
    watcher.interruptAt = end
    var output = watcher.execute(command)
    if output.exit == 0 { output.exit = 1 }
    return output
  }

  private mutating func poll(_ command: String, for wanted: String, limit: Interval) -> CommandOutput {
    let end = session.timeline.now + limit
    while true {
      var output = session.execute(command)
      if output.text.contains(wanted) || session.timeline.now >= end { return output }
      let pause = session.pass(ScriptRunner.pollPause)
      if pause != CommandOutput() {
        output.append(pause)
        return output
      }
    }
  }

  private mutating func interrupted(_ command: String, after limit: Interval) -> CommandOutput {
    session.interruptAt = session.timeline.now + limit
    defer { session.interruptAt = nil }
    return session.execute(command)
  }

  /// `line` with `${NAME}` replaced by what `let` kept.
  private func substituted(_ line: String) -> String {
    var text = line
    for (name, value) in variables { text = text.replacing("${\(name)}", with: value) }
    return text
  }
}

extension ScriptRunner.Answer {
  fileprivate var isBackground: Bool { if case .background = self { true } else { false } }
}
