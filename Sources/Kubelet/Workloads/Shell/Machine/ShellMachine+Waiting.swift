import Basics

/// Signals, and waiting for children.
extension ShellMachine {
  /// Sees to the signals that have come: each is ignored, has a trap, or ends the shell; nil where it goes on.
  ///
  /// A trap waits until a foreground command is done; the builtin `wait` is cut short by it.
  mutating func takeSignals(
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> StepResult? {
    guard !process.signals.isEmpty else { return nil }
    if case .children? = frames.last?.work, process.signals.contains(where: { traps[$0]?.isEmpty == false }) {
      // What has no trap acts at once all the same.
      if let deadly = process.signals.first(where: { traps[$0] == nil && $0.endsByDefault }), process.pid != 1 {
        return .ended(deadly.exitCode)
      }
      return nil
    }
    let signals = process.signals
    process.signals = []
    for signal in signals {
      if let action = traps[signal] {
        if action.isEmpty { continue }
        if case .attend? = frames.last?.work {
          frames.removeLast()
          scope.status = signal.exitCode
        }
        push(.trapped(status: scope.status))
        if let command = try? ShellParser.parse(action) { push(.run(command)) }
      } else if process.pid != 1, signal.endsByDefault {
        return .ended(signal.exitCode)
      }
    }
    return nil
  }

  /// A command whose output is larger is taken to write without an end, until the memory is full.
  private static let longestOutput = 4 << 20

  /// Takes in the output of a command substitution.
  mutating func collect(_ pipe: Int, _ pid: Int, _ text: String, _ world: inout ContainerWorld) -> StepResult {
    var text = text
    switch world.read(pipe) {
    case .text(let more):
      text += more
      if text.utf8.count > ShellMachine.longestOutput { return world.outOfMemory(at: world.clock) }
      push(.collect(pipe: pipe, pid: pid, text: text))
      return .goesOn(.microseconds(1))
    case .nothingYet:
      push(.collect(pipe: pipe, pid: pid, text: text))
      return .waits(.input(pipe: pipe))
    case .end:
      guard let code = world.reap(pid) else {
        push(.collect(pipe: pipe, pid: pid, text: text))
        return .waits(.child(pid))
      }
      scope.status = code
      while text.hasSuffix("\n") { text.removeLast() }
      if !frames.isEmpty { frames[frames.count - 1].outputs.append(text) }
      return .goesOn(.microseconds(1))
    }
  }

  mutating func awaited(
    _ pids: [Int],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> StepResult {
    for pid in pids where world.isAlive(pid) {
      push(.children(pids))
      return .waits(.child(pid))
    }
    var failure = 0
    for pid in pids {
      guard let code = world.reap(pid) else { continue }
      if code != 0 { failure = code }
      guard pid == pids.last else { continue }
      scope.status = failsWithPipe ? failure : code
      if let signal = Signal(rawValue: code - 128), signal == .kill || signal == .terminate, style != .busybox {
        world.write(signal == .kill ? "Killed\n" : "Terminated\n", to: process.streams[2] ?? .null, at: now)
      }
    }
    return checkError() ?? .goesOn(.microseconds(1))
  }

  /// With `set -e` a command that fails ends the shell, where nothing looks at its status.
  mutating func checkError() -> StepResult? {
    guard exitsOnError, scope.status != 0, !frames.contains(where: \.isCondition) else { return nil }
    return leave(scope.status)
  }

  mutating func attend(_ pids: [Int], _ world: inout ContainerWorld) -> StepResult {
    for pid in pids where world.isAlive(pid) {
      push(.attend(pids))
      return .waits(.child(pid))
    }
    for pid in pids {
      if let code = world.reap(pid), pids.count == 1 { scope.status = code }
      jobs.removeAll { $0 == pid }
    }
    return .goesOn(ShellMachine.builtinCost)
  }

  /// Reads a line of standard input into variables; fails at the end of the input.
  mutating func readLine(
    _ names: [String],
    _ isRaw: Bool,
    _ begun: String,
    _ process: Process,
    _ world: inout ContainerWorld
  ) -> StepResult {
    var line = begun
    var isWhole = false
    if case .reads(let pipe)? = process.streams[0] {
      switch world.readLine(pipe) {
      case .text(let text):
        line += text
        isWhole = line.hasSuffix("\n")
      case .nothingYet:
        push(.readLine(names: names, isRaw: isRaw, text: line))
        return .waits(.input(pipe: pipe))
      case .end: break
      }
    }
    if isWhole { line.removeLast() }
    if !isRaw, isWhole, line.hasSuffix("\\") {
      push(.readLine(names: names, isRaw: isRaw, text: String(line.dropLast())))
      return .goesOn(.microseconds(1))
    }
    assign(isRaw ? line : line.replacingBackslashes, to: names)
    scope.status = isWhole ? 0 : 1
    return checkError() ?? .goesOn(ShellMachine.builtinCost)
  }

  /// Splits a line into as many fields as there are names; the last takes the rest.
  private mutating func assign(_ line: String, to names: [String]) {
    let separators = scope.variables["IFS"] ?? " \t\n"
    var rest = line[...]
    func trimmed(_ text: Substring) -> Substring { text.drop { separators.contains($0) && $0.isWhitespace } }
    rest = trimmed(rest)
    for (index, name) in names.enumerated() {
      if index == names.count - 1 {
        while let last = rest.last, separators.contains(last), last.isWhitespace { rest.removeLast() }
        scope.variables.set(name, String(rest))
        return
      }
      let field = rest.prefix { !separators.contains($0) }
      scope.variables.set(name, String(field))
      rest = trimmed(rest.dropFirst(field.count))
      if let first = rest.first, separators.contains(first) { rest = trimmed(rest.dropFirst()) }
    }
  }
}

extension ShellMachine.Frame {
  /// Whether it looks at the status of what runs above it.
  var isCondition: Bool {
    switch work {
    case .after, .negate, .choose, .test: true
    default: false
    }
  }
}

extension Signal {
  /// Whether it ends a process that has no handler for it.
  var endsByDefault: Bool {
    switch self {
    case .child, .proceed, .stop: false
    default: true
    }
  }
}

extension String {
  /// Without backslashes that stand before another character.
  fileprivate var replacingBackslashes: String {
    var out = ""
    var isEscaped = false
    for character in self {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        out.append(character)
        isEscaped = false
      }
    }
    return out
  }
}
