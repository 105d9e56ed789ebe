import Basics

/// Builtins that change the course of a script.
extension ShellBuiltins {
  @Sendable static func leaveLoop(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _: inout ContainerWorld,
    _: Instant
  ) -> StepResult {
    var left = words.count > 1 ? max(1, Int(words[1]) ?? 1) : 1
    shell.scope.status = 0
    guard shell.frames.contains(where: \.isLoop) else { return .goesOn(ShellMachine.builtinCost) }
    while let frame = shell.frames.popLast() {
      if case .restore(let streams) = frame.work { process.streams = streams }
      guard frame.isLoop else { continue }
      left -= 1
      guard left == 0 || !shell.frames.contains(where: \.isLoop) else { continue }
      if words[0] == "continue" { shell.frames.append(frame) }
      break
    }
    return .goesOn(ShellMachine.builtinCost)
  }

  @Sendable static func leaveFunction(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _: inout ContainerWorld,
    _: Instant
  ) -> StepResult {
    let status = words.count > 1 ? (Int(words[1]) ?? 2) & 255 : shell.scope.status
    shell.scope.status = status
    guard shell.frames.contains(where: \.isCall) else { return shell.leave(status) }
    while let frame = shell.frames.popLast() {
      if case .restore(let streams) = frame.work { process.streams = streams }
      if frame.isCall {
        shell.frames.append(frame)
        break
      }
    }
    return .goesOn(ShellMachine.builtinCost)
  }

  @Sendable static func trap(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    shell.scope.status = 0
    var words = Array(words.dropFirst())
    if words.first == "--" { words.removeFirst() }
    guard words.count > 1 else {
      for (signal, action) in shell.traps.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        world.write("trap -- '\(action)' \(signal.name)\n", to: process.streams[1] ?? .null, at: now)
      }
      return .goesOn(ShellMachine.builtinCost)
    }
    for word in words.dropFirst() {
      let action = words[0] == "-" ? nil : words[0]
      if word == "EXIT" || word == "0" {
        shell.exitTrap = action
      } else if let signal = Signal(text: word) {
        if signal != .kill, signal != .stop { shell.traps[signal] = action }
      } else {
        shell.complain("trap: \(word): invalid signal specification", process, &world, at: now)
        shell.scope.status = 1
      }
    }
    return .goesOn(ShellMachine.builtinCost)
  }

  @Sendable static func wait(
    _ shell: inout ShellMachine,
    _ words: [String],
    _: inout Process,
    _ world: inout ContainerWorld,
    _: Instant
  ) -> StepResult {
    let pids = words.dropFirst().compactMap { Int($0) }
    shell.scope.status = 0
    for pid in pids where !shell.jobs.contains(pid) { shell.scope.status = 127 }
    let awaited = words.count > 1 ? pids.filter(shell.jobs.contains) : shell.jobs
    if !awaited.isEmpty { shell.push(.attend(awaited)) }
    return .goesOn(ShellMachine.builtinCost)
  }

  @Sendable static func read(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    var names = Array(words.dropFirst())
    let isRaw = names.first == "-r"
    if isRaw { names.removeFirst() }
    if let option = names.first(where: { $0.hasPrefix("-") }) {
      shell.complain("not simulated: read \(option)", process, &world, at: now)
      return shell.leave(2)
    }
    shell.push(.readLine(names: names.isEmpty ? ["REPLY"] : names, isRaw: isRaw, text: ""))
    return .goesOn(ShellMachine.builtinCost)
  }

  /// `command -v NAME`, `type NAME`; `command NAME …` runs it.
  @Sendable static func command(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    var rest = Array(words.dropFirst())
    let isQuestion = words[0] == "type" || rest.first == "-v" || rest.first == "-V"
    if rest.first?.hasPrefix("-") == true { rest.removeFirst() }
    guard let name = rest.first else { return .goesOn(ShellMachine.builtinCost) }
    guard isQuestion else {
      let parts = rest.map { ShellWord(parts: [.quoted($0)]) }
      shell.push(.run(.simple(SimpleCommand(words: parts))))
      return .goesOn(ShellMachine.builtinCost)
    }
    let place: String? =
      if shell.functions[name] != nil || table[name] != nil || name == "exec" {
        name
      } else {
        world.pathOfProgram(name)
      }
    shell.scope.status = place == nil ? (words[0] == "type" ? 1 : 127) : 0
    let isPlain = rest.first != nil && words[0] == "command"
    if let place {
      let text = isPlain ? place : "\(name) is \(place == name ? "a shell builtin" : place)"
      world.write(text + "\n", to: process.streams[1] ?? .null, at: now)
    } else if !isPlain {
      shell.complain("type: \(name): not found", process, &world, at: now)
    }
    return .goesOn(ShellMachine.builtinCost)
  }
}

extension ShellMachine.Frame {
  /// Whether `break` leaves a loop with it.
  fileprivate var isLoop: Bool {
    switch work {
    case .again, .each: true
    default: false
    }
  }

  fileprivate var isCall: Bool { if case .call = work { true } else { false } }
}

extension ShellMachine {
  /// Remembers what a variable is outside the function that makes it its own.
  mutating func saveForCaller(_ name: String) {
    guard let place = frames.lastIndex(where: \.isCall), case .call(let positional, var saved) = frames[place].work
    else { return }
    if !saved.contains(where: { $0.name == name }) { saved.append((name, scope.variables[name])) }
    frames[place].work = .call(positional: positional, saved: saved)
  }
}
