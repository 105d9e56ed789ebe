import Cluster
import Kubectl
import Testing

@testable import Session

@Suite("The examples of the simulator's own commands")
struct ExampleTests {
  @Test("each is a line that its command takes", arguments: SessionCommandList.all.map(\.name))
  func runs(name: String) throws {
    let command = try #require(SessionCommandList.all.first { $0.name == name })
    for example in command.examples {
      var session = Session.test(.step)
      for line in ["apply -f rs.yaml", "apply -f pod.yaml", "settle", "apply -f rs.yaml"] { _ = session.execute(line) }
      let before = session.timeline.cluster.stateHash
      let output = session.execute(example)
      #expect(!output.stderr.hasPrefix("usage"), "\(example): \(output.stderr)")
      if output.exit != 0 { #expect(session.timeline.cluster.stateHash == before, "\(example) failed half-way") }
    }
  }
}
