import Basics
import Cluster
import Kubectl
import Kubelet
import Machinery
import Narration
import Objects

extension SessionCommand {
  static let delay = SessionCommand(
    names: ["delay"],
    usage: "delay watch COMPONENT DURATION",
    purpose: Localized("let a component hear of changes later", "컴포넌트가 변경 통지를 늦게 받게 합니다"),
    examples: ["delay watch replicaset-controller 5s", "delay watch kubelet/node-1 2s"],
    takes: Grammar([.words("watch"), .watcher]),
    run: { session, words, output throws(UsageError) in
      let (component, rest) = try watched(words)
      guard rest.count == 1, let delay = Interval(rest[0]), delay > .zero else { throw UsageError() }
      session.bringAbout(.watch(component, .delay(delay)), &output)
    }
  )

  static let drop = SessionCommand(
    names: ["drop"],
    usage: "drop watch COMPONENT [COUNT]",
    purpose: Localized(
      "lose a component's next notifications, or all until mend",
      "컴포넌트에 갈 통지를 다음 몇 개 또는 mend할 때까지 모두 잃어버리게 합니다"
    ),
    examples: ["drop watch replicaset-controller", "drop watch default-scheduler 1"],
    takes: Grammar([.words("watch"), .watcher]),
    run: { session, words, output throws(UsageError) in
      let (component, rest) = try watched(words)
      guard let typed = rest.first else {
        session.bringAbout(.watch(component, .drop(nil)), &output)
        return
      }
      guard rest.count == 1, let count = Int(typed), count > 0 else { throw UsageError() }
      session.bringAbout(.watch(component, .drop(count)), &output)
    }
  )

  static let mend = SessionCommand(
    names: ["mend"],
    usage: "mend watch COMPONENT | mend pod/NAME [-c CONTAINER] [-n NAMESPACE]",
    purpose: Localized(
      "make a component's watch whole (it lists anew what it missed), or a container's server",
      "컴포넌트의 감시를 복구하거나(놓친 것은 목록을 다시 읽어 알게 됩니다) 컨테이너의 서버를 복구합니다"
    ),
    examples: [
      "drop watch replicaset-controller", "mend watch replicaset-controller", "break pod/web http 500", "mend pod/web",
    ],
    takes: Grammar([.words("watch"), .watcher], [.slot(.object([.pod]))]),
    flags: ["-c": .slot(.container), "-n": .slot(.named(.namespace))],
    run: { session, words, output throws(UsageError) in
      if words.first?.text.contains("/") ?? false {
        let target = try ContainerWords(words)
        guard target.rest.isEmpty else { throw UsageError() }
        session.bringAbout(target.fault(.mend, in: session), &output)
        return
      }
      let (component, rest) = try watched(words)
      guard rest.isEmpty else { throw UsageError() }
      session.bringAbout(.watch(component, .mend), &output)
    }
  )

  /// Reads `watch COMPONENT …`: the component, and the words behind it.
  private static func watched(_ words: [Word]) throws(UsageError) -> (Component, [String]) {
    let typed = words.map(\.text)
    guard typed.count >= 2, typed[0] == "watch" else { throw UsageError() }
    let parts = typed[1].split(separator: "/", maxSplits: 1).map(String.init)
    guard let name = parts.first else { throw UsageError() }
    return (Component(name, node: parts.count > 1 ? parts[1] : ""), Array(typed.dropFirst(2)))
  }
}
