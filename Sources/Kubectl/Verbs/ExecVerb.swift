import APIServer
import Basics
import Cluster
import Objects

/// `kubectl exec`: runs a command in a container's own world.
///
/// Mirrors `pkg/cmd/exec`.
enum ExecVerb {
  static let verb = Verb("exec", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "run a command in a container",
    "컨테이너에서 명령을 실행합니다",
    usage: "(POD | TYPE/NAME) -- COMMAND [WORD…]",
    takes: .once(
      [.named(.pod), .words(["--"])],
      [.object(Kind.podSpecHolders.filter { $0 != .cronJob }), .words(["--"])]
    ),
    examples: "exec web -- ls /",
    "exec web -- cat /etc/hostname"
  )

  static let container = Flag.string("container", "c", takes: .container)
  static let podRunningTimeout = Flag.duration("pod-running-timeout", default: .seconds(60))
  static let quiet = Flag.bool("quiet", "q")
  static let stdin = Flag.bool("stdin", "i")
  static let tty = Flag.bool("tty", "t")

  private static let flags =
    FlagTable([container, CommonFlags.filename, podRunningTimeout, quiet, stdin, tty])

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard let dash = call.countBeforeDash else {
      guard call.words.count > 1 else { throw .plain("you must specify at least one command for the container") }
      throw .plain("exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead")
    }
    guard dash > 0 else { throw .plain("pod, type/name or --filename must be specified") }
    guard dash < call.words.count else { throw .plain("you must specify at least one command for the container") }
    let pod = try pod(call, &context)
    if pod.isTerminal {
      let phase = pod.status.phase?.rawValue ?? ""
      throw .plain("cannot exec into a container in a completed pod; current phase is \(phase)")
    }
    let container = try containerName(pod, call, &context)
    guard !pod.spec.nodeName.isEmpty else {
      throw .server(.badRequest("pod \(pod.metadata.name) does not have a host assigned"))
    }
    let input = call[stdin] ? context.typedInput : nil
    if call[tty], input != nil, !call[quiet] {
      context.output.warn("Unable to use a TTY - input is not a terminal or the right kind of file")
    }
    var request = ExecRequest(
      pod: pod.metadata.key,
      container: container,
      command: try command(Array(call.arguments.dropFirst(dash)), input, isTypedInto: call[stdin] || call[tty])
    )
    request.input = input ?? ""
    request.limit = context.interruptAt.map { max($0 - context.now, .zero) }
    try context.show(context.execute(request), request)
  }

  /// The command to run: a shell that reads its commands from a file gets them as its script.
  private static func command(
    _ words: [String],
    _ input: String?,
    isTypedInto: Bool
  ) throws(KubectlError) -> [String] {
    let shells = ["ash", "bash", "dash", "sh", "zsh"]
    let name = words[0].split(separator: "/").last.map(String.init) ?? ""
    guard words.count == 1, shells.contains(name), isTypedInto else { return words }
    guard let input else {
      throw .notSimulated("a shell that is typed into (kubectl exec POD -- sh -c '…' runs a command)")
    }
    return [words[0], "-c", input]
  }

  private static func pod(_ call: Invocation, _ context: inout KubectlContext) throws(KubectlError) -> Pod {
    let word = call.words[0]
    let argument = word.text.contains("/") ? word : Word("pods/\(word.text)", at: word.range)
    let query = try ObjectQuery(call, words: [argument], context: context)
    let found = try context.find(query, call)
    try found.throwErrors()
    guard let object = found.objects.first?.object else {
      throw .plain("pod, type/name or --filename must be specified")
    }
    if let pod = object.as(Pod.self) { return pod }
    let choice = PodChoice(object, purpose: .exec, timeout: call[podRunningTimeout])
    guard let pod = try choice.pods(in: &context).first else {
      throw .plain("timed out waiting for the condition")
    }
    return pod
  }

  /// The container to run it in; the API server refuses a name that the Pod has not.
  ///
  /// Mirrors `podcmd.FindOrDefaultContainerByName` and `pod.validateContainer`.
  private static func containerName(
    _ pod: Pod,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> String {
    let names = pod.spec.containers.map(\.name)
    let all = names + pod.spec.initContainers.map(\.name)
    let asked = call[container]
    if !asked.isEmpty {
      guard all.contains(asked) else {
        throw .server(.badRequest("container \(asked) is not valid for pod \(pod.metadata.name)"))
      }
      return asked
    }
    if let wished = pod.metadata.annotations[PodContainers.defaultAnnotation], !wished.isEmpty {
      if all.contains(wished) { return wished }
      if !call[quiet] {
        context.output.warn("Default container name \(wished.goQuoted) not found in pod \(pod.metadata.name)")
      }
    }
    let first = names.first ?? ""
    if !call[quiet], all.count > 1 {
      context.output.warn("Defaulted container \(first.goQuoted) out of: \(PodContainers.listing(pod))")
    }
    return first
  }
}

extension KubectlContext {
  /// Runs a command in a container and lets virtual time pass until it has ended.
  fileprivate mutating func execute(_ request: ExecRequest) -> ExecOutcome {
    let outcome = timeline.cluster.outcome(of: request)
    switch outcome {
    case .ran(_, _, _, let took):
      begin(request)
      _ = wait(took) { _ in false }
    case .notBegun, .notSimulated: begin(request)
    case .notRunning, .unreachable: break
    }
    return outcome
  }

  fileprivate mutating func show(_ outcome: ExecOutcome, _ request: ExecRequest) throws(KubectlError) {
    switch outcome {
    case .ran(let text, let errors, let code, _):
      output.write(text)
      output.write(errors, to: .errors)
      switch code {
      case 0?: break
      case let code?: output.fail("command terminated with exit code \(code)", exit: Int32(code))
      case nil where interruptAt != nil: output.exit = 1
      case nil:
        throw .notSimulated("waiting for a command that runs for more than an hour; it goes on in the container")
      }
    case .notBegun(let message):
      throw .plain(
        "Internal error occurred: error executing command in container: failed to exec in container: failed to start "
          + "exec \(id(of: request).goQuoted): OCI runtime exec failed: exec failed: unable to start container process: "
          + "\(message): unknown"
      )
    case .notSimulated(let what): throw .notSimulated(what)
    case .notRunning:
      throw .plain(
        "Internal error occurred: unable to upgrade connection: container not found (\(request.container.goQuoted))"
      )
    case .unreachable(let address):
      throw .plain(
        "Internal error occurred: error dialing backend: dial tcp \(address):10250: i/o timeout"
      )
    }
  }

  /// 64 hexadecimal digits, as the runtime gives an exec.
  private func id(of request: ExecRequest) -> String {
    var out = ""
    for part in 0..<4 {
      var hasher = StableHasher()
      hasher.combine(part)
      hasher.combine(now.microseconds)
      hasher.combine(request.pod.description)
      out += hex(hasher.value)
    }
    return out
  }
}
