import Basics
import Objects

extension ContainerWorld {
  /// How long it takes until a new process runs.
  static let loading = Interval.milliseconds(2)

  /// Makes a process of a command line; its standard streams are those that `stream` gives for its pid.
  mutating func spawn(
    _ arguments: [String],
    parent: Int = 0,
    environment: Variables,
    native workload: Workload? = nil,
    at now: Instant,
    stream: (Int) -> Stream
  ) throws(ContainerStartError) -> Int {
    let program =
      if let workload {
        Process.Program.native(NativeProgram(workload, at: now))
      } else {
        try self.program(arguments, environment, at: now)
      }
    let pid = nextPID
    nextPID += 1
    let output = stream(pid)
    processes.append(
      Process(
        pid: pid,
        parent: parent,
        arguments: arguments,
        program: program,
        environment: environment,
        folder: plan.folder,
        streams: [0: .null, 1: output, 2: output],
        readyAt: workload == nil ? now + ContainerWorld.loading : now
      )
    )
    return pid
  }

  /// What a command line runs.
  func program(
    _ arguments: [String],
    _ environment: Variables,
    at now: Instant
  ) throws(ContainerStartError) -> Process.Program {
    guard let first = arguments.first, !first.isEmpty else { throw .notSimulated("an image without a command") }
    if let workload = plan.value.image.native(arguments, environment) {
      return .native(NativeProgram(workload, at: now))
    }
    if plan.image.tools != .none, let script = ShellScript(arguments, at: now) {
      return .native(NativeProgram(script.workload, at: now))
    }
    throw first.contains("/") ? .noSuchFile(first) : .notFound(first)
  }
}
