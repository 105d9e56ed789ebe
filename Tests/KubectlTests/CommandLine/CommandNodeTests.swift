import Kubectl
import Testing

@Suite struct CommandNodeTests {
  private let root = CommandNode(
    "kubectl",
    children: [
      CommandNode("set", children: [CommandNode("image")]),
      CommandNode("get", suggestedFor: ["list", "ps"]),
      CommandNode("rollout", children: [CommandNode("status")]),
      CommandNode("top"),
    ]
  )
  private let global = FlagTable([Flag.string("namespace", "n")])

  private func find(_ line: String) throws -> FoundCommand {
    try root.find(try ShellWords.split(line).command, global: global)
  }

  @Test(arguments: [
    ("get pods", ["get"], ["pods"]),
    ("-n dev get pods", ["get"], ["-n", "dev", "pods"]),
    ("--namespace=dev get pods", ["get"], ["--namespace=dev", "pods"]),
    ("rollout status x", ["rollout", "status"], ["x"]),
    ("rollout -n dev status x", ["rollout", "status"], ["-n", "dev", "x"]),
    ("rollout foo", ["rollout"], ["foo"]),
    ("-n get", [], ["-n", "get"]),
    ("", [], []),
  ])
  func finds(line: String, path: [String], rest: [String]) throws {
    let found = try find(line)
    #expect(found.path == path)
    #expect(found.words.map(\.text) == rest)
  }

  @Test(arguments: [
    ("gett pods", "error: unknown command \"gett\" for \"kubectl\"\n\nDid you mean this?\n\tset\n\tget\n"),
    ("nope", "error: unknown command \"nope\" for \"kubectl\"\n\nDid you mean this?\n\ttop\n"),
    ("list", "error: unknown command \"list\" for \"kubectl\"\n\nDid you mean this?\n\tget\n"),
    ("roll", "error: unknown command \"roll\" for \"kubectl\"\n\nDid you mean this?\n\trollout\n"),
    ("frobnicate", "error: unknown command \"frobnicate\" for \"kubectl\"\n"),
  ])
  func proposesNearNames(line: String, message: String) throws {
    let error = try #require(throws: UnknownCommandError.self) { try find(line) }
    #expect(error.message == message)
  }
}
