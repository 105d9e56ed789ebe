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
  /// What was last said to be possible.
  private var possible: Standing?

  init(_ recorded: RecordedConsole) { self.recorded = recorded }

  private var console: LessonConsole { recorded.console }
  private var session: Session { console.session }
  private var seat: Seat { recorded.seat }

  /// - Parameters:
  ///   - first: what is carried out before the first line is asked for.
  ///   - greets: whether the banner is shown where nothing is.
  mutating func run(first: String? = nil, greets: Bool = true) {
    Interrupts.catchFromNowOn()
    guard let keyboard = seat.keyboard else {
      StandardStreams.err("error: no terminal to edit lines on\n")
      return
    }
    if let kind = seat.facts.unknownKind { seat.show(.unknownTerminal(kind)) }
    if let first {
      carryOut(first)
    } else if greets {
      seat.show(.banner(nodes: session.timeline.cluster.configuration.nodes))
    }
    while !session.hasEnded {
      switch read(with: keyboard) {
      case .endOfInput: return
      case .interrupted: continue
      case .line(let line):
        if !console.isAnswer(line) { keyboard.remember(line) }
        carryOut(line)
        if Interrupts.pending { keyboard.dropPaste() }
        if let suggestion = console.suggestion { keyboard.suggest(suggestion) }
      }
    }
  }

  /// Asks for a line; words are completed as the session is now.
  private func read(with keyboard: Keyboard) -> TypedInput {
    // Only for as long as it asks: while a copy of the session is held, a command copies the whole trace.
    let console = console
    keyboard.speak(session.language)
    return keyboard.line(prompt: promptText) { line, cursor in console.choices(line, cursor: cursor) }
  }

  private mutating func carryOut(_ line: String) {
    let progress = console.progress
    let place = console.place
    let output = recorded.take(line)
    // What happens is read as it comes; what is looked up may be long.
    seat.show(output, mayPage: console.place == place && !line.isEmpty)
    if console.progress != progress { ProgressFile.note(console.progress, since: progress) }
    if console.place != place { tellWhatIsPossible() }
  }

  /// One line, where it is another one than last time and the answer has not said it.
  private mutating func tellWhatIsPossible() {
    let standing = session.standing
    if !session.hasInvited, console.run == nil, standing != possible {
      seat.show(standing.possible)
    }
    possible = standing
  }

  /// Where one is: the lesson, the virtual time, the last record, and how much is about to happen.
  private var promptText: String {
    let time = "\(Prompt.clock(session.elapsed)) #\(session.timeline.lastRecord.number)"
    let place = seat.facts.allowsColor ? "\u{1B}[36m\(time)\u{1B}[0m" : time
    let standing = session.standing.sign(waiting: session.timeline.cluster.busyCount)?.text(in: session.language)
    return "\(console.run?.lesson.front.id ?? "kubestep") \(place)\(standing.map { " (\($0))" } ?? "")> "
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
  fileprivate static func unknownTerminal(_ kind: String) -> Localized {
    Localized(
      "TERM=\(kind) is not known on this machine: no keys to edit lines with, and no colours. "
        + "With TERM=xterm-256color there may be both.",
      "이 시스템은 TERM=\(kind) 터미널을 알지 못해 줄 편집과 색을 쓰지 않습니다. TERM=xterm-256color로는 될 수도 있습니다."
    )
  }
  fileprivate static func banner(nodes: Int) -> Localized {
    Localized(
      """
      kubestep: a simulated Kubernetes v1.36 cluster with \(nodes) node\(nodes == 1 ? "" : "s"), held in time.
      Try: lesson · run web --image=nginx · get pods · help      Ctrl-D leaves.
      """,
      """
      kubestep: 시간을 멈출 수 있는 쿠버네티스 v1.36 모의 클러스터입니다. 노드는 \(nodes)개입니다.
      먼저: lesson · run web --image=nginx · get pods · help      Ctrl-D로 나갑니다.
      """
    )
  }
}
