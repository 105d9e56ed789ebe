import Foundation
import Fuzzing

/// Tries one input after the other, and notes each seed before it does, so that the supervisor knows which one ended or
/// held up the process. What does not hold is written to standard output.
struct FuzzWorker {
  let target: any FuzzTarget
  let tally: FuzzTally

  /// An input may take so many microseconds of the processor's time, which other processes do not lengthen.
  private static let limit: UInt64 = 1_000_000
  /// Seconds after which the system ends a process that is still at one input.
  private static let patience: UInt32 = 10

  func run(_ seeds: Range<UInt64>) {
    for seed in seeds {
      tally.seed = seed
      alarm(FuzzWorker.patience)
      let begin = clock()
      let outcome = target.run(seed: seed)
      let time = UInt64(clock() - begin) * 1_000_000 / UInt64(CLOCKS_PER_SEC)
      tally.note(microseconds: time, of: seed)
      if time > FuzzWorker.limit { tell("seed \(seed): takes \(time / 1_000) ms") }
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
