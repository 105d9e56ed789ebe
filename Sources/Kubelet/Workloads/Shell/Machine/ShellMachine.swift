import Basics
import Objects

/// A shell that can stop between any two commands: what it has still to do lies on a stack of frames.
///
/// It is a value. A subshell is a copy with one thing to do.
struct ShellMachine: Sendable {
  /// Whose words errors use.
  enum Style: Sendable {
    case busybox, dash, bash
  }

  var scope = ShellScope(variables: Variables())
  var functions: [String: ShellCommand] = [:]
  var frames: [Frame] = []
  /// What is to be done on a signal; an empty action ignores it.
  var traps: [Signal: String] = [:]
  /// What is to be done at the end.
  var exitTrap: String?
  /// `set -e`
  var exitsOnError = false
  /// `set -x`
  var traces = false
  /// `set -o pipefail`
  var failsWithPipe = false
  var style = Style.busybox
  /// The children in the background that have not been waited for.
  var jobs: [Int] = []

  /// A thing to do, or to go on with once the frames above it are done.
  struct Frame: Sendable {
    var work: Work
    /// Outputs of the command substitutions of its words so far.
    var outputs: [String] = []

    init(_ work: Work) { self.work = work }
  }

  indirect enum Work: Sendable {
    case run(ShellCommand)
    case items([ShellCommand.ListItem], next: Int)
    /// The left side of `&&` or `||` has been run.
    case after(ShellCommand, isAnd: Bool)
    case negate
    /// The condition of the branch has been run.
    case choose([(condition: ShellCommand, body: ShellCommand)], place: Int, otherwise: ShellCommand?)
    /// The condition of a loop has been run.
    case test(condition: ShellCommand, body: ShellCommand, endsOnSuccess: Bool)
    /// The body of a loop has been run.
    case again(condition: ShellCommand, body: ShellCommand, endsOnSuccess: Bool)
    case each(name: String, values: [String], next: Int, body: ShellCommand)
    case restore([Int: Stream])
    /// A function ends here; what its caller's parameters and its own variables were before.
    case call(positional: [String], saved: [(name: String, value: String?)])
    /// Reads the output of a command substitution.
    case collect(pipe: Int, pid: Int, text: String)
    /// Waits for foreground children; the status is the last one's.
    case children([Int])
    /// The builtin `wait`.
    case attend([Int])
    /// The builtin `read`.
    case readLine(names: [String], isRaw: Bool, text: String)
    /// The action of a trap is done.
    case trapped(status: Int)
    case leave(Int)
  }

  /// More commands at work than this are taken as endless recursion, which ends a real shell too.
  static let deepest = 2_000

  /// A shell that runs a script.
  init(_ command: ShellCommand, style: Style, scope: ShellScope) {
    self.style = style
    self.scope = scope
    frames = [Frame(.run(command))]
  }

  /// A copy of this shell that does one thing; traps do not pass on, ignored signals do.
  func subshell(_ command: ShellCommand) -> ShellMachine {
    var copy = self
    copy.frames = [Frame(.run(command))]
    copy.traps = traps.filter { $0.value.isEmpty }
    copy.exitTrap = nil
    copy.jobs = []
    return copy
  }

  mutating func push(_ work: Work) { frames.append(Frame(work)) }

