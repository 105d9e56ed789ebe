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
    let name = Path.name(of: first)
    if plan.image.natives[name] != nil { throw .notSimulated(arguments.joined(separator: " ")) }
    let isPath = first.contains("/")
    if isPath, case .file(let text, let isExecutable)? = node(at: Path.resolve(first, in: "/")) {
      guard isExecutable else { throw .notExecutable(first) }
      return try script(text, arguments, environment)
    }
    guard isPath ? isProgram(Path.resolve(first, in: "/")) : pathOfProgram(name) != nil else {
      if Utilities.notSimulated.contains(name), plan.image.tools != .none { throw .notSimulated(name) }
      throw isPath ? .noSuchFile(first) : .notFound(first)
    }
    if Utilities.shells.contains(name) { return try shell(arguments, environment) }
    return .utility(Utility(arguments))
  }

  /// An executable file: a script whose first line names a shell, or has none.
  private func script(
    _ text: String,
    _ arguments: [String],
    _ environment: Variables
  ) throws(ContainerStartError) -> Process.Program {
    let first = text.prefix { $0 != "\n" }
    var interpreter = "sh"
    if first.hasPrefix("#!") {
      let words = first.dropFirst(2).split(separator: " ").map(String.init)
      interpreter = words.last.map(Path.name(of:)) ?? "sh"
      guard Utilities.shells.contains(interpreter) else { throw .notSimulated("scripts for \(interpreter)") }
    }
    return try shell([interpreter] + arguments, environment)
  }

  /// A shell with its arguments: `sh -c SCRIPT NAME ARGUMENT …`, `sh FILE ARGUMENT …`, or commands from standard input.
  private func shell(
    _ arguments: [String],
    _ environment: Variables
  ) throws(ContainerStartError) -> Process.Program {
    var scope = ShellScope(variables: environment)
    scope.name = arguments[0]
    scope.pid = nextPID
    var letters = ""
    var rest = arguments.dropFirst()
    while let word = rest.first, word.count > 1, word.hasPrefix("-") {
      rest.removeFirst()
      if word == "--" { break }
      if word.hasPrefix("--") { continue }
      letters += word.dropFirst()
    }
    guard letters.allSatisfy({ "ceuxl".contains($0) }) else {
      throw .notSimulated("\(arguments[0]) -\(letters)")
    }
    var text = ""
    if letters.contains("c") {
      guard let script = rest.popFirst() else { throw .notSimulated("\(arguments[0]) -c without a script") }
      text = script
      if let name = rest.popFirst() { scope.name = name }
    } else if let path = rest.popFirst() {
      guard let found = file(path) else { throw .notSimulated("\(arguments[0]) \(path): no such file") }
      text = found
      scope.name = path
    } else if plan.hasInput {
      throw .notSimulated("a shell that is typed into (give it a command: sh -c '…')")
    }
    scope.positional = Array(rest)
    let style = style(of: Path.name(of: arguments[0]))
    if style != .dash { scope.random = random() }
    var machine: ShellMachine
    do throws(ShellSyntaxError) {
      let command = try ShellParser.parse(text)
      if let name = command.firstNotSimulated(in: plan.image.tools) { throw .notSimulated(name) }
      machine = ShellMachine(command, style: style, scope: scope)
    } catch {
      if case .notSimulated(let what) = error { throw .notSimulated(what) }
      machine = ShellMachine(.failure(error.message, name: scope.name), style: style, scope: scope)
    }
    machine.exitsOnError = letters.contains("e")
    machine.scope.refusesUnset = letters.contains("u")
    machine.traces = letters.contains("x")
    return .shell(machine)
  }

  /// Numbers of its own for each shell.
  private func random() -> Generator {
    var hasher = StableHasher()
    hasher.combine(plan.hostname)
    hasher.combine(clock.microseconds)
    hasher.combine(nextPID)
    return Generator(seed: hasher.value)
  }

  private func style(of shell: String) -> ShellMachine.Style {
    if shell == "bash" { return .bash }
    return plan.image.tools == .busybox ? .busybox : .dash
  }
}

extension ShellCommand {
  /// A script that cannot be read: it says so and ends with 2.
  fileprivate static func failure(_ message: String, name: String) -> ShellCommand {
    func word(_ text: String) -> ShellWord { ShellWord(parts: [.quoted(text)]) }
    let toError = Redirection(operation: .duplicate, descriptor: 1, target: word("2"))
    let tell = SimpleCommand(words: [word("echo"), word("\(name): \(message)")], redirections: [toError])
    let end = SimpleCommand(words: [word("exit"), word("2")])
    return .list([
      ListItem(command: .simple(tell), isBackground: false), ListItem(command: .simple(end), isBackground: false),
    ])
  }

  /// The first command of a script, by its place in the text, that images have and the simulator has not.
  func firstNotSimulated(in tools: ImageContents.Tools) -> String? {
    switch self {
    case .simple(let simple):
      guard let name = simple.words.first?.plainText.map(Path.name(of:)) else { return nil }
      return tools != .none && Utilities.notSimulated.contains(name) ? name : nil
    case .pipeline(let commands): return commands.firstResult { $0.firstNotSimulated(in: tools) }
    case .not(let inner), .subshell(let inner), .function(_, let inner), .redirected(let inner, _):
      return inner.firstNotSimulated(in: tools)
    case .and(let left, let right), .or(let left, let right):
      return left.firstNotSimulated(in: tools) ?? right.firstNotSimulated(in: tools)
    case .list(let items): return items.firstResult { $0.command.firstNotSimulated(in: tools) }
    case .choice(let branches, let otherwise):
      return branches.firstResult { $0.condition.firstNotSimulated(in: tools) ?? $0.body.firstNotSimulated(in: tools) }
        ?? otherwise?.firstNotSimulated(in: tools)
    case .loop(let condition, let body, _):
      return condition.firstNotSimulated(in: tools) ?? body.firstNotSimulated(in: tools)
    case .each(_, _, let body): return body.firstNotSimulated(in: tools)
    case .matching(_, let arms): return arms.firstResult { $0.body.firstNotSimulated(in: tools) }
    }
  }
}

extension Array {
  /// The first result that is not nil.
  fileprivate func firstResult<Result>(_ body: (Element) -> Result?) -> Result? {
    for element in self {
      if let result = body(element) { return result }
    }
    return nil
  }
}
