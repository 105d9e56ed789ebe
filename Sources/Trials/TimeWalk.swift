import Basics
import Cluster
import Machinery
import Session

/// A random walk through the time of one run: acting, going back and forward, changing branches. Whatever moment it has
/// been at must be reachable ever after, in the same state.
package struct TimeWalk {
  package let seed: UInt64
  package private(set) var lines: [String] = []
  /// What did not hold, in words for a developer.
  package private(set) var violations: [String] = []
  private var session: Session
  private var script: TrialScript
  private var states: [(moment: Moment, hash: UInt64)] = []
  private var marks = 0

  /// How many moments were looked at.
  package var visited: Int { states.count }

  package init(seed: UInt64) {
    self.seed = seed
    script = TrialScript(seed: seed)
    session = Session(Configuration(seed: seed), pace: .step, files: TrialManifests.reader)
  }

  package mutating func run(lines count: Int = 15) {
    for _ in 0..<count { take(next()) }
    visitAll()
  }

  private mutating func take(_ line: String?) {
    guard let line else { return }
    lines.append(line)
    _ = session.execute(line)
    states.append((session.timeline.moment, session.timeline.cluster.stateHash))
  }

  private mutating func next() -> String? {
    let timeline = session.timeline
    switch script.generator.below(16) {
    case 0...4: return script.next(timeline.cluster)
    case 5...6: return "step \(1 + script.generator.below(60))"
    case 7...9: return "back \(1 + script.generator.below(80))"
    case 10: return "forward \(1 + script.generator.below(80))"
    case 11: return "goto #\(1 + script.generator.below(timeline.trace.lastNumber(at: timeline.trace.moves)))"
    case 12: return "goto \(script.generator.below(20_000))ms"
    case 13: return "switch \(timeline.branches[script.generator.below(timeline.branches.count)].name)"
    case 14 where marks > 0: return "goto mark-\(1 + script.generator.below(marks))"
    default:
      marks += 1
      return "mark mark-\(marks)"
    }
  }

  /// Goes to every moment again, in an order of chance.
  private mutating func visitAll() {
    var timeline = session.timeline
    var rest = states
    while !rest.isEmpty {
      let (moment, hash) = rest.remove(at: script.generator.below(rest.count))
      timeline.go(to: moment)
      if timeline.now != moment.time { violations.append("\(moment) is reached at \(timeline.now)") }
      if timeline.cluster.stateHash != hash { violations.append("\(moment) is another state") }
    }
  }

  /// What a failing test prints.
  package var report: String {
    "seed \(seed):\n  " + (lines + violations.map { "! \($0)" }).joined(separator: "\n  ")
  }
}
