import Glibc

/// Ctrl-C. It never ends the process: it drops the line being typed, or asks whatever runs to stop.
package enum Interrupts {
  /// Takes over SIGINT for the rest of the process.
  package static func catchFromNowOn() { Signals.catchFromNowOn(SIGINT) }

  /// Whether Ctrl-C was pressed since the last `clear`. Long-running work looks here between its steps.
  package static var pending: Bool { Signals.has(SIGINT) }

  /// Takes note of the Ctrl-C that was pressed.
  package static func clear() { Signals.take(SIGINT) }

  /// Waits until `deadline`; false where Ctrl-C was pressed instead.
  package static func sleep(until deadline: ContinuousClock.Instant) -> Bool { Signals.sleep(until: deadline) }
}
