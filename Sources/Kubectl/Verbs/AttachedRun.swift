import APIServer
import Basics
import Cluster
import Objects

/// `kubectl run -i`: shows what a new Pod writes, waits until it ends, and with --rm deletes it.
///
/// Mirrors the second half of `RunOptions.Run`, `handleAttachPod` and `AttachOptions.Run`.
struct AttachedRun {
  static let attach = Flag.bool("attach")
  static let podRunningTimeout = Flag.duration("pod-running-timeout", default: .seconds(60))
  static let remove = Flag.bool("rm")
  static let stdin = Flag.bool("stdin", "i")
  static let tty = Flag.bool("tty", "t")

  static let flags: [any FlagDefinition] = [
    attach, CommonFlags.cascade, CommonFlags.force, CommonFlags.gracePeriod, podRunningTimeout, remove, stdin,
    CommonFlags.timeout, tty, CommonFlags.wait,
  ]

  /// From the news that the Pod runs to the connection to its container.
  private static let connecting = Interval.milliseconds(50)
  /// Longer nobody waits for a container to end.
  private static let longest = Interval.hours(1)

  private let removes: Bool
  private let isQuiet: Bool
  private let hasTTY: Bool
  private let timeout: Interval
  /// Whether the command answers with the container's exit code.
  private let waitsForExitCode: Bool
  /// Seconds that the Pod gets where it is removed; nil for its own.
  private let gracePeriod: Int?

  /// nil for a line that only creates the Pod; throws for what cannot be attached to.
  init?(_ call: Invocation, _ dryRun: DryRun, _ context: KubectlContext) throws(KubectlError) {
    if call[Self.tty], !call[Self.stdin] {
      throw .plain("-i/--stdin is required for containers with -t/--tty=true")
    }
    let isAttached = call.given(Self.attach) ?? call[Self.stdin]
    if call[Self.remove], !isAttached { throw .plain("--rm should only be used for attached containers") }
    guard isAttached else { return nil }
    if dryRun != .none {
      throw .plain(
        "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)"
      )
    }
    if call[Self.stdin] { try AttachedRun.checkInput(Array(call.arguments.dropFirst()), context) }
    removes = call[Self.remove]
    isQuiet = call[RunVerb.quiet]
    hasTTY = call[Self.tty]
    timeout = call[Self.podRunningTimeout]
    waitsForExitCode = call[RunVerb.restart] != "Always"
    gracePeriod = Evictions.gracePeriod(call)
  }

  /// A container cannot be typed into, and gets no file either.
  private static func checkInput(_ command: [String], _ context: KubectlContext) throws(KubectlError) {
    if context.standardInput != nil { throw .notSimulated("the standard input of a container") }
    let shells = ["ash", "bash", "dash", "sh", "zsh"]
    let isShell = command.count == 1 && shells.contains { command[0] == $0 || command[0].hasSuffix("/" + $0) }
    if command.isEmpty || isShell {
      throw .notSimulated("a container that is typed into (give it a command: -- sh -c '…')")
    }
  }

  /// Shows what the Pod writes until it ends; what it wrote before it was known to run is only shown where it has ended
  /// by then.
  func attach(to object: Object, _ context: inout KubectlContext) throws(KubectlError) {
    var failure: KubectlError?
    do throws(KubectlError) {
      try show(object.id, &context)
    } catch {
      failure = error
    }
    // Who interrupts it leaves the Pod as it is.
    if context.isInterrupted {
      context.output.exit = 1
      return
    }
    if removes {
      var deletion = Deletion(propagation: .background, dryRun: .none)
      deletion.gracePeriod = gracePeriod
      var errors: [KubectlError] = []
      let target = ObjectQuery.Target(id: object.id)
      _ = deletion.delete([target], ignoresMissing: true, &context, errors: &errors)
    }
    if let failure { throw failure }
  }

  private func show(_ id: ObjectID, _ context: inout KubectlContext) throws(KubectlError) {
    func pod(_ store: Store) -> Pod? { store[id]?.as(Pod.self) }
    let hasBegun = context.wait(timeout) { store in
      pod(store).map { $0.isTerminal || ($0.status.phase == .running && $0.isReady) } ?? true
    }
    if context.isInterrupted { return }
    guard hasBegun else { throw .plain("timed out waiting for the condition") }
    guard let found = pod(context.store), let container = found.spec.containers.first else {
      throw .server(.notFound(.pod, name: id.key.name))
    }
    try show(LogStream(pod: found, container: container.name), &context)
    guard waitsForExitCode else { return }
    let hasEnded = context.wait(timeout) { pod($0)?.isTerminal ?? true }
    if context.isInterrupted { return }
    guard hasEnded else { throw .plain("timed out waiting for the condition") }
    tellExitCode(pod(context.store), &context)
  }

  /// Shows what the container writes from now on; all of it where it has ended.
  private func show(_ stream: LogStream, _ context: inout KubectlContext) throws(KubectlError) {
    guard !stream.pod.isTerminal else { return try context.show([stream], LogRequest(), ignoresErrors: false) }
    if !isQuiet {
      if hasTTY, context.typedInput != nil {
        context.output.warn("Unable to use a TTY - input is not a terminal or the right kind of file")
      }
      context.output.warn("If you don't see a command prompt, try pressing enter.")
    }
    _ = context.wait(AttachedRun.connecting) { _ in false }
    guard context.runs(stream) else {
      let name = stream.pod.metadata.name
      context.output.warn(
        "warning: couldn't attach to pod/\(name), falling back to streaming logs: Internal error occurred: unable to "
          + "upgrade connection: container \(stream.container) not found in pod "
          + "\(name)_\(stream.pod.metadata.namespace)"
      )
      return try context.show([stream], LogRequest(), ignoresErrors: false)
    }
    try context.follow([stream], LogRequest(tail: 0), ignoresErrors: false, limit: AttachedRun.longest)
  }

  private func tellExitCode(_ pod: Pod?, _ context: inout KubectlContext) {
    guard let pod, pod.status.phase == .failed else { return }
    let name = "pod \(pod.metadata.namespace)/\(pod.metadata.name)"
    guard case .terminated(let end)? = pod.status.containerStatuses.first?.state, end.exitCode != 0 else {
      context.output.fail("error: \(name) failed with unknown exit code")
      return
    }
    let message = end.message.isEmpty ? "" : "\n" + end.message
    context.output.fail("\(name) terminated (\(end.reason))\(message)", exit: Int32(end.exitCode))
  }
}
