import Cluster
import Kubectl
import Narration

extension SessionCommand {
  static let fail = node("fail", Localized("stop a node's kubelet", "노드의 kubelet을 멈춥니다")) { .failNode($0) }
  static let heal = node("heal", Localized("start a failed node's kubelet again", "멈춘 노드를 되살립니다")) {
    .healNode($0)
  }
  static let add = node("add", Localized("let a new node join", "새 노드를 추가합니다")) { .addNode($0) }
  static let remove = node("remove", Localized("take a node away for good", "노드를 없앱니다")) { .removeNode($0) }

  /// `fail node NAME`; `fail-node NAME` in scripts.
  private static func node(
    _ verb: String,
    _ purpose: Localized,
    _ fault: @escaping @Sendable (String) -> Fault
  ) -> SessionCommand {
    SessionCommand(
      names: [verb, "\(verb)-node"],
      usage: "\(verb) node NAME",
      purpose: purpose,
      examples: ["\(verb) node node-2"],
      run: { session, words, output throws(UsageError) in
        var rest = words.map(\.text)[...]
        if rest.first == "node" { rest.removeFirst() }
        guard rest.count == 1, let name = rest.first else { throw UsageError() }
        session.bringAbout(fault(name), "\(verb) node \(name)", &output)
      }
    )
  }
}

extension Session {
  fileprivate mutating func bringAbout(_ fault: Fault, _ line: String, _ output: inout CommandOutput) {
    var trial = timeline.cluster
    do throws(FaultError) {
      try trial.bringAbout(fault)
    } catch {
      output.fail(text(error.message))
      return
    }
    let position = timeline.position
    for input in [Input.command(line), .fault(fault)] { _ = try? timeline.perform(input) }
    if pace == .auto {
      settle(&output)
      output.print(narrator.summary(of: timeline, since: position))
    }
  }
}

extension FaultError {
  /// What is wrong, for the person who asked.
  var message: Localized {
    switch self {
    case .noSuchNode(let name):
      Localized("error: there is no node \(name)", "error: 노드 \(name)이(가) 없습니다")
    case .nodeExists(let name):
      Localized("error: node \(name) exists already", "error: 노드 \(name)이(가) 이미 있습니다")
    case .alreadyFailed(let name):
      Localized("error: node \(name) has failed already", "error: 노드 \(name)은(는) 이미 멈춰 있습니다")
    case .notFailed(let name):
      Localized("error: node \(name) has not failed", "error: 노드 \(name)은(는) 멈춰 있지 않습니다")
    }
  }
}
