import Foundation
import Glibc

/// A terminal without a screen: starts a program on it, types, and sees what the program draws.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let controller: Int32
  let process: pid_t
  private var status: Int32?
  /// All bytes that the program has written.
  private(set) var output: [UInt8] = []
  /// Where the search of the next `wait` begins.
  private var mark = 0

  /// Starts `program` with the terminal as its standard streams and as the one whose Ctrl-C it gets.
  init(_ program: String, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    guard controller >= 0, ioctl(controller, LinuxRequest.unlock, &isLocked) == 0,
      ioctl(controller, LinuxRequest.number, &number) == 0
    else { throw Failure(description: "no pseudo-terminal: errno \(errno)") }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
    process = try PseudoTerminal.spawn(program, arguments, environment, terminal: "/dev/pts/\(number)")
  }

  deinit {
    kill()
    close(controller)
  }

  /// Ends the program as by `kill -9`.
  func kill() {
    guard status == nil else { return }
    Glibc.kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    self.status = status
  }

  /// Numbers of Linux that Swift's Glibc module does not have.
  private enum LinuxRequest {
    /// `TIOCSPTLCK`
    static let unlock: UInt = 0x4004_5431
    /// `TIOCGPTN`
    static let number: UInt = 0x8004_5430
    /// `POSIX_SPAWN_SETSID`
    static let newSession: Int16 = 0x80
  }

  /// A session of its own opens the terminal first, which so becomes the one that controls it.
  private static func spawn(
    _ program: String,
    _ arguments: [String],
    _ environment: [String: String],
    terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads that run tests block signals, which the new process must not inherit.
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, LinuxRequest.newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    var variables = ProcessInfo.processInfo.environment
    variables.merge(["TERM": "xterm", "LC_ALL": "C.UTF-8", "PAGER": "cat"]) { $1 }
    variables.merge(environment) { $1 }
    variables = variables.filter { $0.value != PseudoTerminal.unset }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var process = pid_t()
    let error = posix_spawn(&process, program, &actions, &attributes, &words, &settings)
    guard error == 0 else { throw Failure(description: "cannot start \(program): errno \(error)") }
    return process
  }

  /// The value of a variable that the program does not get.
  static let unset = "\u{1}unset"

  /// Makes the terminal another size.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// Whether keys reach the program one by one, as while it edits a line.
  var isEditing: Bool {
    var settings = termios()
    return tcgetattr(controller, &settings) == 0 && settings.c_lflag & tcflag_t(ICANON) == 0
  }

  /// Types `text`; control characters are keys.
  func type(_ text: String) {
    var bytes = Array(text.utf8)
    while !bytes.isEmpty {
      let count = write(controller, bytes, bytes.count)
      guard count > 0 else { return }
      bytes.removeFirst(count)
    }
  }

  /// Waits until the program has drawn `text` behind what the last `wait` found.
  func wait(for text: String, seconds: Int = 30) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let found = output[mark...].firstRange(of: Array(text.utf8))
      if let found {
        mark = found.upperBound
        return
      }
      guard ContinuousClock.now < deadline, read() else {
        throw Failure(description: "not drawn: \(text.debugDescription)\nbut: \(screen.debugDescription)")
      }
    }
  }

  /// Waits for a prompt with `text` in it, and until single keys reach the program: a key that is pressed before that
  /// is the terminal's own.
  func waitForPrompt(_ text: String) throws {
    try wait(for: text)
    let deadline = ContinuousClock.now + .seconds(30)
    while !isEditing {
      guard ContinuousClock.now < deadline else { throw Failure(description: "no editing: \(screen.debugDescription)") }
      usleep(1000)
    }
  }

  /// Waits until the program has ended; gives its exit code, or nil where a signal ended it.
  func waitForExit(seconds: Int = 30) throws -> Int32? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline, read() {}
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else { throw Failure(description: "still runs: \(screen.debugDescription)") }
      usleep(10_000)
    }
    self.status = status
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// What was drawn, as text.
  var screen: String { String(decoding: output, as: UTF8.self) }

  /// Takes in what the program has drawn by now, waiting a little for it; false at the end.
  private func read() -> Bool {
    var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 100) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(controller, &bytes, bytes.count)
    guard count > 0 else { return false }
    output += bytes[..<count]
    return true
  }
}
