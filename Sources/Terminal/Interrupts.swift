import CEditline
import Glibc
import Synchronization

/// Ctrl-C. It never ends the process: it drops the line being typed, or asks whatever runs to stop.
package enum Interrupts {
  private static let flag = Atomic(false)
  /// The thread that waits for a line; 0 for none.
  private static let reader = Atomic<UInt>(0)

  /// Takes over SIGINT for the rest of the process.
  package static func catchFromNowOn() {
    clear()  // so that what the handler uses exists before it can run
    reader.store(0, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interrupts.note() }
    sigemptyset(&action.sa_mask)
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
  }

  /// Whether Ctrl-C was pressed since the last `clear`. Long-running work looks here between its steps.
  package static var pending: Bool { flag.load(ordering: .relaxed) }

  /// Takes note of the Ctrl-C that was pressed.
  package static func clear() { flag.store(false, ordering: .relaxed) }

  /// Runs `read`, in which only `waitForInput` lets a Ctrl-C through: none can get lost between a look at `pending`
  /// and the wait for a key.
  static func held<Result>(while read: () -> Result) -> Result {
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &interrupt, &before)
    reader.store(pthread_self(), ordering: .relaxed)
    defer {
      reader.store(0, ordering: .relaxed)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return read()
  }

  /// Waits until `file` can be read; false where Ctrl-C was pressed instead. To be called in `held`.
  static func waitForInput(_ file: Int32) -> Bool {
    var blocked = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &blocked)
    sigdelset(&blocked, SIGINT)
    while !pending, wait_for_input(file, &blocked) < 0, errno == EINTR {}
    return !pending
  }

  /// The signal's handler. The kernel gives the signal to any thread, but it is the one that waits for a key whose wait
  /// must end.
  private static func note() {
    flag.store(true, ordering: .relaxed)
    let thread = reader.load(ordering: .relaxed)
    if thread != 0, thread != pthread_self() { pthread_kill(thread, SIGINT) }
  }
}
