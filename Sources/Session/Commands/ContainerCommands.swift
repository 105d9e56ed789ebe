import Basics
import Cluster
import Kubectl
import Kubelet
import Narration
import Objects

extension SessionCommand {
  static let `break` = SessionCommand(
    names: ["break"],
    usage: "break pod/NAME http STATUS|timeout|refuse [-c CONTAINER] [-n NAMESPACE]",
    purpose: Localized(
      "let a container's server answer badly, not at all, or refuse, until mend or its restart",
      "컨테이너의 서버가 잘못 응답하거나, 응답하지 않거나, 연결을 거부하게 합니다. mend하거나 재시작하면 낫습니다"
    ),
    examples: ["break pod/web http 500", "break pod/web timeout"],
    takes: Grammar(
      [.words("on")],
      [.slot(.object([.pod])), .words("http"), .slot(.free("STATUS"))],
      [.slot(.object([.pod])), .words("timeout", "refuse")]
    ),
    flags: ["-c": .slot(.container), "-n": .slot(.named(.namespace))],
    run: { session, words, output throws(UsageError) in
      let target = try ContainerWords(words)
      let breakage: Breakage
      switch (target.rest.first, target.rest.count) {
      case ("http", 2):
        guard let status = Int(target.rest[1]), (200...599).contains(status) else { throw UsageError() }
        breakage = .status(status)
      case ("timeout", 1): breakage = .timeout
      case ("refuse", 1): breakage = .refuse
      default: throw UsageError()
      }
      session.bringAbout(target.fault(.breaks(breakage), in: session), &output)
    }
  )

  static let kill = SessionCommand(
    names: ["kill"],
    usage: "kill pod/NAME [SIGNAL|oom] [-c CONTAINER] [-n NAMESPACE]",
    purpose: Localized(
      "send a container's process a signal (KILL unless you name one), or let it run out of memory",
      "컨테이너의 프로세스에 시그널(기본은 KILL)을 보내거나 메모리를 다 쓰게 합니다"
    ),
    examples: ["kill pod/web", "kill pod/web TERM -c main"],
    takes: Grammar([.slot(.object([.pod])), .words("HUP", "INT", "KILL", "QUIT", "TERM", "oom")]),
    flags: ["-c": .slot(.container), "-n": .slot(.named(.namespace))],
    run: { session, words, output throws(UsageError) in
      let target = try ContainerWords(words)
      guard target.rest.count <= 1 else { throw UsageError() }
      let word = target.rest.first ?? "KILL"
      if word == "oom" {
        session.bringAbout(target.fault(.outOfMemory, in: session), &output)
      } else if let signal = Signal(text: word) {
        session.bringAbout(target.fault(.signal(signal), in: session), &output)
      } else {
        throw UsageError()
      }
    }
  )
}

/// `pod/NAME`, `-c CONTAINER`, `-n NAMESPACE` and the words between them.
struct ContainerWords {
  private var name = ""
  private var container: String?
  private var namespace: String?
  private(set) var rest: [String] = []

  init(_ words: [Word]) throws(UsageError) {
    var words = words.map(\.text)[...]
    guard let first = words.popFirst(), let slash = first.firstIndex(of: "/"),
      ["pod", "pods", "po"].contains(first[..<slash])
    else { throw UsageError() }
    name = String(first[first.index(after: slash)...])
    while let word = words.popFirst() {
      switch word {
      case "-c":
        guard let value = words.popFirst() else { throw UsageError() }
        container = value
      case "-n":
        guard let value = words.popFirst() else { throw UsageError() }
        namespace = value
      default: rest.append(word)
      }
    }
  }

  func fault(_ fault: ContainerFault, in session: Session) -> Fault {
    .container(ObjectKey(namespace: namespace ?? session.namespace, name: name), container, fault)
  }
}
