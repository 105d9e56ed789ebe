import Cluster
import Testing
import Trials

@Suite("Random scripts")
struct TrialTests {
  /// More of them run outside the tests: `swift run -c release trial 10000`.
  @Test("what must hold holds", arguments: 0..<8)
  func holds(part: Int) {
    for seed in UInt64(part * 25 + 1)...UInt64(part * 25 + 25) {
      var trial = Trial(seed: seed)
      trial.run()
      #expect(trial.violations.isEmpty, "\(trial.report)")
    }
  }

  @Test("a seed gives one run")
  func isDeterministic() {
    var first = Trial(seed: 7)
    var second = Trial(seed: 7)
    first.run()
    second.run()
    #expect(first.lines == second.lines)
    #expect(first.timeline.cluster.stateHash == second.timeline.cluster.stateHash)
  }

  /// A thousand of them: `swift run -c release trial walks 1000`.
  @Test("a moment of any branch is reachable ever after, in the same state", arguments: 0..<4)
  func walks(part: Int) {
    for seed in UInt64(part * 15 + 1)...UInt64(part * 15 + 15) {
      var walk = TimeWalk(seed: seed)
      walk.run()
      #expect(walk.violations.isEmpty, "\(walk.report)")
    }
  }
}
