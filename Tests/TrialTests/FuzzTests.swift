import Fuzzing
import Testing

@Suite("Random input")
struct FuzzTests {
  /// More of it is tried outside the tests: `swift run -c release fuzz yaml 1000000`.
  @Test("is taken or refused, and what is refused changes nothing", arguments: FuzzTargetList.all.map { $0.name })
  func holds(name: String) throws {
    let target = try #require(FuzzTargetList.target(name)).init()
    for seed in UInt64(1)...300 {
      if case .broken(let text) = target.run(seed: seed) {
        Issue.record("\(name) seed \(seed): \(text)\n\(target.input(seed: seed))")
      }
    }
  }

  @Test("follows from its seed")
  func isDeterministic() throws {
    for type in FuzzTargetList.all {
      #expect(type.init().input(seed: 7) == type.init().input(seed: 7), "\(type.name)")
    }
  }
}
