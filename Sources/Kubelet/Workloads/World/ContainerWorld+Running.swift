package import Basics

extension ContainerWorld {
  /// How far a process may run ahead of the clock.
  static let slice = Interval.milliseconds(10)

  /// Lets everything that is due by `now` happen.
  package mutating func run(at now: Instant) {
    let horizon = now + ContainerWorld.slice
    while end == nil, let index = nextProcess(by: horizon) {
      var process = processes[index]
      processes[index].program = .none
      process.steps += 1
      let time = max(process.readyAt, process.state == .ready ? process.readyAt : now)
      let result = step(&process, at: time)
      settle(process, result, at: time)
    }
  }

  /// The living process that goes on first, by `horizon` at the latest; of two the one with the lower pid.
  private func nextProcess(by horizon: Instant) -> Int? {
    var best: (index: Int, time: Instant)?
    for (index, process) in processes.enumerated() {
      guard let time = process.wakeTime, time <= horizon, best.map({ time < $0.time }) ?? true else { continue }
      best = (index, time)
    }
    return best?.index
  }

  private mutating func step(_ process: inout Process, at now: Instant) -> StepResult {
    if let deadline = process.deadline, deadline <= now {
      captures[process.pid]?.isTimedOut = true
      return .ended(Signal.kill.exitCode)
    }
    switch process.program {
    case .native(var program):
      for signal in process.signals where signal == .terminate { program.stop(at: now) }
      process.signals.removeAll()
      let streams = process.streams
      let result = program.step(at: now) { text in write(text, to: streams[1] ?? .null, at: now) }
      process.program = .native(program)
      return result
    case .none: return .ended(0)
    }
  }

  private mutating func settle(_ process: Process, _ result: StepResult, at now: Instant) {
    var process = process
    switch result {
    case .goesOn(let cost):
      process.state = .ready
      process.readyAt = now + cost
    case .sleeps(let time):
      process.state = .ready
      process.readyAt = max(time, now)
      process.steps = 0
    case .waits(let wait):
      process.state = .waiting(wait)
      process.steps = 0
    case .ended(let code):
      exited(process, code: code, at: now)
      return
    }
    change(process.pid) { $0 = process }
  }

  private mutating func exited(_ process: Process, code: Int, at now: Instant) {
    if process.pid == 1 {
      finish(code: code, at: now)
      return
    }
    if captures[process.pid] != nil {
      captures[process.pid]?.exitCode = code
      captures[process.pid]?.endedAt = now
    }
    processes.removeAll { $0.pid == process.pid }
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
    guard let process = processes.first(where: { $0.pid == pid }) else { return }
    if signal == .kill, pid != 1 {
      exited(process, code: signal.exitCode, at: now)
      return
    }
    change(pid) { process in
      process.signals.append(signal)
      process.readyAt = now
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
    case .writes(let pipe): pipes[pipe]?.text += text
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

extension Process {
  /// When it goes on by itself; nil for never.
  var wakeTime: Instant? {
    switch state {
    case .ready: deadline.map { min($0, readyAt) } ?? readyAt
    case .waiting: deadline
    case .ended: nil
    }
  }
}
