import Foundation

/// A program of the machine that runs on the terminal of this one.
///
/// Not by `Process`, which would take the terminal away from the program: it starts it in a group of its own.
struct ChildProgram {
  private let process: pid_t

  /// Starts the program that `words` name, with `input` as its standard input where there is one; nil where there is
  /// no such program.
  init?(_ words: [String], input: Int32? = nil) {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for word in arguments { free(word) } }
    arguments.append(nil)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process = pid_t()
    guard let program = arguments[0], posix_spawnp(&process, program, &actions, &attributes, arguments, environ) == 0
    else { return nil }
    self.process = process
  }

  /// Waits until it has ended; its exit code, or nil where that cannot be known.
  func wait() -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    // The exit code's byte; a program that a signal has ended has failed too.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
