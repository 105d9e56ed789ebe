package import Basics
import Objects

extension ContainerWorld {
  /// How far a process may run ahead of the clock.
  static let slice = Interval.milliseconds(10)

  /// Lets everything that is due by `now` happen.
  package mutating func run(at now: Instant) {
    let horizon = now + ContainerWorld.slice
    clock = max(clock, now)
    while end == nil, let (index, time) = nextProcess(by: horizon) {
      var process = processes[index]
      processes[index].program = .none
      // One that has waited for a child or for input is not busy.
      if case .waiting = process.state, time - process.readyAt >= ContainerWorld.slice { process.steps = 0 }
      process.steps += 1
      clock = max(clock, time)
      let result = step(&process, at: time)
      settle(process, result, at: time)
    }
  }

  /// The living process that goes on first, by `horizon` at the latest; of two the one with the lower pid.
  private func nextProcess(by horizon: Instant) -> (index: Int, time: Instant)? {
    var best: (index: Int, time: Instant)?
    for (index, process) in processes.enumerated() {
      guard let time = wakeTime(of: process), time <= horizon, best.map({ time < $0.time }) ?? true else { continue }
      best = (index, time)
    }
    return best
  }

  /// When a process goes on by itself; nil for never.
  func wakeTime(of process: Process) -> Instant? {
    switch process.state {
    case .ready: process.deadline.map { min($0, process.readyAt) } ?? process.readyAt
    case .waiting(let wait): isOver(wait, process) ? max(process.readyAt, clock) : process.deadline
    case .ended: nil
    }
  }

  /// Whether what a process waits for is there.
  private func isOver(_ wait: Process.Wait, _ process: Process) -> Bool {
    switch wait {
    case .child(let pid): !isAlive(pid)
    case .input(let pipe): !(pipes[pipe]?.text.isEmpty ?? true) || !hasWriter(pipe)
    case .output(let pipe): (pipes[pipe]?.text.utf8.count ?? 0) < Pipe.capacity || !hasReader(pipe)
    case .signal: !process.signals.isEmpty
    }
  }

  private mutating func step(_ process: inout Process, at now: Instant) -> StepResult {
    if let deadline = process.deadline, deadline <= now {
      if process.deadlineCode == Signal.kill.exitCode { captures[process.pid]?.isTimedOut = true }
      return .ended(process.deadlineCode)
    }
    switch process.program {
    case .native(var program):
      process.program = .none
      let result = step(&program, &process, at: now)
      process.program = .native(program)
      return result
    case .shell(var shell):
      process.program = .none
      let result = shell.step(&process, &self, at: now)
      // What it has not become by `exec` it stays.
      if case .none = process.program { process.program = .shell(shell) }
      return blocked(process, at: now) ?? result
    case .utility(var utility):
      process.program = .none
      let result = step(&utility, &process, at: now)
      if case .none = process.program { process.program = .utility(utility) }
      return blocked(process, at: now) ?? result
    case .none: return .ended(0)
    }
  }

  private mutating func step(
    _ program: inout NativeProgram,
    _ process: inout Process,
    at now: Instant
  ) -> StepResult {
    for signal in process.signals where [.terminate, .interrupt, .quit].contains(signal) {
      if process.pid != 1, program.workload.stopsAfter == nil { return .ended(signal.exitCode) }
      program.stop(at: now)
    }
    process.signals.removeAll()
    let stream = process.streams[1] ?? .null
    let limit = hitsLimit(program)
    if let limit, limit <= now { return outOfMemory(at: now) }
    let result = program.step(at: now) { text in write(text, to: stream, at: now) }
    guard let limit else { return result }
    switch result {
    case .sleeps(let time): return .sleeps(until: min(time, limit))
    case .waits: return .sleeps(until: limit)
    case .goesOn, .ended: return result
    }
  }

  /// What writing to a pipe comes to: it is full, or nobody reads it any more.
  private func blocked(_ process: Process, at now: Instant) -> StepResult? {
    guard case .writes(let pipe)? = process.streams[1] else { return nil }
    if brokenPipes.contains(pipe) { return .ended(Signal.pipe.exitCode) }
    return nil
  }

