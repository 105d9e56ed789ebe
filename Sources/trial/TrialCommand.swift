import Cluster
import Foundation
import Trials

/// Runs random scripts outside the tests: `trial COUNT [FIRST-SEED]`; exit code 1 where anything did not hold.
@main
enum TrialCommand {
  static func main() {
    let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    let count = numbers.first ?? 1_000
    let first = numbers.dropFirst().first ?? 1
    var failed = 0
    var records = 0
    for seed in first..<(first + count) {
      var trial = Trial(seed: seed)
      trial.run()
      records += trial.timeline.trace.all.count
      if !trial.violations.isEmpty {
        failed += 1
        print(trial.report)
      }
    }
    print("\(count) scripts from seed \(first), \(records) records: \(failed) failed")
    if failed > 0 { exit(1) }
  }
}
