import Cluster
import Foundation
import Trials

/// Runs random scripts outside the tests: `trial COUNT [FIRST-SEED]`, or walks through time: `trial walks COUNT
/// [FIRST-SEED]`, or asks why of everything: `trial why [SCENARIOS]`; exit code 1 where anything did not hold.
@main
enum TrialCommand {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "why" {
      if try WhyRuns.run(arguments.dropFirst().first) > 0 { exit(1) }
      return
    }
    let numbers = arguments.compactMap { UInt64($0) }
    let count = numbers.first ?? 1_000
    let first = numbers.dropFirst().first ?? 1
    let seeds = first..<(first + count)
    let failed = arguments.contains("walks") ? walk(seeds) : runScripts(seeds)
    if failed > 0 { exit(1) }
  }

  /// How many scripts failed.
  private static func runScripts(_ seeds: Range<UInt64>) -> Int {
    var failed = 0
    var records = 0
    for seed in seeds {
      var trial = Trial(seed: seed)
      trial.run()
      records += trial.timeline.trace.all.count
      if !trial.violations.isEmpty {
        failed += 1
        print(trial.report)
      }
    }
    print("\(seeds.count) scripts from seed \(seeds.lowerBound), \(records) records: \(failed) failed")
    return failed
  }

  /// How many walks failed.
  private static func walk(_ seeds: Range<UInt64>) -> Int {
    var failed = 0
    var moments = 0
    for seed in seeds {
      var walk = TimeWalk(seed: seed)
      walk.run()
      moments += walk.visited
      if !walk.violations.isEmpty {
        failed += 1
        print(walk.report)
      }
    }
    print("\(seeds.count) walks from seed \(seeds.lowerBound), \(moments) moments: \(failed) failed")
    return failed
  }
}
