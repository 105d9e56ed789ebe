import Foundation
import Fuzzing

/// Tries one input after the other, and tells each seed before it does, so that the supervisor knows which one ended or
/// held up the process.
struct FuzzWorker {
  private let target: any FuzzTarget

  /// Seconds after which the system ends a process that is still at one input.
  private static let patience: UInt32 = 10

  init(_ target: any FuzzTarget) { self.target = target }

  func run(_ seeds: Range<UInt64>) throws {
    let clock = ContinuousClock()
    for seed in seeds {
      try tell("try \(seed)")
      alarm(FuzzWorker.patience)
      let begin = clock.now
      let outcome = target.run(seed: seed)
      let milliseconds = (clock.now - begin) / .milliseconds(1)
      switch outcome {
      case .accepted: try tell("accepted \(milliseconds)")
      case .refused: try tell("refused \(milliseconds)")
      case .broken(let text): try tell("broken \(milliseconds) \(text.replacing("\n", with: "⏎"))")
      }
    }
  }

  private func tell(_ line: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }
}
