import Basics
import Foundation
import Terminal

/// The program that shows long texts a screen at a time.
struct Pager {
  private let command: String

  /// The one that is used where `$PAGER` names none.
  static let fallback = "less"

  /// `$PAGER`, else less; nil where it is empty or `cat`, and where the terminal is none for it or the reader listens.
  init?(_ facts: TerminalFacts, environment: [String: String]) {
    command = environment["PAGER"] ?? Pager.fallback
    guard facts.movesCursor, !facts.isAccessible, !command.isEmpty, command != "cat" else { return nil }
    // What less is to do where nobody has said it: leave where all fits, keep colours, leave the text on the screen.
    // Who has never met it is told how to go on and how to get away.
    setenv("LESS", "FRXPs\(Pager.prompt)$", 0)
    setenv("LESSCHARSET", "utf-8", 0)
  }

  /// In signs that less shows in whatever locale.
  private static let prompt = "-- Space = more, q = quit --"

  /// Whether `text` is more than a screen of this size.
  static func isLong(_ text: String, width: Int, height: Int) -> Bool {
    var rows = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      rows += max(1, (line.cellWidth + width - 1) / width)
      if rows >= height { return true }
    }
    return false
  }

  /// Shows `text`; false where there is no such program.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let interrupts = signal(SIGINT, SIG_IGN)  // Ctrl-C is the pager's
    let pipes = signal(SIGPIPE, SIG_IGN)
    defer {
      signal(SIGINT, interrupts)
      signal(SIGPIPE, pipes)
    }
    let program = ChildProgram(["/bin/sh", "-c", command], input: ends[0])
    close(ends[0])
    // Who leaves early has read enough.
    if program != nil { _ = StandardStreams.bytes(Array(text.utf8), to: ends[1]) }
    close(ends[1])
    // A shell answers so where it has not found the program.
    return program.map { $0.wait() != 127 } ?? false
  }
}
