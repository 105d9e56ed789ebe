import Basics
import Cluster
import Foundation
import Kubectl
import Lessons
import Machinery
import Narration
import Session
import Terminal

/// The loop of the prompt: a line in, its answer out, until Ctrl-D.
struct Prompt {
  private var recorded: RecordedConsole
  private let facts: TerminalFacts

  init(_ recorded: RecordedConsole, facts: TerminalFacts) {
    self.recorded = recorded
    self.facts = facts
  }

  private var console: LessonConsole { recorded.console }
  private var session: Session { console.session }

  /// - Parameters:
  ///   - first: what is carried out before the first line is asked for.
  ///   - greets: whether the banner is shown where nothing is.
  mutating func run(first: String? = nil, greets: Bool = true) {
    Interrupts.catchFromNowOn()
    guard let editor = LineEditor(historyPath: StateFolder.history, width: facts.width ?? 80) else {
      StandardStreams.err("error: no terminal to edit lines on\n")
      return
    }
    if let first {
      carryOut(first)
    } else if greets {
      StandardStreams.out(Localized.banner.text(in: session.language) + "\n")
    }
    while !session.hasEnded {
      switch read(with: editor) {
      case .endOfInput: return
      case .interrupted: continue
      case .line(let line):
        if !console.isAsking { editor.remember(line) }
        Interrupts.clear()
        carryOut(line)
        if let suggestion = console.suggestion { editor.suggest(suggestion) }
      }
    }
  }

  /// Asks for a line; words are completed as the session is now.
  private func read(with editor: LineEditor) -> LineEditor.Input {
    // Only for as long as it asks: while a copy of the session is held, a command copies the whole trace.
    let console = console
    editor.completer = { line, cursor in console.candidates(line, cursor: cursor) }
    defer { editor.completer = nil }
    return editor.readLine(prompt: promptText)
  }

  private mutating func carryOut(_ line: String) {
    let progress = console.progress
    let output = recorded.take(line)
    StandardStreams.out(output.stdout)
    StandardStreams.err(output.stderr)
    if console.progress != progress { ProgressFile.note(console.progress, since: progress) }
  }

  /// Where one is: the lesson, the virtual time, and the last record.
  private var promptText: String {
    let time = "\(Prompt.clock(session.elapsed)) #\(session.timeline.lastRecord.number)"
    let place = facts.allowsColor ? "\u{1B}[36m\(time)\u{1B}[0m" : time
    return "\(console.run?.lesson.front.id ?? "kubestep") \(place)> "
  }

  /// `1:02.5` for a minute and two and a half seconds.
  static func clock(_ time: Interval) -> String {
    let tenths = time.microseconds / 100_000
    let seconds = tenths / 10
    let tail = "\(padded(Int(seconds % 60), 2)).\(tenths % 10)"
    return seconds >= 3_600
      ? "\(seconds / 3_600):\(padded(Int(seconds / 60 % 60), 2)):\(tail)" : "\(seconds / 60):\(tail)"
  }
}

extension Localized {
  static let banner = Localized(
    """
    kubestep: a simulated Kubernetes v1.36 cluster with three nodes, held in time.
    Try: create -f FILE · get nodes · run web --image=nginx · help      Ctrl-D leaves.
    """,
    """
    kubestep: 시간을 멈출 수 있는 쿠버네티스 v1.36 모의 클러스터입니다.
    먼저: create -f 파일 · get nodes · run web --image=nginx · help      Ctrl-D로 나갑니다.
    """
  )
}
