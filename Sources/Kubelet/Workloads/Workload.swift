import Basics

/// A program as data: how long it runs, how it ends, how it takes SIGTERM, what it writes, how it answers.
struct Workload: Hashable, Sendable {
  /// How long it runs by itself; nil for "until it is stopped".
  var runsFor: Interval?
  /// The exit code when it ends by itself.
  var exitCode = 0
  /// How long it takes to end after SIGTERM; nil for a process that ignores the signal.
  var stopsAfter: Interval? = .milliseconds(70)
  /// The exit code when it obeys SIGTERM.
  var stoppedExitCode = 0
  /// The TCP ports that it listens on.
  var ports: [Int] = []
  /// How it answers HTTP.
  var web = WebBehaviour()
  /// Bytes of memory that it takes on purpose.
  var memory: Int64 = 0
  /// How it takes them: so many bytes each time after a pause; nil for as fast as it can.
  var memoryStep: MemoryStep?
  /// What it writes, in order.
  var output: [Output] = []

  struct MemoryStep: Hashable, Sendable {
    var bytes: Int64
    var pause: Interval
  }

  /// One line that a process writes, so long after its start.
  struct Output: Hashable, Sendable {
    var after = Interval.zero
    var text: String
  }
}

/// How a web server answers.
struct WebBehaviour: Hashable, Sendable {
  /// How long after its start it listens.
  var listensAfter = Interval.zero
  /// How long each answer takes.
  var delay = Interval.zero
  /// The paths that it has; nil for any.
  var paths: [String]?
  /// The folder that its answers come from; what is not in it is not found.
  var root: String?
  /// After so many requests every answer is 500; nil for never.
  var failsAfterRequests: Int?
  /// So long after its start every answer is 500; nil for never.
  var failsAfter: Interval?
  /// Whether `/status/NNN` answers with that status.
  var answersStatusPaths = false
  /// The body of a good answer.
  var body = ""
  /// Whether it writes a line for each request.
  var logsRequests = false
}
