package import Basics
import Objects

/// What the process of a container does, as data: how long it runs, how it ends, how it takes SIGTERM, what it logs.
package struct Workload: Hashable, Sendable {
  /// How long it runs by itself; nil for "until it is stopped".
  package var runsFor: Interval?
  /// The exit code when it ends by itself.
  package var exitCode = 0
  /// How long it takes to end after SIGTERM; nil for a process that ignores the signal.
  package var stopsAfter: Interval? = .milliseconds(270)
  /// The exit code when it obeys SIGTERM.
  package var stoppedExitCode = 0
  /// How long after its start the container counts as started, beyond the runtime's own time.
  package var startsAfter = Interval.zero
  /// Whether it is ready without a readiness probe.
  package var isReady = true
  /// The TCP ports that it listens on.
  package var ports: [Int] = []
  /// How it answers HTTP.
  package var web = WebServer()
  /// What it writes, in order.
  package var output: [Output] = []

  /// How a process answers HTTP requests.
  package struct WebServer: Hashable, Sendable {
    /// The paths that it has; nil for any.
    package var paths: [String]?
    /// After so many requests every answer is 500; nil for never.
    package var failsAfter: Int?
  }

  /// The status of its answer to the request for `path` that follows on `request` others.
  func status(path: String, request: Int) -> Int {
    if let limit = web.failsAfter, request >= limit { return 500 }
    return web.paths?.contains(path) ?? true ? 200 : 404
  }

  /// One line that a process writes, so long after its start.
  package struct Output: Hashable, Sendable {
    package enum Line: Hashable, Sendable {
      case text(String)
      /// The time at that moment, as `date` prints it.
      case date
    }

    package var after: Interval
    package var line: Line

    package init(_ line: Line, after: Interval = .zero) {
      self.after = after
      self.line = line
    }

    /// The line of a process that started then.
    func logged(from start: Instant) -> LogLine {
      let time = start + after
      switch line {
      case .text(let text): return LogLine(time: time, text: text)
      case .date: return LogLine(time: time, text: CivilTime(time).dateText)
      }
    }
  }

  package init() {}
}

extension CivilTime {
  /// `Thu Jan  1 09:00:00 UTC 2026`, as busybox' `date` prints it.
  fileprivate var dateText: String {
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let day = day < 10 ? " \(day)" : "\(day)"
    let clock = [hour, minute, second].map { padded($0, 2) }.joined(separator: ":")
    return "\(weekdays[weekday]) \(CivilTime.monthNames[month - 1]) \(day) \(clock) UTC \(year)"
  }
}
