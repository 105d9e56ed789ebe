import Basics

/// The commands that a shell must carry out itself, because they change it.
enum ShellBuiltins {
  typealias Builtin =
    @Sendable (inout ShellMachine, [String], inout Process, inout ContainerWorld, Instant) -> StepResult

  /// Those whose assignments stay.
  static let special: Set<String> = [":", ".", "eval", "export", "set", "shift", "trap", "unset"]

  static let table: [String: Builtin] = [
    ":": { shell, _, _, _, _ in done(&shell, 0) },
    ".": source, "break": leaveLoop, "cd": changeFolder, "command": command, "continue": leaveLoop, "eval": eval,
    "exit": exit, "export": export, "jobs": { shell, _, _, _, _ in done(&shell, 0) }, "local": local, "read": read,
    "readonly": export, "return": leaveFunction, "set": set, "shift": shift, "source": source, "trap": trap,
    "type": command, "umask": { shell, _, _, _, _ in done(&shell, 0) }, "unset": unset, "wait": wait,
  ]

  private static func done(_ shell: inout ShellMachine, _ status: Int) -> StepResult {
    shell.scope.status = status
    return .goesOn(ShellMachine.builtinCost)
  }

  @Sendable private static func exit(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    guard words.count > 1 else { return shell.leave(shell.scope.status) }
    guard let code = Int(words[1]) else {
      shell.complain("exit: Illegal number: \(words[1])", process, &world, at: now)
      return shell.leave(2)
    }
    return shell.leave(code)
  }

  @Sendable private static func eval(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    run(words.dropFirst().joined(separator: " "), &shell, process, &world, now)
  }

  private static func run(
    _ text: String,
    _ shell: inout ShellMachine,
    _ process: Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    do throws(ShellSyntaxError) {
      shell.scope.status = 0
      shell.push(.run(try ShellParser.parse(text)))
      return .goesOn(ShellMachine.builtinCost)
    } catch {
      shell.complain(error.message, process, &world, at: now)
      return shell.leave(2)
    }
  }

  @Sendable private static func source(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    guard words.count > 1, let text = world.file(Path.resolve(words[1], in: process.folder)) else {
      shell.complain("\(words[0]): can't open '\(words.count > 1 ? words[1] : "")'", process, &world, at: now)
      return shell.leave(2)
    }
    return run(text, &shell, process, &world, now)
  }

  @Sendable private static func changeFolder(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    let asked = words.count > 1 ? words[1] : shell.scope.variables["HOME"] ?? "/root"
    let target = asked == "-" ? shell.scope.variables["OLDPWD"] ?? process.folder : asked
    let path = Path.resolve(target, in: process.folder)
    guard world.node(at: path) == .folder else {
      let text =
        switch shell.style {
        case .busybox: "cd: can't cd to \(target): No such file or directory"
        case .dash: "cd: can't cd to \(target)"
        case .bash: "cd: \(target): No such file or directory"
        }
      shell.complain(text, process, &world, at: now)
      return done(&shell, shell.style == .dash ? 2 : 1)
    }
    shell.scope.variables.set("OLDPWD", process.folder)
    process.folder = path
    shell.scope.variables.set("PWD", path)
    return done(&shell, 0)
  }

  @Sendable private static func export(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    let isExport = words[0] == "export"
    if words.count == 1 || words[1] == "-p" {
      for (name, value) in shell.scope.variables.list(exportedOnly: isExport) {
        world.write("\(words[0]) \(name)='\(value)'\n", to: process.streams[1] ?? .null, at: now)
      }
    }
    for word in words.dropFirst() where word != "-p" {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts[0].isShellName else {
        shell.complain("\(words[0]): \(word): bad variable name", process, &world, at: now)
        return done(&shell, 2)
      }
      let value = parts.count > 1 ? parts[1] : shell.scope.variables[parts[0]] ?? ""
      shell.scope.variables.set(parts[0], value, exported: isExport ? true : nil)
    }
    return done(&shell, 0)
  }

  /// Gives a function variables of its own; the caller's come back when it ends.
  @Sendable private static func local(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      shell.saveForCaller(parts[0])
      shell.scope.variables.set(parts[0], parts.count > 1 ? parts[1] : "")
    }
    return done(&shell, 0)
  }

  @Sendable private static func unset(
    _ shell: inout ShellMachine,
    _ words: [String],
    _: inout Process,
    _: inout ContainerWorld,
    _: Instant
  ) -> StepResult {
    for word in words.dropFirst() where !word.hasPrefix("-") {
      shell.scope.variables.remove(word)
      if words[1] == "-f" { shell.functions[word] = nil }
    }
    return done(&shell, 0)
  }

  @Sendable private static func shift(
    _ shell: inout ShellMachine,
    _ words: [String],
    _: inout Process,
    _: inout ContainerWorld,
    _: Instant
  ) -> StepResult {
    let count = words.count > 1 ? Int(words[1]) ?? 1 : 1
    guard (0...shell.scope.positional.count).contains(count) else { return done(&shell, 1) }
    shell.scope.positional.removeFirst(count)
    return done(&shell, 0)
  }

  @Sendable private static func set(
    _ shell: inout ShellMachine,
    _ words: [String],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    _ now: Instant
  ) -> StepResult {
    var rest = words.dropFirst()
    while let word = rest.first, word.count > 1, word.hasPrefix("-") || word.hasPrefix("+") {
      rest.removeFirst()
      if word == "--" {
        shell.scope.positional = Array(rest)
        return done(&shell, 0)
      }
      let isOn = word.hasPrefix("-")
      for letter in word.dropFirst() {
        switch letter {
        case "e": shell.exitsOnError = isOn
        case "u": shell.scope.refusesUnset = isOn
        case "x": shell.traces = isOn
        case "f": shell.scope.keepsPatterns = isOn
        case "o" where rest.first == "errexit": shell.exitsOnError = isOn
        case "o" where rest.first == "nounset": shell.scope.refusesUnset = isOn
        case "o" where rest.first == "xtrace": shell.traces = isOn
        case "o" where rest.first == "pipefail": shell.failsWithPipe = isOn
        default:
          shell.complain("not simulated: set \(word)", process, &world, at: now)
          return shell.leave(2)
        }
        if letter == "o" { rest = rest.dropFirst() }
      }
    }
    if !rest.isEmpty { shell.scope.positional = Array(rest) }
    return done(&shell, 0)
  }
}

extension String {
  /// Whether it can be a variable's name.
  var isShellName: Bool {
    first.map { !$0.isASCIIDigit } ?? false && allSatisfy(\.isShellName)
  }
}
