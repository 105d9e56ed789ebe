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
    // Without SA_RESTART, so that the read for the line being typed ends.
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
  }

  /// Whether Ctrl-C was pressed since the last `clear`. Long-running work looks here between its steps.
  package static var pending: Bool { flag.load(ordering: .relaxed) }

  /// Takes note of the Ctrl-C that was pressed.
  package static func clear() { flag.store(false, ordering: .relaxed) }

  /// Runs `read`, in which a Ctrl-C makes system calls fail with `EINTR`.
  static func ending<Result>(_ read: () -> Result) -> Result {
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    var before = sigset_t()
    pthread_sigmask(SIG_UNBLOCK, &interrupt, &before)
    reader.store(pthread_self(), ordering: .relaxed)
    defer {
      reader.store(0, ordering: .relaxed)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return read()
  }

  /// The signal's handler. The kernel gives the signal to any thread, but only the one that reads can end its read.
  private static func note() {
    flag.store(true, ordering: .relaxed)
    let thread = reader.load(ordering: .relaxed)
    if thread != 0, thread != pthread_self() { pthread_kill(thread, SIGINT) }
  }
}
