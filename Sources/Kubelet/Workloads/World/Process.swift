import Basics

/// One process in a container's world.
struct Process: Sendable {
  let pid: Int
  /// 0 for process 1 and for what `kubectl exec`, a probe or a hook has begun.
  var parent: Int
  /// As `ps` shows them; the first is the name that it was called by.
  var arguments: [String]
  var program: Program
  var environment: Variables
  /// The working directory.
  var folder: String
  /// What the file descriptors are; those that are closed are not in it.
  var streams: [Int: Stream]
  var state = State.ready
  /// When it goes on; for one that is not waiting.
  var readyAt: Instant
  /// Signals that it has not seen yet.
  var signals: [Signal] = []
  /// When `timeout` or the one who asked for it has it killed.
  var deadline: Instant?
  /// Its exit code then.
  var deadlineCode = Signal.kill.exitCode
  /// Steps since it last paused; see `ContainerWorld.cost`.
  var steps = 0

  /// What a process runs.
  enum Program: Sendable {
    case native(NativeProgram)
    case shell(ShellMachine)
    case utility(Utility)
    /// It has ended, or is being stepped.
    case none
  }

  enum State: Hashable, Sendable {
    /// It goes on at `readyAt`.
    case ready
    case waiting(Wait)
    /// Its parent has not asked for its exit code yet.
    case ended(Int)
  }

  /// What a process waits for.
  enum Wait: Hashable, Sendable {
    case child(Int)
    case input(pipe: Int)
    case output(pipe: Int)
    case signal
  }

  /// The pipe that its standard input comes from; 0 for none.
  var inputPipe: Int { if case .reads(let pipe)? = streams[0] { pipe } else { 0 } }

  var isAlive: Bool { if case .ended = state { false } else { true } }
}

/// Where a file descriptor leads.
enum Stream: Hashable, Sendable {
  case null
  /// The container's log.
  case log
  /// The output of a command that was begun from outside, by its pid.
  case capture(Int, isError: Bool)
  /// Reads from a pipe; an opened file is a pipe that nobody writes to.
  case reads(pipe: Int)
  case writes(pipe: Int)
  /// Writes to the end of a file.
  case appends(path: String)
  /// An endless source of zero bytes.
  case zero
}

/// Text on its way from one process to another.
struct Pipe: Sendable {
  /// How much may wait in it; Linux has 64 KiB.
  static let capacity = 65_536

  var text = ""
}

/// What a process does in one step.
enum StepResult: Sendable {
  /// It goes on at once; what the step has cost.
  case goesOn(Interval)
  case sleeps(until: Instant)
  case waits(Process.Wait)
  case ended(Int)
}

/// Named values in the order in which they were first set: an environment, or a shell's variables.
struct Variables: Sendable {
  private struct Entry: Sendable {
    var value: String
    var place: Int
    var isExported: Bool
  }

  private var table: [String: Entry] = [:]
  private var placesGiven = 0

  init() {}

  init(_ pairs: [(name: String, value: String)]) {
    for pair in pairs { set(pair.name, pair.value, exported: true) }
  }

  subscript(name: String) -> String? { table[name]?.value }

  /// Sets a value; `exported` nil leaves that as it is.
  mutating func set(_ name: String, _ value: String, exported: Bool? = nil) {
    if var entry = table[name] {
      entry.value = value
      if let exported { entry.isExported = exported }
      table[name] = entry
    } else {
      table[name] = Entry(value: value, place: placesGiven, isExported: exported ?? false)
      placesGiven += 1
    }
  }

  mutating func remove(_ name: String) { table[name] = nil }

  /// All, or only what children inherit, in the order in which they were first set.
  func list(exportedOnly: Bool) -> [(name: String, value: String)] {
    table.filter { $0.value.isExported || !exportedOnly }
      .sorted { $0.value.place < $1.value.place }
      .map { ($0.key, $0.value.value) }
  }

  /// What children inherit.
  var exported: Variables { Variables(list(exportedOnly: true)) }
}
