import Foundation
import Fuzzing

/// Tries one input after the other, and notes each seed before it does, so that the supervisor knows which one ended or
/// held up the process. What does not hold is written to standard output.
struct FuzzWorker {
  let target: any FuzzTarget
  let tally: FuzzTally

  /// An input may take so long.
  private static let limit = Duration.seconds(1)
  /// Seconds after which the system ends a process that is still at one input.
  private static let patience: UInt32 = 10

  func run(_ seeds: Range<UInt64>) {
    let clock = ContinuousClock()
    for seed in seeds {
      tally.seed = seed
      alarm(FuzzWorker.patience)
      let begin = clock.now
      let outcome = target.run(seed: seed)
      let time = clock.now - begin
      tally.note(time, of: seed)
      if time > FuzzWorker.limit { tell("seed \(seed): takes \(time)") }
      switch outcome {
      case .accepted: tally.accepted += 1
      case .refused: tally.refused += 1
      case .broken(let text): tell("seed \(seed): \(text.replacing("\n", with: "⏎"))")
      }
    }
    tally.seed = seeds.upperBound
  }

  private func tell(_ line: String) {
    print(line)
    // At once, as the next input may end the process.
    fflush(nil)
  }
}
