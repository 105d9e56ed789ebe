package import Basics
package import Objects

/// The small world that a container's processes live in, for one life of the container: its files, its environment,
/// its processes, its log. The next life begins with a new one; only what lies in a Pod's volumes outlives it.
///
/// It is a value that runs on virtual time: the kubelet begins it, lets it run at `nextRun`, sends it signals, asks it
/// questions over HTTP and TCP, and runs further commands in it. A process may run ahead of the clock by `slice`, so
/// that one call carries a busy script a good way; lines of its log bear their own times.
package struct ContainerWorld: Sendable {
  /// What the container has written.
  package internal(set) var log = ContainerLog()
  /// The Pod's volumes by name; shared by its containers: lay them in before anything runs, take them out after.
  package var volumes = SnapshotMap<String, FileTree>()
  /// How long after its creation the container counts as started, beyond the runtime's own time.
  package let startsAfter: Interval
  /// Whether it is ready without a readiness probe.
  package internal(set) var isReady: Bool

  let plan: Boxed<ContainerPlan>
  var files: FileTree
  var processes: [Process] = []
  var pipes: [Int: Pipe] = [:]
  /// Pipes that were written to when nobody read them any more.
  var brokenPipes: Set<Int> = []
  /// The time of the latest step.
  var clock = Instant(microseconds: 0)
  var startedAt = Instant(microseconds: 0)
  var nextPID = 1
  var nextPipe = 1
  /// The beginnings of lines whose ends have not been written yet.
  var openLine = ""
  /// The end of process 1, which may lie ahead of the clock by less than `slice`.
  var end: (code: Int, time: Instant)?
  /// Results of commands that were begun from outside, by pid.
  var captures: [Int: Capture] = [:]
  /// The Pod's address.
  var address = ""
  /// What was asked for and is not simulated, in the words of the log.
  package var refusals: [String] = []
  /// Whether a process took more memory than the container may have, and was killed for it.
  package var isOutOfMemory = false
  /// How many HTTP and TCP requests it has had.
  var requests = 0

  struct Capture: Sendable {
    var output = ""
    var errors = ""
    /// Both in the order in which they were written.
    var both = ""
    var exitCode: Int?
    var endedAt: Instant?
    var isTimedOut = false
  }

  /// The world of one life of `container`; nothing runs in it before `start`.
  package init(_ container: Container, in pod: Pod, restart: Int) {
    let plan = ContainerPlan(container, in: pod, restart: restart)
    startsAfter = plan.startsAfter
    isReady = plan.isReady
    files = plan.image.files
    for folder in plan.mounts.map(\.path) { files.addFolder(folder) }
    self.plan = Boxed(plan)
  }

  /// Begins process 1.
  package mutating func start(at now: Instant, ip: String) throws(ContainerStartError) {
    address = ip
    startedAt = now
    clock = now
    copyFixedMounts()
    files.add("/etc/hostname", plan.hostname + "\n")
    files.add("/etc/hosts", "127.0.0.1\tlocalhost\n\(ip)\t\(plan.hostname)\n")
    var environment = Variables(plan.value.environment(ip: ip))
    environment.set("HOSTNAME", plan.hostname, exported: true)
    do throws(ContainerStartError) {
      _ = try spawn(plan.arguments, environment: environment, native: plan.override, at: now) { _ in .log }
    } catch {
      if case .notSimulated = error { log.append(LogLine(time: now, text: error.message)) }
      throw error
    }
    guard let code = plan.exitCode else { return }
    change(1) { process in
      guard case .native(var program) = process.program else { return }
      program.workload.exitCode = code
      process.program = .native(program)
    }
  }

  /// When it must run next; nil for never by itself.
  package var nextRun: Instant? {
    if let end { return end.time }
    return processes.compactMap(wakeTime(of:)).min()
  }

  /// The exit code of process 1 once that has ended.
  package func exitCode(at now: Instant) -> Int? {
    guard let end, end.time <= now else { return nil }
    return end.code
  }

  /// Sends SIGTERM to process 1; the annotation `sim/term-seconds`, as it is now, says how long that takes to obey.
  package mutating func stop(at now: Instant, annotations: StringMap) {
    run(at: now)
    if let delay = ContainerPlan.seconds("term-seconds", annotations) {
      change(1) { process in
        guard case .native(var program) = process.program else { return }
        program.workload.stopsAfter = delay
        process.program = .native(program)
      }
    }
    send(.terminate, to: 1, at: now)
    run(at: now)
  }

  /// Ends all processes, as SIGKILL from outside does.
  package mutating func kill(at now: Instant) {
    log.cut(after: now)
    if end.map({ $0.time > now }) ?? true { finish(code: Signal.kill.exitCode, at: now) }
  }

  /// Whether a connection to `port` is accepted.
  package func accepts(port: Int, at now: Instant) -> Bool { server(on: port, at: now) != nil }

  /// The text of a file, for `terminationMessagePath`; nil where there is none.
  package func file(_ path: String) -> String? {
    if case .file(let text, _)? = node(at: Path.resolve(path, in: "/")) { text } else { nil }
  }
}

/// Why a process could not be started.
package enum ContainerStartError: Error, Hashable, Sendable {
  /// `exec: "foo": executable file not found in $PATH`
  case notFound(String)
  /// `exec: "/data/run": no such file or directory`
  case noSuchFile(String)
  /// `exec: "/etc/hosts": permission denied`
  case notExecutable(String)
  /// Process 1 has ended, and everything with it.
  case ended
  /// The program exists in the image, but is not simulated, or not in the way in which it is called.
  case notSimulated(String)

  /// The runtime's words, or ours.
  package var message: String {
    switch self {
    case .notFound(let name): "exec: \(name.goQuoted): executable file not found in $PATH"
    case .noSuchFile(let path): "exec: \(path.goQuoted): stat \(path): no such file or directory"
    case .notExecutable(let path): "exec: \(path.goQuoted): permission denied"
    case .ended: "container is in CONTAINER_EXITED state"
    case .notSimulated(let what): "not simulated: \(what)"
    }
  }
}
