import Basics
package import Cluster
import Machinery
import Objects
import Session

/// A random script run against a cluster, and what did not hold in it; all of it follows from the seed.
package struct Trial {
  package let seed: UInt64
  /// The script, with the manifests that `TrialManifests` gives.
  package private(set) var lines: [String] = []
  /// What did not hold, in words for a developer; empty where all is well.
  package private(set) var violations: [String] = []
  private var runner: ScriptRunner
  private var audit = Audit()
  /// The number of the last record that was audited.
  private var read = 0

  package var timeline: Timeline { runner.session.timeline }

  package init(seed: UInt64) {
    self.seed = seed
    runner = ScriptRunner(Session(Configuration(seed: seed), pace: .script, files: TrialManifests.reader))
  }

  /// Runs a script of so many lines and its ending, and looks at what came of it.
  package mutating func run(lines count: Int = 25) {
    var script = TrialScript(seed: seed)
    for _ in 0..<count {
      if let line = script.next(timeline.cluster) { type(line) }
    }
    for line in TrialScript.ending(timeline.cluster) { type(line) }
    violations += EndState(timeline.cluster).violations
    violations += ReadingCheck.violations(timeline, &script.generator)
  }

  private mutating func type(_ line: String) {
    lines.append(line)
    _ = runner.run(line)
    let records = timeline.records
    for record in records[records.firstIndex(after: read)...] { audit.take(record) }
    read = records.last?.id.number ?? read
    violations += audit.takeViolations()
  }

  /// What a failing test prints.
  package var report: String {
    "seed \(seed):\n  " + (lines + violations.map { "! \($0)" }).joined(separator: "\n  ")
  }
}
