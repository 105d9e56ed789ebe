import Basics

/// Simple commands: their words, their redirections, and what they call.
extension ShellMachine {
  private struct Prepared {
    var words: [String]
    var assignments: [(name: String, value: String)]
    var redirections: [(Redirection, String)]
  }

  mutating func runSimple(
    _ command: SimpleCommand,
    _ frame: Frame,
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> StepResult {
    let prepared = expand(frame, &process, &world, at: now) { expander throws(ShellExpander.Pause) in
      var prepared = Prepared(words: try expander.fields(command.words), assignments: [], redirections: [])
      for redirection in command.redirections {
        prepared.redirections.append((redirection, try expander.text(redirection.target)))
      }
      for assignment in command.assignments {
        let value = try expander.text(assignment.value)
        prepared.assignments.append((assignment.name, value))
        if command.words.isEmpty { expander.scope.variables.set(assignment.name, value) }
      }
      return prepared
    }
    guard case .done(let prepared) = prepared else { return prepared.result }
    let saved = process.streams
    if !redirect(prepared.redirections, &process, &world, at: now) {
      process.streams = saved
      scope.status = style == .dash ? 2 : 1
      return checkError() ?? .goesOn(ShellMachine.builtinCost)
    }
    if traces { trace(prepared.assignments, prepared.words, process, &world, at: now) }
    guard let name = prepared.words.first else {
      process.streams = saved
      if frame.outputs.isEmpty { scope.status = 0 }
      return checkError() ?? .goesOn(ShellMachine.builtinCost)
    }
    if name == "exec" { return becomes(Array(prepared.words.dropFirst()), saved, &process, &world, at: now) }
    return call(prepared.words, prepared.assignments, saved, &process, &world, at: now)
  }

  private mutating func call(
    _ words: [String],
    _ assignments: [(name: String, value: String)],
    _ saved: [Int: Stream],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> StepResult {
    if let body = functions[words[0]] {
      for assignment in assignments { scope.variables.set(assignment.name, assignment.value) }
      if process.streams != saved { push(.restore(saved)) }
      push(.call(positional: scope.positional, saved: []))
      scope.positional = Array(words.dropFirst())
      push(.run(body))
      return .goesOn(ShellMachine.builtinCost)
    }
    if let builtin = ShellBuiltins.table[words[0]] {
      if ShellBuiltins.special.contains(words[0]) {
        for assignment in assignments { scope.variables.set(assignment.name, assignment.value) }
      }
      let depth = frames.count
      let result = builtin(&self, words, &process, &world, now)
      guard case .goesOn = result else { return result }
      if frames.count > depth {
        // It goes on later, and with its redirections until it is done.
        if process.streams != saved { frames.insert(Frame(.restore(saved)), at: depth) }
        return result
      }
      process.streams = saved
      return checkError() ?? result
    }
    if Utilities.isImmediate(words[0], in: world) {
      scope.status = world.runImmediate(words, process, environment: environment(assignments), at: now)
      process.streams = saved
      return checkError() ?? .goesOn(ShellMachine.builtinCost)
    }
    return start(words, assignments, saved, &process, &world, at: now)
  }

  /// Starts a program: in a child, or in this process where it has nothing else to do.
  private mutating func start(
    _ words: [String],
    _ assignments: [(name: String, value: String)],
    _ saved: [Int: Stream],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> StepResult {
    do throws(ContainerStartError) {
      let environment = environment(assignments)
      if frames.isEmpty, exitTrap == nil, traps.isEmpty {
        try replace(words, environment, &process, &world, at: now)
        return .goesOn(ContainerWorld.loading)
      }
      let program = try world.program(words, environment, at: now)
      let pid = world.add(program, words, parent: process, environment: environment, at: now)
      push(.children([pid]))
      process.streams = saved
    } catch {
      complain(ShellMachine.words(of: error, words[0], style), process, &world, at: now)
      process.streams = saved
      scope.status = error.isNotFound ? 127 : 126
      return checkError() ?? .goesOn(ContainerWorld.loading)
    }
    return .goesOn(ShellMachine.builtinCost)
  }

  /// The builtin `exec`: another program in this process, or redirections that stay.
  private mutating func becomes(
    _ words: [String],
    _ saved: [Int: Stream],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> StepResult {
    guard let first = words.first else { return .goesOn(ShellMachine.builtinCost) }
    do throws(ContainerStartError) {
      try replace(words, environment(), &process, &world, at: now)
      return .goesOn(ContainerWorld.loading)
    } catch {
      complain(ShellMachine.words(of: error, first, style), process, &world, at: now)
      process.streams = saved
      return leave(error.isNotFound ? 127 : 126)
    }
  }

  /// Lets this process become another program, as `exec` does.
  func replace(
    _ words: [String],
    _ environment: Variables,
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) throws(ContainerStartError) {
    process.program = try world.program(words, environment, at: now)
    process.arguments = words
    process.environment = environment
  }

  /// What a child inherits.
  func environment(_ assignments: [(name: String, value: String)] = []) -> Variables {
    var environment = scope.variables.exported
    for assignment in assignments { environment.set(assignment.name, assignment.value, exported: true) }
    return environment
  }

  static func words(of error: ContainerStartError, _ name: String, _ style: Style) -> String {
    switch error {
    case .notFound where style == .bash: "\(name): command not found"
    case .notFound: "\(name): not found"
    case .noSuchFile where style == .bash: "\(name): No such file or directory"
    case .noSuchFile: "\(name): not found"
    case .notExecutable: "\(name): Permission denied"
    case .ended: error.message
    case .notSimulated(let what): "not simulated: \(what)"
    }
  }

  private func trace(
    _ assignments: [(name: String, value: String)],
    _ words: [String],
    _ process: Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) {
    let text = (assignments.map { "\($0.name)=\($0.value)" } + words).joined(separator: " ")
    world.write("+ \(text)\n", to: process.streams[2] ?? .null, at: now)
  }
}

// Redirections.
extension ShellMachine {
  mutating func runRedirected(
    _ inner: ShellCommand,
    _ redirections: [Redirection],
    _ frame: Frame,
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> StepResult {
    let targets = expand(frame, &process, &world, at: now) { expander throws(ShellExpander.Pause) in
      var targets: [(Redirection, String)] = []
      for redirection in redirections { targets.append((redirection, try expander.text(redirection.target))) }
      return targets
    }
    guard case .done(let targets) = targets else { return targets.result }
    let saved = process.streams
    guard redirect(targets, &process, &world, at: now) else {
      process.streams = saved
      scope.status = 1
      return checkError() ?? .goesOn(ShellMachine.builtinCost)
    }
    push(.restore(saved))
    push(.run(inner))
    return .goesOn(ShellMachine.builtinCost)
  }

  /// Carries out redirections in their order; false where one fails, which is told.
  private func redirect(
    _ redirections: [(Redirection, String)],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> Bool {
    for (redirection, target) in redirections {
      let path = Path.resolve(target, in: process.folder)
      switch redirection.operation {
      case .hereDocument:
        process.streams[redirection.descriptor] = .reads(pipe: world.addPipe(target))
      case .duplicate:
        if target == "-" {
          process.streams[redirection.descriptor] = nil
        } else if let number = Int(target), let stream = process.streams[number] {
          process.streams[redirection.descriptor] = stream
        } else {
          complain("\(target): bad file descriptor", process, &world, at: now)
          return false
        }
      case .read:
        guard let stream = world.openForReading(path, process) else {
          complain(openError(target, at: path, isRead: true, world), process, &world, at: now)
          return false
        }
        process.streams[redirection.descriptor] = stream
      case .write, .append:
        let isAppend = if case .append = redirection.operation { true } else { false }
        guard let stream = world.openForWriting(path, process, appends: isAppend) else {
          complain(openError(target, at: path, isRead: false, world), process, &world, at: now)
          return false
        }
        process.streams[redirection.descriptor] = stream
      }
    }
    return true
  }

  private func openError(_ target: String, at path: String, isRead: Bool, _ world: ContainerWorld) -> String {
    let isFolder = world.node(at: path) == .folder
    let isReadOnly = !isRead && !isFolder && world.isReadOnly(path)
    switch style {
    case .busybox where isReadOnly: return "can't create \(target): Read-only file system"
    case .dash where isReadOnly: return "cannot create \(target): Read-only file system"
    case .bash where isReadOnly: return "\(target): Read-only file system"
    case .busybox where isFolder && !isRead: return "can't create \(target): Is a directory"
    case .busybox:
      return isRead ? "can't open \(target): no such file" : "can't create \(target): nonexistent directory"
    case .dash where isFolder && !isRead: return "cannot create \(target): Is a directory"
    case .dash: return isRead ? "cannot open \(target): No such file" : "cannot create \(target): Directory nonexistent"
    case .bash: return "\(target): \(isFolder ? "Is a directory" : "No such file or directory")"
    }
  }
}

extension ContainerStartError {
  var isNotFound: Bool {
    switch self {
    case .notFound, .noSuchFile, .notSimulated: true
    case .notExecutable, .ended: false
    }
  }
}
