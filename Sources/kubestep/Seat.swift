import Basics
import Cluster
import Foundation
import Kubectl
import Narration
import Session
import Terminal

/// Where a person sits: what they type, what they are shown, and when they have had enough.
///
/// One seat a process, used by one thread.
final class Seat {
  private(set) var facts: TerminalFacts
  /// In which the seat itself speaks.
  var language: Language
  private let pager: Pager?
  private lazy var keyboardThere = Keyboard(facts)
  private var progress: ProgressLines
  /// Whether the line that Ctrl-C has cut off was ended.
  private var hasBrokenLine = false

  init(_ facts: TerminalFacts, _ language: Language) {
    self.facts = facts
    self.language = language
    pager = Pager(facts, environment: ProcessInfo.processInfo.environment)
    progress = ProgressLines(areWanted: facts.isInteractive && !facts.isAccessible)
  }

  /// nil where lines cannot be edited.
  var keyboard: Keyboard? { facts.isInteractive ? keyboardThere : nil }

  /// Looks at the terminal's size, which may have changed.
  func measure() {
    let size = TerminalFacts.size
    facts.width = size.width ?? facts.width
    facts.height = size.height ?? facts.height
  }

  /// For whom and with how much room all is drawn and told.
  var layout: Layout {
    Layout(
      width: facts.width ?? 80,
      isAccessible: facts.isAccessible,
      folds: facts.width != nil && !facts.isAccessible,
      emphasizes: facts.allowsColor && !facts.isAccessible
    )
  }

  /// Shows an answer; a long text may go to the pager.
  func show(_ output: CommandOutput, mayPage: Bool = false) {
    breakLine()
    // What is worth a page comes alone, or before what is wrong with it.
    if mayPage, let first = output.pieces.first, first.stream == .output, page(first.text) {
      StandardStreams.show(output.pieces.dropFirst())
    } else {
      StandardStreams.show(output)
    }
  }

  /// Ends the line in which the terminal has written ^C.
  func breakLine() {
    guard Interrupts.pending, !hasBrokenLine else { return }
    StandardStreams.out("\n")
    hasBrokenLine = true
  }

  /// Whether the pager has shown `text`.
  private func page(_ text: String) -> Bool {
    guard let pager, let width = facts.width, let height = facts.height,
      Pager.isLong(text, width: width, height: height)
    else { return false }
    return pager.show(text)
  }

  /// Shows sentences of the program's own.
  func show(_ message: Localized) { StandardStreams.out(layout.folded(message.text(in: language)) + "\n") }

  // MARK: What a session asks of it

  /// Connects `session` with the person who sits here.
  func connect(_ session: inout Session) {
    session.layout = layout
    // All of it happens on the one thread of the prompt.
    nonisolated(unsafe) let seat = self
    session.goesOn = { seat.goesOn($0) }
    guard facts.isInteractive else { return }
    let files = session.files
    session.files = FileReader { path in path == FileReader.typed ? seat.typedText() : files.read(path) }
    session.clock = WallClock(
      begins: { seat.beginTicks() },
      ticks: { seat.tick($0) }
    )
  }

  private func typedText() -> FileReader.Entry {
    guard let keyboard else { return .missing }
    if !keyboard.hasPaste { show(Localized.typeText) }
    return keyboard.text().map { .file(Array($0.utf8)) } ?? .unreadable("interrupted")
  }

  /// Takes note that a line begins to be carried out.
  func beginLine() {
    Interrupts.clear()
    hasBrokenLine = false
    progress.begin()
  }

  /// Whether the person wants a journal to be typed on, of which so many lines have been.
  func goesOn(replayed lines: Int, of all: Int) -> Bool {
    tell(progress.line(replayed: lines, of: all))
    return !Interrupts.pending
  }

  private func goesOn(_ headway: Headway) -> Bool {
    tell(progress.line(headway))
    return !Interrupts.pending
  }

  private func tell(_ progress: Localized?) {
    guard let progress, !Interrupts.pending else { return }
    StandardStreams.err(progress.text(in: language) + "\n")
  }

  // MARK: The clock on the wall

  private var nextTick = ContinuousClock.now

  private func beginTicks() -> Bool {
    nextTick = .now
    progress.end()
    return true
  }

  private func tick(_ news: CommandOutput) -> Bool {
    show(news)
    // Time that the program was stopped or busy is not made up for.
    nextTick = max(nextTick, .now) + .microseconds(WallClock.tick.microseconds)
    return Interrupts.sleep(until: nextTick)
  }
}

extension Localized {
  fileprivate static let typeText = Localized(
    "Type or paste it; a line EOF or Ctrl-D ends it, Ctrl-C drops it.",
    "입력하거나 붙여 넣으세요. EOF 한 줄이나 Ctrl-D로 끝내고, Ctrl-C로 취소합니다."
  )
}
