import Basics
import Cluster
import Objects

/// Which part of a log is asked for, and how its lines are printed.
struct LogRequest {
  private let tail: Int?
  private let since: Instant?
  private let limitBytes: Int?
  private let timestamps: Bool
  private let prefixes: Bool

  /// Mirrors `LogsOptions.ToLogOptions` and its checks.
  init(_ call: Invocation, now: Instant) throws(KubectlError) {
    if call.given(LogsVerb.since) != nil, !call[LogsVerb.sinceTime].isEmpty {
      throw .plain("at most one of `sinceTime` or `sinceSeconds` may be specified")
    }
    if call[LogsVerb.limitBytes] < 0 { throw .plain("--limit-bytes must be greater than 0") }
    if call[LogsVerb.since] < .zero { throw .plain("--since must be greater than 0") }
    if call[LogsVerb.tail] < -1 { throw .plain("--tail must be greater than or equal to -1") }
    if call[LogsVerb.sinceTime].isEmpty {
      since = call[LogsVerb.since] == .zero ? nil : now - call[LogsVerb.since]
    } else {
      guard let time = Instant(rfc3339: call[LogsVerb.sinceTime]) else {
        let text = call[LogsVerb.sinceTime].goQuoted
        throw .plain("parsing time \(text) as \"2006-01-02T15:04:05Z07:00\": cannot parse \(text) as \"2006\"")
      }
      since = time
    }
    // A selector finds many containers, so of each a few lines are enough unless more are asked for.
    let fallback: Int64 = call[CommonFlags.selector].isEmpty ? -1 : 10
    let count = call.given(LogsVerb.tail) ?? fallback
    tail = count < 0 ? nil : Int(count)
    limitBytes = call.given(LogsVerb.limitBytes).flatMap { $0 > 0 ? Int($0) : nil }
    timestamps = call[LogsVerb.timestamps]
    prefixes = call[LogsVerb.prefix]
  }

  /// The wanted lines as they are printed.
  func text(_ lines: [ContainerLogLine], prefix: String) -> String {
    var wanted = lines.filter { line in since.map { line.time >= $0 } ?? true }
    if let tail { wanted = wanted.suffix(tail) }
    var text = ""
    for line in wanted {
      // The runtime counts nanoseconds, the simulator microseconds.
      let time = timestamps ? line.time.rfc3339Micro.dropLast() + "000Z " : ""
      text += (prefixes ? prefix : "") + time + line.text + "\n"
    }
    guard let limitBytes, text.utf8.count > limitBytes else { return text }
    return String(decoding: Array(text.utf8.prefix(limitBytes)), as: UTF8.self)
  }
}