  private mutating func settle(_ process: Process, _ result: StepResult, at now: Instant) {
    var process = process
    switch result {
    case .goesOn(let cost):
      if case .writes(let pipe)? = process.streams[1], (pipes[pipe]?.text.utf8.count ?? 0) >= Pipe.capacity {
        process.state = .waiting(.output(pipe: pipe))
      } else {
        process.state = .ready
      }
      process.readyAt = now + slowed(cost, process)
    case .sleeps(let time):
      process.state = .ready
      process.readyAt = max(time, now)
      process.steps = 0
    case .waits(let wait):
      process.state = .waiting(wait)
      process.readyAt = now
    case .ended(let code):
      exited(process, code: code, at: now)
      return
    }
    change(process.pid) { $0 = process }
  }

  /// A process that has not paused for very long goes on ever more slowly, so that an endless loop costs the simulator
  /// little: it is taken to be busy.
  private func slowed(_ cost: Interval, _ process: Process) -> Interval {
    let excess = process.steps - ContainerWorld.busySteps
    guard excess > 0 else { return cost }
    return cost + .milliseconds(Int64(min(excess, 500)))
  }

  /// How many steps without a pause are taken for granted.
  private static let busySteps = 50_000

  private mutating func exited(_ process: Process, code: Int, at now: Instant) {
    if process.pid == 1 {
      let isOwn = if case .native = process.program { false } else { true }
      finish(code: isOwn && code < 128 ? plan.exitCode ?? code : code, at: now)
      return
    }
    if captures[process.pid] != nil {
      captures[process.pid]?.exitCode = code
      captures[process.pid]?.endedAt = now
    }
    let isAwaited = processes.contains { $0.pid == process.parent && $0.isShell && $0.isAlive }
    if isAwaited {
      change(process.pid) {
        $0 = process
        $0.state = .ended(code)
        $0.program = .none
        $0.streams = [:]
      }
    } else {
      processes.removeAll { $0.pid == process.pid }
    }
    // Orphans become children of process 1, which looks after those that have ended.
    processes.removeAll { $0.parent == process.pid && !$0.isAlive }
    for index in processes.indices where processes[index].parent == process.pid { processes[index].parent = 1 }
    dropPipes()
  }

  /// Process 1 has ended, and with it all others.
  mutating func finish(code: Int, at now: Instant) {
    end = (code, now)
    if !openLine.isEmpty { log.append(LogLine(time: now, text: openLine)) }
    openLine = ""
    for pid in captures.keys where captures[pid]?.exitCode == nil {
      captures[pid]?.exitCode = Signal.kill.exitCode
      captures[pid]?.endedAt = now
    }
    processes.removeAll()
    pipes.removeAll()
  }

  /// Changes a process that still exists.
  mutating func change(_ pid: Int, _ body: (inout Process) -> Void) {
    guard let index = processes.firstIndex(where: { $0.pid == pid }) else { return }
    body(&processes[index])
  }

  /// Hands a signal to a process; SIGKILL ends it.
  mutating func send(_ signal: Signal, to pid: Int, at now: Instant) {
    guard let process = processes.first(where: { $0.pid == pid }), process.isAlive else { return }
    if signal == .kill {
      // Process 1 is out of reach for signals from its own container.
      if pid != 1 { exited(process, code: signal.exitCode, at: now) }
      return
    }
    change(pid) { process in
      process.signals.append(signal)
      // One that has run ahead of the clock gets it where it is.
      let isAhead = process.readyAt > now && process.readyAt <= now + ContainerWorld.slice
      if !isAhead { process.readyAt = now }
      process.state = .ready
    }
  }

  /// Writes text where a stream leads.
  mutating func write(_ text: String, to stream: Stream, at now: Instant) {
    switch stream {
    case .null, .zero, .reads: break
    case .log:
      openLine += text
      while let newline = openLine.firstIndex(of: "\n") {
        log.append(LogLine(time: now, text: String(openLine[..<newline])))
        openLine = String(openLine[openLine.index(after: newline)...])
      }
    case .capture(let pid, let isError):
      captures[pid]?.both += text
      if isError { captures[pid]?.errors += text } else { captures[pid]?.output += text }
    case .writes(let pipe):
      if hasReader(pipe) { pipes[pipe]?.text += text } else { brokenPipes.insert(pipe) }
    case .appends(let path): append(text, to: path)
    }
  }

  mutating func addPipe(_ text: String = "") -> Int {
    let id = nextPipe
    nextPipe += 1
    pipes[id] = Pipe(text: text)
    return id
  }
}
