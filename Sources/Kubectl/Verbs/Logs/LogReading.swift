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
        output.stdout += log.complaint ?? ""
        output.stdout += request.printed(log.first, prefix: stream.prefix).map(\.text).joined()
      } catch {
        guard ignoresErrors else { throw error }
        output.print("error: \(error.message)")
      }
    }
  }

  /// Prints what containers have written and go on to write, until every one has ended, the user interrupts or `limit`
  /// is over; nil for until nothing more is to come soon.
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
    while mayWait, logs.contains(where: \.isRunning) {
      let isInterrupted = !waitForAnEnd(of: logs.filter(\.isRunning), until: end)
      for index in logs.indices { read(&logs[index]) }
      if isInterrupted { break }
    }
    var later: [(time: Instant, text: String)] = []
    for log in logs {
      output.stdout += log.complaint ?? ""
      let printed = request.printed(log.first + log.later, prefix: log.stream.prefix)
      output.stdout += printed.prefix(log.first.count).map(\.text).joined()
      later += printed.dropFirst(log.first.count)
    }
    // Lines of one moment stay in the order of the containers.
    let order = later.indices.sorted { (later[$0].time, $0) < (later[$1].time, $1) }
    output.stdout += order.map { later[$0].text }.joined()
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
    let hasEnded = pass(until: limit) { timeline, _ in
      logs.contains { !timeline.cluster.isRunning(containerID: $0.id, of: $0.stream.pod.metadata.uid, on: $0.node) }
    }
    if isInterrupted { output.exit = 1 }
    return hasEnded
  }
}

extension KubectlError {
  /// The error without kubectl's own words before it, as Go prints one.
  fileprivate var message: String {
    if case .server(let error, _) = self { return error.message }
    return line.hasSuffix("\n") ? String(line.dropLast()) : line
  }
}
