import Cluster
import Kubectl
import Narration
import Objects

extension SessionCommand {
  static let fail = node(
    "fail",
    Localized("stop a node's kubelet", "노드의 kubelet을 멈춥니다"),
    examples: ["fail node node-2", "get nodes"]
  ) { .failNode($0) }
  static let heal = node(
    "heal",
    Localized("start a failed node's kubelet again", "멈춘 노드의 kubelet을 다시 시작합니다"),
    examples: ["fail node node-2", "advance 1m", "heal node node-2"]
  ) { .healNode($0) }
  static let add = node(
    "add",
    Localized("let a new node join", "새 노드를 추가합니다"),
    examples: ["add node node-4", "get nodes"],
    takes: .newNode
  ) { .addNode($0) }
  static let remove = node(
    "remove",
    Localized("take a node away for good", "노드를 아주 없앱니다"),
    examples: ["remove node node-3", "get nodes"]
  ) { .removeNode($0) }

  /// `fail node NAME`; `fail-node NAME` in scripts.
  private static func node(
    _ verb: String,
    _ purpose: Localized,
    examples: [String],
    takes place: SessionPlace = .slot(.named(.node)),
    _ fault: @escaping @Sendable (String) -> Fault
  ) -> SessionCommand {
    SessionCommand(
      names: [verb, "\(verb)-node"],
      usage: "\(verb) node NAME",
      purpose: purpose,
      examples: examples,
      takes: Grammar([.words("node"), place]),
      run: { session, words, output throws(UsageError) in
        var rest = words.map(\.text)[...]
        if rest.first == "node" { rest.removeFirst() }
        guard rest.count == 1, let name = rest.first else { throw UsageError() }
        session.bringAbout(fault(name), &output)
      }
    )
  }
}
