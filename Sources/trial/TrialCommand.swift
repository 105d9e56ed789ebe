import Cluster
import Foundation
import Lessons
import Trials

/// What takes too long for the tests: random scripts, `trial COUNT [FIRST-SEED]`; walks through time, `trial walks
/// COUNT [FIRST-SEED]`; why of everything, `trial why [SCENARIOS]`; and every mutant of the lessons, `trial mutants
/// [LESSON…]`. The exit code is 1 where anything did not hold.
@main
enum TrialCommand {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "why" {
      if try WhyRuns.run(arguments.dropFirst().first) > 0 { exit(1) }
      return
    }
    if arguments.first == "mutants" { exit(checkMutants(of: Set(arguments.dropFirst())) ? 0 : 1) }
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

  /// Whether every mutant of the lessons is killed; of all lessons where `names` is empty.
  private static func checkMutants(of names: Set<String>) -> Bool {
    var counts: [LessonMutant.Verdict: Int] = [:]
    let files = LessonLibrary.embedded.files.filter { names.isEmpty || names.contains(LessonLibrary.name($0.path)) }
    for file in files {
      for mutant in LessonMutant.all(of: file) {
        let verdict = mutant.verdict(in: .embedded)
        counts[verdict, default: 0] += 1
        if verdict == .survives { print("survives: \(mutant.text)") }
      }
    }
    let figures = LessonMutant.Verdict.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
    print("\(files.count) files, \(counts.values.reduce(0, +)) mutants: \(figures.joined(separator: ", "))")
    return counts[.survives] == nil && !counts.isEmpty
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