  /// Does the next thing.
  mutating func step(_ process: inout Process, _ world: inout ContainerWorld, at now: Instant) -> StepResult {
    if let result = takeSignals(&process, &world, at: now) { return result }
    guard frames.count < ShellMachine.deepest else { return .ended(139) }
    guard let frame = frames.popLast() else { return leave(scope.status) }
    switch frame.work {
    case .run(let command): return run(command, frame, &process, &world, at: now)
    case .items(let items, let next): runItem(items, next, &process, &world, at: now)
    case .after(let right, let isAnd): if (scope.status == 0) == isAnd { push(.run(right)) }
    case .negate: scope.status = scope.status == 0 ? 1 : 0
    case .choose(let branches, let place, let otherwise): choose(branches, place, otherwise)
    case .test(let condition, let body, let endsOnSuccess):
      if (scope.status == 0) == endsOnSuccess {
        scope.status = 0
      } else {
        push(.again(condition: condition, body: body, endsOnSuccess: endsOnSuccess))
        push(.run(body))
      }
    case .again(let condition, let body, let endsOnSuccess):
      push(.test(condition: condition, body: body, endsOnSuccess: endsOnSuccess))
      push(.run(condition))
    case .each(let name, let values, let next, let body):
      guard next < values.count else { break }
      scope.variables.set(name, values[next])
      push(.each(name: name, values: values, next: next + 1, body: body))
      push(.run(body))
      return .goesOn(ShellMachine.builtinCost)
    case .restore(let streams): process.streams = streams
    case .call(let positional, let saved):
      scope.positional = positional
      for (name, value) in saved {
        if let value { scope.variables.set(name, value) } else { scope.variables.remove(name) }
      }
    case .collect(let pipe, let pid, let text): return collect(pipe, pid, text, &world)
    case .children(let pids): return awaited(pids, &process, &world, at: now)
    case .attend(let pids): return attend(pids, &world)
    case .readLine(let names, let isRaw, let text): return readLine(names, isRaw, text, process, &world)
    case .trapped(let status): scope.status = status
    case .leave(let code): return .ended(code & 255)
    }
    return .goesOn(.microseconds(1))
  }

  /// How long a builtin takes.
  static let builtinCost = Interval.microseconds(10)

  /// Ends the shell, after the trap for that.
  mutating func leave(_ code: Int) -> StepResult {
    frames.removeAll()
    guard let action = exitTrap else { return .ended(code & 255) }
    exitTrap = nil
    push(.leave(code))
    if let command = try? ShellParser.parse(action) { push(.run(command)) }
    return .goesOn(ShellMachine.builtinCost)
  }

  private mutating func run(
    _ command: ShellCommand,
    _ frame: Frame,
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) -> StepResult {
    switch command {
    case .simple(let simple): return runSimple(simple, frame, &process, &world, at: now)
    case .pipeline(let commands): runPipeline(commands, &process, &world, at: now)
    case .not(let inner):
      push(.negate)
      push(.run(inner))
    case .and(let left, let right):
      push(.after(right, isAnd: true))
      push(.run(left))
    case .or(let left, let right):
      push(.after(right, isAnd: false))
      push(.run(left))
    case .list(let items): push(.items(items, next: 0))
    case .subshell(let inner):
      let pid = world.fork(subshell(inner), process, streams: process.streams, at: now)
      push(.children([pid]))
    case .choice(let branches, let otherwise):
      push(.choose(branches, place: 0, otherwise: otherwise))
      push(.run(branches[0].condition))
    case .loop(let condition, let body, let endsOnSuccess):
      push(.test(condition: condition, body: body, endsOnSuccess: endsOnSuccess))
      push(.run(condition))
    case .each(let name, let words, let body):
      let values = expand(frame, &process, &world, at: now) { expander throws(ShellExpander.Pause) in
        try words.map { words throws(ShellExpander.Pause) in try expander.fields(words) }
      }
      guard case .done(let values) = values else { return values.result }
      scope.status = 0
      push(.each(name: name, values: values ?? scope.positional, next: 0, body: body))
    case .matching(let subject, let arms):
      let body = expand(frame, &process, &world, at: now) { expander throws(ShellExpander.Pause) in
        try ShellMachine.match(subject, arms, &expander)
      }
      guard case .done(let body) = body else { return body.result }
      scope.status = 0
      if let body { push(.run(body)) }
    case .function(let name, let body):
      functions[name] = body
      scope.status = 0
    case .redirected(let inner, let redirections):
      return runRedirected(inner, redirections, frame, &process, &world, at: now)
    }
    return .goesOn(.microseconds(1))
  }

