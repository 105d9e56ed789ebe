import Basics

/// A process whose course is data: a server, or something that ends by itself after a while.
struct NativeProgram: Sendable {
  var workload: Workload
  let startedAt: Instant
  /// When it obeys the SIGTERM that it has had.
  private(set) var stopsAt: Instant?
  private var linesWritten = 0

  init(_ workload: Workload, at start: Instant) {
    self.workload = workload
    startedAt = start
  }

  /// Whether it accepts connections on `port` now.
  func listens(on port: Int, at now: Instant) -> Bool {
    workload.ports.contains(port) && now >= startedAt + workload.web.listensAfter
  }

  /// When it ends by itself, or because it was told to.
  private var end: Instant? {
    [workload.runsFor.map { startedAt + $0 }, stopsAt].compactMap { $0 }.min()
  }

  /// SIGTERM has come.
  mutating func stop(at now: Instant) {
    guard stopsAt == nil, let delay = workload.stopsAfter else { return }
    stopsAt = now + delay
  }

  /// Writes the lines that are due and says what comes next.
  mutating func step(at now: Instant, write: (String) -> Void) -> StepResult {
    while linesWritten < workload.output.count, startedAt + workload.output[linesWritten].after <= now {
      write(workload.output[linesWritten].text + "\n")
      linesWritten += 1
    }
    if let end, end <= now {
      return .ended(stopsAt.map { $0 <= now } == true ? workload.stoppedExitCode : workload.exitCode)
    }
    let line = linesWritten < workload.output.count ? startedAt + workload.output[linesWritten].after : nil
    guard let next = [line, end].compactMap({ $0 }).min() else { return .waits(.signal) }
    return .sleeps(until: next)
  }
}
