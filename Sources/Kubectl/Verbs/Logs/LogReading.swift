import APIServer
import Basics
import Cluster
import Objects

/// A log that has been opened: of one container instance, and as far as it has been read.
private struct OpenLog {
  var stream: LogStream
  var node: String
  var id: String
  /// What was there when it was opened and is wanted.
  var first: [ContainerLogLine]
  /// Until then it was read.
  var readUntil: Instant
  /// What was written while it was followed.
  var later: [ContainerLogLine] = []
  /// How many lines of all that have been printed.
  var shown = 0
  var isRunning: Bool
  /// What the runtime says in the place of the log; nil for nothing.
  var complaint: String?
}

extension KubectlContext {
  /// Whether the container that a stream is of runs, as its node knows.
  func runs(_ stream: LogStream) -> Bool {
    guard let pod = store[ObjectID(.pod, stream.pod.metadata.key)]?.as(Pod.self),
      let id = try? stream.containerID(pod.status, previous: false)
    else { return false }
    return timeline.cluster.isRunning(containerID: id, of: pod.metadata.uid, on: pod.spec.nodeName)
  }

  /// Prints what containers have written, one after the other.
  mutating func show(_ streams: [LogStream], _ request: LogRequest, ignoresErrors: Bool) throws(KubectlError) {
    for stream in streams {
      do throws(KubectlError) {
        guard let log = try open(stream, request) else { continue }
        output.write(log.complaint ?? "")
        output.write(request.printed(log.first, prefix: stream.prefix).map(\.text).joined())
      } catch {
        guard ignoresErrors else { throw error }
        output.print("error: \(error.message)")
      }
    }
  }

  /// Prints what containers have written and go on to write, until every one has ended, the user interrupts or `limit`
  /// is over; nil for until nothing more is to come soon. Who watches beside the clock on the wall interrupts.
  mutating func follow(
    _ streams: [LogStream],
    _ request: LogRequest,
    ignoresErrors: Bool,
    limit: Interval?
  ) throws(KubectlError) {
    let end = limit.map { now + $0 }
    var logs: [OpenLog] = []
    for stream in streams {
      do throws(KubectlError) {
        if let log = try open(stream, request) { logs.append(log) }
      } catch {
        guard ignoresErrors else { throw error }
        output.print("error: \(error.message)")
      }
    }
    for index in logs.indices {
      output.write(logs[index].complaint ?? "")
      output.write(news(of: &logs[index], request).map(\.text).joined())
    }
    guard logs.contains(where: \.isRunning), mayPass() else { return }
    let isWatched = beginWatch()
    while logs.contains(where: \.isRunning) {
      let goesOn = isWatched ? tick() : waitForAnEnd(of: logs.filter(\.isRunning), until: end)
      for index in logs.indices { read(&logs[index]) }
      if isWatched { printNews(of: &logs, request) }
      guard goesOn else { break }
    }
    printNews(of: &logs, request)
    if isInterrupted { output.exit = 1 }
  }

  /// Prints what followed logs have got, in the order of time; lines of one moment in that of the containers.
  private mutating func printNews(of logs: inout [OpenLog], _ request: LogRequest) {
    var lines: [(time: Instant, text: String)] = []
    for index in logs.indices { lines += news(of: &logs[index], request) }
    let order = lines.indices.sorted { (lines[$0].time, $0) < (lines[$1].time, $1) }
    output.write(order.map { lines[$0].text }.joined())
  }

  /// What is to be printed of a log and was not yet.
  private func news(of log: inout OpenLog, _ request: LogRequest) -> ArraySlice<(time: Instant, text: String)> {
    let printed = request.printed(log.first + log.later, prefix: log.stream.prefix)
    defer { log.shown = printed.count }
    return printed.dropFirst(log.shown)
  }

  /// Finds the container instance and reads what there is; nil for a Pod that has no node, whose log is empty.
  private mutating func open(_ stream: LogStream, _ request: LogRequest) throws(KubectlError) -> OpenLog? {
    let pod = store[ObjectID(.pod, stream.pod.metadata.key)]?.as(Pod.self) ?? stream.pod
    if let refusal = request.refusal(pod: pod.metadata.name) { throw refusal }
    let node = pod.spec.nodeName
    guard !node.isEmpty else { return nil }
    guard store[ObjectID(.node, name: node)] != nil else { throw .server(.notFound(.node, name: node)) }
    if let address = timeline.cluster.unreachableAddress(of: node) {
      _ = wait(.seconds(10)) { _ in false }
      let path = "\(pod.metadata.namespace)/\(pod.metadata.name)/\(stream.container)\(request.query)"
      throw .verbatim(
        "Error from server: Get \"https://\(address):10250/containerLogs/\(path)\": net/http: TLS handshake timeout\n"
      )
    }
    let id = try stream.containerID(pod.status, previous: request.previous)
    var log = OpenLog(stream: stream, node: node, id: id, first: [], readUntil: now, isRunning: false)
    guard let (lines, isRunning) = timeline.cluster.log(of: pod.metadata.uid, on: node, containerID: id) else {
      log.complaint = "unable to retrieve container logs for \(id)"
      return log
    }
    log.first = request.wanted(lines, at: now)
    log.isRunning = isRunning
    return log
  }

  /// Takes in what a followed log has got since it was last read.
  private func read(_ log: inout OpenLog) {
    guard log.isRunning else { return }
    let found = timeline.cluster.log(of: log.stream.pod.metadata.uid, on: log.node, containerID: log.id)
    log.later += (found?.lines ?? []).filter { $0.time > log.readUntil }
    log.isRunning = found?.isRunning ?? false
    log.readUntil = now
  }

  /// Lets time pass until a container ends; whether one has before the user interrupts or it is no longer waited for.
  private mutating func waitForAnEnd(of logs: [OpenLog], until limit: Instant?) -> Bool {
    pass(until: limit) { timeline, _ in
      logs.contains { !timeline.cluster.isRunning(containerID: $0.id, of: $0.stream.pod.metadata.uid, on: $0.node) }
    }
  }
}

extension KubectlError {
  /// The error without kubectl's own words before it, as Go prints one.
  fileprivate var message: String {
    if case .server(let error, _) = self { return error.message }
    return line.hasSuffix("\n") ? String(line.dropLast()) : line
  }
}