  /// The body of the first arm that a word matches.
  private static func match(
    _ subject: ShellWord,
    _ arms: [ShellCommand.MatchingArm],
    _ expander: inout ShellExpander
  ) throws(ShellExpander.Pause) -> ShellCommand? {
    let text = try expander.text(subject)
    for arm in arms {
      for pattern in arm.patterns where try expander.pattern(pattern).matches(text) { return arm.body }
    }
    return nil
  }

  private mutating func choose(
    _ branches: [(condition: ShellCommand, body: ShellCommand)],
    _ place: Int,
    _ otherwise: ShellCommand?
  ) {
    if scope.status == 0 {
      push(.run(branches[place].body))
    } else if place + 1 < branches.count {
      push(.choose(branches, place: place + 1, otherwise: otherwise))
      push(.run(branches[place + 1].condition))
    } else {
      scope.status = 0
      if let otherwise { push(.run(otherwise)) }
    }
  }

  private mutating func runItem(
    _ items: [ShellCommand.ListItem],
    _ next: Int,
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) {
    guard next < items.count else { return }
    if next + 1 < items.count { push(.items(items, next: next + 1)) }
    guard items[next].isBackground else {
      push(.run(items[next].command))
      return
    }
    var streams = process.streams
    streams[0] = .null
    let pid = world.fork(subshell(items[next].command), process, streams: streams, at: now)
    scope.lastBackground = pid
    scope.status = 0
    jobs.append(pid)
  }

  private mutating func runPipeline(
    _ commands: [ShellCommand],
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant
  ) {
    var pids: [Int] = []
    var input = process.streams[0]
    for (index, command) in commands.enumerated() {
      var streams = process.streams
      streams[0] = input
      if index + 1 < commands.count {
        let pipe = world.addPipe()
        streams[1] = .writes(pipe: pipe)
        input = .reads(pipe: pipe)
      }
      pids.append(world.fork(subshell(command), process, streams: streams, at: now))
    }
    push(.children(pids))
  }

  /// What an expansion has come to.
  enum Expanded<Value> {
    case done(Value)
    /// A command substitution must run first, and the frame comes again; or the shell ends on an error.
    case paused(StepResult)

    /// What the step comes to where the expansion is not done.
    var result: StepResult {
      if case .paused(let result) = self { result } else { .goesOn(.zero) }
    }
  }

  /// Lets `body` expand words.
  mutating func expand<Value>(
    _ frame: Frame,
    _ process: inout Process,
    _ world: inout ContainerWorld,
    at now: Instant,
    _ body: (inout ShellExpander) throws(ShellExpander.Pause) -> Value
  ) -> Expanded<Value> {
    let view = world
    let files = PathNames(folder: process.folder, names: view.names(in:), exists: { view.node(at: $0) != nil })
    var expander = ShellExpander(scope, outputs: frame.outputs, files: files)
    do throws(ShellExpander.Pause) {
      let value = try body(&expander)
      scope.variables = expander.scope.variables
      scope.random = expander.scope.random
      return .done(value)
    } catch {
      switch error {
      case .needs(let command):
        frames.append(frame)
        let pipe = world.addPipe()
        var streams = process.streams
        streams[1] = .writes(pipe: pipe)
        let pid = world.fork(subshell(command), process, streams: streams, at: now)
        push(.collect(pipe: pipe, pid: pid, text: ""))
        return .paused(.goesOn(.microseconds(1)))
      case .failed(let text):
        complain(text, process, &world, at: now)
        return .paused(leave(style == .bash ? 1 : 2))
      }
    }
  }

  /// Writes an error in the shell's own words.
  func complain(_ text: String, _ process: Process, _ world: inout ContainerWorld, at now: Instant) {
    let prefix =
      switch style {
      case .busybox: "\(scope.name): "
      case .dash: "\(scope.name): 1: "
      case .bash: "\(scope.name): line 1: "
      }
    world.write(prefix + text + "\n", to: process.streams[2] ?? .null, at: now)
  }
}
