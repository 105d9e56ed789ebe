import Basics
import Cluster
import Objects

/// Which part of a log is asked for, and how its lines are printed.
struct LogRequest {
  let previous: Bool
  let follows: Bool
  private let tail: Int?
  private let since: Since?
  private let limitBytes: Int?
  private let timestamps: Bool
  private let prefixes: Bool

  private enum Since {
    case seconds(Int64)
    case time(Instant)
  }

  /// A log as it is, or what comes after its last so many lines.
  init(tail: Int? = nil) {
    self.tail = tail
    previous = false
    follows = tail != nil
    since = nil
    limitBytes = nil
    timestamps = false
    prefixes = false
  }

  /// Mirrors `LogsOptions.ToLogOptions`.
  init(_ call: Invocation) throws(KubectlError) {
    previous = call[LogsVerb.previous]
    follows = call[LogsVerb.follow]
    if !call[LogsVerb.sinceTime].isEmpty {
      guard let time = Instant(rfc3339: call[LogsVerb.sinceTime]) else {
        let text = call[LogsVerb.sinceTime].goQuoted
        throw .plain("parsing time \(text) as \"2006-01-02T15:04:05Z07:00\": cannot parse \(text) as \"2006\"")
      }
      // On its way to the API server it loses its fraction of a second.
      since = .time(time.wholeSecond)
    } else if call[LogsVerb.since] != .zero {
      since = .seconds((call[LogsVerb.since] + .milliseconds(500)).wholeSeconds)
    } else {
      since = nil
    }
    // A selector finds many containers, so of each a few lines are enough unless more are asked for.
    let fallback: Int64 = call[CommonFlags.selector].isEmpty ? -1 : 10
    let count = call.given(LogsVerb.tail) ?? fallback
    tail = count < 0 ? nil : Int(count)
    limitBytes = call[LogsVerb.limitBytes] == 0 ? nil : Int(call[LogsVerb.limitBytes])
    timestamps = call[LogsVerb.timestamps]
    prefixes = call[LogsVerb.prefix] || call[LogsVerb.allPods]
  }

  /// Refuses what makes no sense together.
  ///
  /// Mirrors `LogsOptions.Validate`, which runs once the object has been found.
  static func check(_ call: Invocation) throws(KubectlError) {
    if call.given(LogsVerb.since) ?? .zero != .zero, !call[LogsVerb.sinceTime].isEmpty {
      throw .plain("at most one of `sinceTime` or `sinceSeconds` may be specified")
    }
    let asked = LogStream.askedContainer(call)
    if call[LogsVerb.allContainers], !asked.isEmpty {
      throw .plain("--all-containers=true should not be specified with container name \(asked)")
    }
    if call.words.count == 2, call.given(LogsVerb.container) != nil {
      throw .plain("only one of -c or an inline [CONTAINER] arg is allowed")
    }
    if call[LogsVerb.limitBytes] < 0 { throw .plain("--limit-bytes must be greater than 0") }
    if call[LogsVerb.since] < .zero { throw .plain("--since must be greater than 0") }
    if call[LogsVerb.tail] < -1 { throw .plain("--tail must be greater than or equal to -1") }
  }

  /// What the API server has against the request, for a log of this Pod; nil where it takes it.
  ///
  /// Mirrors `validation.ValidatePodLogOptions`.
  func refusal(pod: String) -> KubectlError? {
    guard case .seconds(0) = since else { return nil }
    return .verbatim(
      "The PodLogOptions \(pod.goQuoted) is invalid: sinceSeconds: Invalid value: 0: must be greater than 0\n"
    )
  }

  /// The request's part of a kubelet's URL: `?follow=true&tailLines=5`; empty where nothing special is asked for.
  var query: String {
    var parts: [String] = []
    if follows { parts.append("follow=true") }
    if let limitBytes { parts.append("limitBytes=\(limitBytes)") }
    if previous { parts.append("previous=true") }
    if case .seconds(let seconds) = since { parts.append("sinceSeconds=\(seconds)") }
    if let tail { parts.append("tailLines=\(tail)") }
    if timestamps { parts.append("timestamps=true") }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  /// Of the lines that are there the wanted ones: first the last so many, of those the ones that are new enough.
  ///
  /// Mirrors `kuberuntime/logs.ReadLogs`.
  func wanted(_ lines: [ContainerLogLine], at now: Instant) -> [ContainerLogLine] {
    let last = tail.map { lines.suffix($0) } ?? lines[...]
    switch since {
    case .seconds(let seconds): return last.filter { $0.time >= now - .seconds(seconds) }
    case .time(let time): return last.filter { $0.time >= time }
    case nil: return Array(last)
    }
  }

  /// The lines of one container as they are printed, up to the limit of bytes, which does not count prefixes.
  func printed(_ lines: [ContainerLogLine], prefix: String) -> [(time: Instant, text: String)] {
    var left = limitBytes ?? .max
    var out: [(time: Instant, text: String)] = []
    for line in lines where left > 0 {
      // The runtime counts nanoseconds, the simulator microseconds.
      let time = timestamps ? line.time.rfc3339Micro.dropLast() + "000Z " : ""
      let bytes = Array((time + line.text + "\n").utf8.prefix(left))
      left -= bytes.count
      out.append((line.time, (prefixes ? prefix : "") + String(decoding: bytes, as: UTF8.self)))
    }
    return out
  }
}
