import Basics
import Objects

extension ContainerWorld {
  /// How often `tail -f` looks.
  private static let pollInterval = Interval.seconds(1)

  /// Carries out a utility inside the shell that calls it; its exit code.
  mutating func runImmediate(
    _ words: [String],
    _ process: Process,
    environment: Variables,
    at now: Instant
  ) -> Int {
    var call = UtilityCall(words, process, environment, plan.image.tools, at: now)
    let outcome = Utilities.table[words[0]]?(&call, &self) ?? .ended(127)
    flush(call, process)
    if case .ended(let code) = outcome { return code }
    return 2
  }

  private mutating func flush(_ call: UtilityCall, _ process: Process) {
    for (text, isError) in call.written {
      write(text, to: process.streams[isError ? 2 : 1] ?? .null, at: call.now)
      if isError, text.contains(": not simulated: ") { refusals.append(text.trimmedLineEnd) }
    }
  }

  /// Does the next thing of a utility's process.
  mutating func step(_ utility: inout Utility, _ process: inout Process, at now: Instant) -> StepResult {
    for signal in process.signals where signal.endsByDefault {
      // Process 1 gets only the signals that it has asked for.
      if process.pid != 1 { return .ended(signal.exitCode) }
    }
    process.signals.removeAll()
    guard let outcome = utility.outcome else { return begin(&utility, &process, at: now) }
    switch outcome {
    case .ended(let code): return .ended(code)
    case .later(let time, let output, let code):
      guard now >= time else { return .sleeps(until: time) }
      write(output, to: process.streams[1] ?? .null, at: now)
      return .ended(code)
    case .forever: return .waits(.signal)
    case .repeats(let text):
      // Into a pipe it writes blocks, as the C library does.
      let isPipe = if case .writes? = process.streams[1] { true } else { false }
      let count = isPipe ? max(1, 4_096 / text.utf8.count) : 1
      write(String(repeating: text, count: count), to: process.streams[1] ?? .null, at: now)
      return .goesOn(.microseconds(10))
    case .follows(let path, let seen):
      let text = file(path) ?? ""
      write(String(text.dropFirst(seen)), to: process.streams[1] ?? .null, at: now)
      utility.outcome = .follows(path: path, seen: text.count)
      return .sleeps(until: now + ContainerWorld.pollInterval)
    case .devours(let time):
      guard now >= time else { return .sleeps(until: time) }
      return outOfMemory(at: now)
    case .gathers(let next):
      guard let text = gather(&utility.gathered, process) else { return .waits(.input(pipe: process.inputPipe)) }
      guard let words = next(text) else { return .ended(0) }
      return become(words, process.environment, deadline: nil, as: utility.words[0], &process, at: now)
    case .becomes: return .ended(127)
    case .filters(let filter): return self.filter(filter, &utility, process, at: now)
    }
  }

  private mutating func begin(_ utility: inout Utility, _ process: inout Process, at now: Instant) -> StepResult {
    var call = UtilityCall(utility.words, process, process.environment, plan.image.tools, at: now)
    let outcome = Utilities.table[call.name]?(&call, &self) ?? .ended(127)
    flush(call, process)
    guard case .becomes(let words, let environment, let deadline) = outcome else {
      utility.outcome = outcome
      return .goesOn(.zero)
    }
    return become(words, environment, deadline: deadline, as: call.name, &process, at: now)
  }

  private mutating func become(
    _ words: [String],
    _ environment: Variables,
    deadline: Instant?,
    as name: String,
    _ process: inout Process,
    at now: Instant
  ) -> StepResult {
    do throws(ContainerStartError) {
      process.program = try program(words, environment, at: now)
      process.arguments = words
      process.environment = environment
      if let deadline, process.deadline.map({ deadline < $0 }) ?? true {
        process.deadline = deadline
        process.deadlineCode = plan.image.tools == .gnu ? 124 : Signal.terminate.exitCode
      }
      return .goesOn(ContainerWorld.loading)
    } catch {
      write("\(Path.name(of: name)): \(error.message)\n", to: process.streams[2] ?? .null, at: now)
      return .ended(127)
    }
  }

  /// Takes in what there is of the standard input; the whole once it has ended, nil before.
  private mutating func gather(_ text: inout String, _ process: Process) -> String? {
    while case .reads(let pipe)? = process.streams[0] {
      switch read(pipe) {
      case .text(let more): text += more
      case .nothingYet: return nil
      case .end: return text
      }
    }
    return text
  }

  private mutating func filter(
    _ filter: TextFilter,
    _ utility: inout Utility,
    _ process: Process,
    at now: Instant
  ) -> StepResult {
    var filter = filter
    var reading = Reading.end
    var pipe = 0
    if case .reads(let input)? = process.streams[0] {
      pipe = input
      reading = read(input)
    }
    let output: String
    switch reading {
    case .nothingYet: return .waits(.input(pipe: pipe))
    case .text(let text): output = filter.take(text)
    case .end: output = filter.finish()
    }
    for path in filter.copies { append(output, to: path) }
    if let complaint = filter.complaint { complain(complaint, by: utility.words[0], process, at: now) }
    if !output.isEmpty { write(output, to: process.streams[1] ?? .null, at: now) }
    utility.outcome = filter.isDone ? .ended(filter.exitCode) : .filters(filter)
    return .goesOn(.microseconds(20))
  }

  private mutating func complain(_ text: String, by name: String, _ process: Process, at now: Instant) {
    let line = "\(Path.name(of: name)): \(text)"
    write(line + "\n", to: process.streams[2] ?? .null, at: now)
    if text.hasPrefix("not simulated: ") { refusals.append(line) }
  }

  /// Opens a file for reading; nil where there is none.
  mutating func openForReading(_ path: String, _ process: Process) -> Stream? {
    switch path {
    case "/dev/null": return .null
    case "/dev/zero": return .zero
    case "/dev/stdin": return process.streams[0]
    default: return file(path).map { .reads(pipe: addPipe($0)) }
    }
  }

  /// Opens a file for writing, which makes or empties it; nil where it cannot be.
  mutating func openForWriting(_ path: String, _ process: Process, appends: Bool) -> Stream? {
    switch path {
    case "/dev/null", "/dev/zero": return .null
    case "/dev/stdout", "/proc/self/fd/1": return process.streams[1]
    case "/dev/stderr", "/proc/self/fd/2": return process.streams[2]
    case "/proc/1/fd/1", "/proc/1/fd/2": return .log
    default:
      guard node(at: path) != .folder, node(at: Path.folder(of: path)) == .folder, !isReadOnly(path) else { return nil }
      if node(at: path) == nil {
        put(.file(""), at: path)
      } else if !appends {
        put(.file(""), at: path)
      }
      return .appends(path: path)
    }
  }

  /// Where a program lies; nil where there is none. Builtins of the shell are their own names.
  func pathOfProgram(_ name: String) -> String? {
    if name.contains("/") { return Path.name(of: name).isEmpty ? nil : name }
    if plan.image.natives[name] != nil { return "/usr/local/bin/\(name)" }
    guard Utilities.has(name, plan.image.tools) else { return nil }
    return plan.image.tools == .busybox ? "/bin/\(name)" : "/usr/bin/\(name)"
  }
}

extension String {
  /// Without the line end that closes it.
  fileprivate var trimmedLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
