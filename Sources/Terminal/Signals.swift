import CEditline
import Glibc
import Synchronization

/// What ends a wait for a key.
enum Arrival {
  case key
  /// Ctrl-C; it stays noted until `Interrupts.clear`.
  case interrupt
  /// The terminal has another size.
  case resize
  /// Ctrl-Z: the process is to be stopped.
  case suspend
  /// The process runs again, and another one has used the terminal in between.
  case resume
  /// The process is to end, by that signal.
  case end(Int32)
}

/// Signals of which the process takes note, in the place of what they would do to it.
enum Signals {
  /// A bit for each signal that has come and has not been taken.
  private static let arrived = Atomic<UInt64>(0)
  /// The thread that waits for a key; 0 for none.
  private static let reader = Atomic<UInt>(0)

  /// The signals beside Ctrl-C that mean the terminal: they would leave it as the line editor has set it.
  private static let terminal = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGQUIT]

  /// Takes note of `signal` for the rest of the process.
  static func catchFromNowOn(_ signal: Int32) {
    take(signal)  // so that what the handler uses exists before it can run
    reader.store(0, ordering: .relaxed)
    note(signal)
  }

  /// Whether `signal` has come since it was last taken.
  static func has(_ signal: Int32) -> Bool { arrived.load(ordering: .relaxed) & bit(signal) != 0 }

  /// Forgets `signal`; whether it had come.
  @discardableResult
  static func take(_ signal: Int32) -> Bool {
    arrived.bitwiseAnd(~bit(signal), ordering: .relaxed).oldValue & bit(signal) != 0
  }

  /// Runs `read`, in which signals get through in waits only: none can get lost between a look at what has come and
  /// the wait for a key.
  static func held<Result>(while read: () -> Result) -> Result {
    var mask = set(of: terminal + [SIGINT])
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &mask, &before)
    let actions = terminal.map { ($0, note($0)) }
    reader.store(pthread_self(), ordering: .relaxed)
    defer {
      reader.store(0, ordering: .relaxed)
      for (signal, action) in actions { restore(action, of: signal) }
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return read()
  }

  /// Waits until `file` can be read or a signal has come. To be called in `held`.
  static func wait(for file: Int32) -> Arrival {
    var blocked = unblocking(terminal + [SIGINT])
    while true {
      if has(SIGINT) { return .interrupt }
      if let signal = [SIGTERM, SIGHUP, SIGQUIT].first(where: { take($0) }) { return .end(signal) }
      if take(SIGTSTP) { return .suspend }
      if take(SIGCONT) { return .resume }
      if take(SIGWINCH) { return .resize }
      // Where something else is wrong with the file, reading it tells.
      if wait_for_input(file, &blocked) >= 0 || errno != EINTR { return .key }
    }
  }

  /// Waits until `deadline`, or Ctrl-C; whether it was waited for to the end.
  static func sleep(until deadline: ContinuousClock.Instant) -> Bool {
    var mask = set(of: [SIGINT])
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &mask, &before)
    reader.store(pthread_self(), ordering: .relaxed)
    defer {
      reader.store(0, ordering: .relaxed)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    var blocked = unblocking([SIGINT])
    while !has(SIGINT) {
      let (seconds, attoseconds) = (deadline - .now).components
      guard seconds >= 0, attoseconds >= 0, (seconds, attoseconds) != (0, 0) else { return true }
      wait_for_signal(timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000)), &blocked)
    }
    return false
  }

  /// Lets `signal` do to the process what it does to any. Returns where it only stopped it, or could not.
  static func act(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = SIG_DFL
    var noted = sigaction()
    sigaction(signal, &action, &noted)
    var mask = set(of: [signal])
    var before = sigset_t()
    pthread_sigmask(SIG_UNBLOCK, &mask, &before)
    raise(signal)
    restore(noted, of: signal)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// Stops the process, as Ctrl-Z does to any; returns once it goes on, of which no note is taken then.
  static func stop() {
    act(SIGTSTP)
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    var noted = sigaction()
    // To ignore a signal forgets one that is waiting.
    sigaction(SIGCONT, &ignored, &noted)
    restore(noted, of: SIGCONT)
  }

  // MARK: The system's types

  private static func bit(_ signal: Int32) -> UInt64 { 1 << UInt64(signal) }

  private static func set(of signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  /// What is blocked now but for `signals`.
  private static func unblocking(_ signals: [Int32]) -> sigset_t {
    var blocked = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &blocked)
    for signal in signals { sigdelset(&blocked, signal) }
    return blocked
  }

  /// Takes note of `signal` from now on; what was done about it before.
  @discardableResult
  private static func note(_ signal: Int32) -> sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { Signals.arrive($0) }
    sigemptyset(&action.sa_mask)
    action.sa_flags = 0
    var before = sigaction()
    sigaction(signal, &action, &before)
    return before
  }

  private static func restore(_ action: sigaction, of signal: Int32) {
    var action = action
    sigaction(signal, &action, nil)
  }

  /// The handler. The kernel gives a signal to any thread, but it is the one that waits whose wait must end.
  private static func arrive(_ signal: Int32) {
    arrived.bitwiseOr(bit(signal), ordering: .relaxed)
    let thread = reader.load(ordering: .relaxed)
    if thread != 0, thread != pthread_self() { pthread_kill(thread, signal) }
  }
}
