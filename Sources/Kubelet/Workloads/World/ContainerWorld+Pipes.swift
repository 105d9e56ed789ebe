import Basics

/// What processes of one world do with one another: pipes, children.
extension ContainerWorld {
  enum Reading: Sendable {
    case text(String)
    case nothingYet
    case end
  }

  /// Takes all that waits in a pipe.
  mutating func read(_ pipe: Int) -> Reading {
    guard let text = pipes[pipe]?.text, !text.isEmpty else { return hasWriter(pipe) ? .nothingYet : .end }
    pipes[pipe]?.text = ""
    return .text(text)
  }

  /// Takes a line with its end; at the end of the input, what is left.
  mutating func readLine(_ pipe: Int) -> Reading {
    guard let text = pipes[pipe]?.text, !text.isEmpty else { return hasWriter(pipe) ? .nothingYet : .end }
    guard let newline = text.firstIndex(of: "\n") else {
      if hasWriter(pipe) { return .nothingYet }
      pipes[pipe]?.text = ""
      return .text(text)
    }
    pipes[pipe]?.text = String(text[text.index(after: newline)...])
    return .text(String(text[...newline]))
  }

  func hasWriter(_ pipe: Int) -> Bool { processes.contains { $0.holds(.writes(pipe: pipe)) } }
  func hasReader(_ pipe: Int) -> Bool { processes.contains { $0.holds(.reads(pipe: pipe)) } }

  /// Forgets the pipes that no process has any more.
  mutating func dropPipes() {
    for id in pipes.keys where !hasWriter(id) && !hasReader(id) {
      pipes[id] = nil
      brokenPipes.remove(id)
    }
  }

  /// Makes a subshell of `parent`.
  mutating func fork(_ shell: ShellMachine, _ parent: Process, streams: [Int: Stream], at now: Instant) -> Int {
    let pid = nextPID
    nextPID += 1
    var child = Process(
      pid: pid,
      parent: parent.pid,
      arguments: parent.arguments,
      program: .shell(shell),
      environment: parent.environment,
      folder: parent.folder,
      streams: streams,
      readyAt: now + .microseconds(300)
    )
    child.steps = parent.steps
    processes.append(child)
    return pid
  }

  /// Makes a child that runs a program with its parent's streams.
  mutating func add(
    _ program: Process.Program,
    _ arguments: [String],
    parent: Process,
    environment: Variables,
    at now: Instant
  ) -> Int {
    let pid = nextPID
    nextPID += 1
    var child = Process(
      pid: pid,
      parent: parent.pid,
      arguments: arguments,
      program: program,
      environment: environment,
      folder: parent.folder,
      streams: parent.streams,
      readyAt: now + ContainerWorld.loading
    )
    child.steps = parent.steps
    processes.append(child)
    return pid
  }

  /// Whether the process is still running.
  func isAlive(_ pid: Int) -> Bool { processes.contains { $0.pid == pid && $0.isAlive } }

  /// Takes away a child that has ended; its exit code.
  mutating func reap(_ pid: Int) -> Int? {
    guard let index = processes.firstIndex(where: { $0.pid == pid }) else { return 127 }
    guard case .ended(let code) = processes[index].state else { return nil }
    processes.remove(at: index)
    return code
  }
}

extension Process {
  var isShell: Bool { if case .shell = program { true } else if case .none = program { isAlive } else { false } }

  /// Whether one of its file descriptors, open or put aside by its shell, is this stream.
  func holds(_ stream: Stream) -> Bool {
    guard isAlive else { return false }
    if streams.values.contains(stream) { return true }
    guard case .shell(let shell) = program else { return false }
    return shell.holds(stream)
  }
}

extension ShellMachine {
  fileprivate func holds(_ stream: Stream) -> Bool {
    frames.contains { frame in
      switch frame.work {
      case .restore(let saved): saved.values.contains(stream)
      case .collect(let pipe, _, _): stream == .reads(pipe: pipe)
      default: false
      }
    }
  }
}
