import Kubectl

/// Types the lines of a journal again, and holds what they lead to against what they led to.
package struct Replay: Sendable {
  /// Where a replay is not the recorded run any more.
  package struct Parting: Hashable, Sendable {
    /// The number of the line among those that were typed, from 1.
    package var input: Int
    package var line: String
    /// Between which events the run parted; nil where only the state after the line differs.
    package var events: Range<Int>?
  }

  package private(set) var parting: Parting?
  /// How many lines have been typed again, and how many hashes were the same.
  package private(set) var inputs = 0
  package private(set) var hashes = 0

  package init() {}

  /// Whether not all lines have been typed again, because the user has interrupted.
  package private(set) var isInterrupted = false

  /// Types all lines; where `stopsAtParting`, only up to where the runs part. `goesOn` is asked after each, with how
  /// many it has been.
  package mutating func run<Taker: LineTaker>(
    _ journal: Journal,
    on console: inout Taker,
    _ recorder: SessionRecorder,
    stopsAtParting: Bool,
    while goesOn: (Int) -> Bool = { _ in true }
  ) {
    for entry in journal.entries {
      let again = recorder.take(entry.line, given: entry.intake, &console).entry
      inputs += 1
      guard goesOn(inputs) else {
        isInterrupted = inputs < journal.entries.count || again.intake != entry.intake
        if !isInterrupted { compare(entry, again) }
        return
      }
      compare(entry, again)
      if parting != nil, stopsAtParting { return }
    }
  }

  private mutating func compare(_ entry: Journal.Entry, _ again: Journal.Entry) {
    guard parting == nil else { return }
    let (old, new) = (entry.outcome, again.outcome)
    if old == new {
      hashes += old.hashes.count + 1
      return
    }
    var parting = Parting(input: inputs, line: entry.line, events: nil)
    if old.hashesBefore == new.hashesBefore, old.hashes != new.hashes {
      let same = zip(old.hashes, new.hashes).prefix { $0 == $1 }.count
      let begin = (old.hashesBefore + same) * Journal.Header.hashEvery
      parting.events = begin..<begin + Journal.Header.hashEvery
    }
    self.parting = parting
  }
}
