import Basics
import Cluster
import Narration

/// Lines that tell how far long work has come, one now and then.
struct ProgressLines {
  private static let first = Duration.seconds(1)
  private static let pause = Duration.seconds(2)

  /// Whether lines are wanted about the work at hand.
  private var isWanted = false
  private let areEverWanted: Bool
  /// When the next line is due; nil before the work has begun.
  private var due: ContinuousClock.Instant?

  init(areWanted: Bool) { areEverWanted = areWanted }

  /// Some work is to begin; its time counts from when it is first asked whether to go on.
  mutating func begin() { (isWanted, due) = (areEverWanted, nil) }

  /// From now on what happens is seen by itself.
  mutating func end() { isWanted = false }

  /// What there is to tell now.
  mutating func line(_ headway: Headway) -> Localized? {
    isDue() ? .headway(headway.time, moves: headway.moves) : nil
  }

  /// The same for a journal of which so many lines have been typed again.
  mutating func line(replayed: Int, of all: Int) -> Localized? {
    isDue() ? .replayed(replayed, of: all) : nil
  }

  private mutating func isDue() -> Bool {
    guard isWanted else { return false }
    guard let due else {
      self.due = .now + ProgressLines.first
      return false
    }
    guard due <= .now else { return false }
    self.due = .now + ProgressLines.pause
    return true
  }
}

extension Localized {
  fileprivate static func headway(_ time: Interval, moves: Int) -> Localized {
    let clock = Prompt.clock(time)
    return Localized(
      "... \(moves) events, virtual time \(clock); Ctrl-C stops",
      "... 사건 \(moves)개, 가상 시각 \(clock). Ctrl-C로 멈춥니다"
    )
  }
  fileprivate static func replayed(_ lines: Int, of all: Int) -> Localized {
    Localized(
      "... \(lines) of \(all) lines typed again; Ctrl-C stops",
      "... \(all)줄 중 \(lines)줄을 다시 입력했습니다. Ctrl-C로 멈춥니다"
    )
  }
}
