import Basics
import Machinery
import Objects

/// How questions are put to containers, and answered by what their processes do at that moment.
///
/// Mirrors `pkg/probe/http`, `pkg/probe/tcp`, `pkg/probe/exec` and `prober.runProbe`.
extension Kubelet {
  private static let agent = "kube-probe/1.36"

  /// Puts one probe to a container; nil for a kind that is not simulated.
  func ask(_ probe: Probe, of index: Int, _ turn: inout PodTurn) -> ProbeAnswer? {
    switch probe.handler {
    case .http(let get): return ask(get, of: index, timeout: probe.timeout, &turn)
    case .tcp(let port, let host): return connect(to: port, host, of: index, timeout: probe.timeout, &turn)
    case .exec(let command):
      let variables = turn.worker.containers[index].spec.plainEnvironment
      let expanded = command.map { ContainerPlan.expand($0, with: variables) }
      return execute(expanded, in: index, timeout: probe.timeout, &turn)
    case .grpc: return nil
    }
  }

  // MARK: HTTP

  private func ask(_ get: HTTPGet, of index: Int, timeout: Interval, _ turn: inout PodTurn) -> ProbeAnswer {
    let question = WebQuestion(get, of: index, in: turn.worker.value)
    guard question.port != nil else {
      return ProbeAnswer(request: question.text, result: .errored, text: Kubelet.badPort(question.portText))
    }
    let reply = ask(question, agent: Kubelet.agent, limit: timeout, &turn)
    var answer = ProbeAnswer(request: reply.request, result: .failed, text: reply.text, took: reply.took)
    switch reply.status {
    case nil: break
    case (200..<300)?:
      answer.result = .passed
      answer.text = reply.status.map { String($0) } ?? ""
    case (300..<400)?:
      answer.result = .warned
      answer.text = "Probe terminated redirects, Response body: \(reply.text)"
    case let status?: answer.text = "HTTP probe failed with statuscode: \(status)"
    }
    return answer
  }

  private static func badPort(_ text: String) -> String {
    "strconv.Atoi: parsing \(text.goQuoted): invalid syntax"
  }

  /// Makes a GET request and follows redirects on the same host.
  func ask(_ first: WebQuestion, agent: String, limit: Interval, _ turn: inout PodTurn) -> WebReply {
    var question = first
    var reply = WebReply(request: first.text, text: "")
    var last = ""
    for _ in 0..<10 {
      let part = get(question, agent: question.header("User-Agent") ?? agent, limit - reply.took, &turn)
      reply.took = reply.took + part.took
      reply.status = part.status
      reply.text = part.text
      guard let location = part.location, let next = question.following(location) else { return reply }
      last = location
      question = next
      reply.request += " → \(question.url)"
    }
    reply.status = nil
    reply.text = "Get \(last.goQuoted): stopped after 10 redirects"
    return reply
  }

  private struct Part {
    var status: Int?
    var location: String?
    var text: String
    var took = Interval.zero
  }

  private func get(_ question: WebQuestion, agent: String, _ limit: Interval, _ turn: inout PodTurn) -> Part {
    let problem = "Get \(question.url.goQuoted): "
    let late = Part(
      text: problem + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)",
      took: limit
    )
    guard let port = question.port else { return Part(text: problem + Kubelet.badPort(question.portText)) }
    switch place(of: question.host, port, near: question.container, &turn) {
    case .unknownName: return Part(text: problem + lookupFailed(question.host))
    case .elsewhere: return late
    case .refused: return Part(text: problem + "dial tcp \(question.target): connect: connection refused")
    case .container(let index):
      if turn.worker.containers[index].current?.breakage == .timeout { return late }
      if question.scheme == "https" {
        return Part(text: problem + "http: server gave HTTP response to HTTPS client")
      }
      let now = turn.now
      let path = question.path
      let answer = turn.worker.value.inWorld(of: index) { world in
        world.get(path, port: port, agent: agent, at: now)
      }
      settle(index, &turn)
      guard let answer = answer.flatMap({ $0 }) else {
        return Part(text: problem + "dial tcp \(question.target): connect: connection refused")
      }
      if answer.took > limit { return late }
      if case .status(let status)? = turn.worker.containers[index].current?.breakage {
        return Part(status: status, text: "", took: answer.took)
      }
      return Part(status: answer.status, location: answer.location, text: answer.body, took: answer.took)
    }
  }

  private enum Place {
    case container(Int)
    case refused
    /// An address that is not this Pod's: nothing answers there.
    case elsewhere
    case unknownName
  }

  /// Where a connection ends: in the container of the Pod that listens on the port, for they share one address.
  private func place(of host: String, _ port: Int, near asked: Int, _ turn: inout PodTurn) -> Place {
    let isLoopback = host == "localhost" || host.hasPrefix("127.")
    let isOwn = host == turn.worker.ip || (isLoopback && turn.pod.spec.hostNetwork == true)
    guard isOwn else {
      if isLoopback || host == hostIP { return .refused }
      let isAddress = host.contains(":") || host.split(separator: ".").allSatisfy { Int($0) != nil }
      return isAddress ? .elsewhere : .unknownName
    }
    let now = turn.now
    // The container that is asked about is the likeliest one.
    let others = turn.worker.containers.indices.filter { $0 != asked }
    for index in [asked] + others where turn.worker.containers[index].isRunning {
      turn.worker.value.inWorld(of: index) { $0.run(at: now) }
      settle(index, &turn)
      let container = turn.worker.containers[index]
      guard container.isRunning, container.current?.world.accepts(port: port, at: now) ?? false else { continue }
      return container.current?.breakage == .refuse ? .refused : .container(index)
    }
    return .refused
  }

  /// What Go says of a name that the node's resolver does not know; a node asks the gateway of its network.
  private func lookupFailed(_ name: String) -> String {
    let network = hostIP.split(separator: ".").dropLast().joined(separator: ".")
    return "dial tcp: lookup \(name) on \(network).1:53: no such host"
  }

  // MARK: TCP

  private func connect(
    to port: Value,
    _ host: String,
    of index: Int,
    timeout: Interval,
    _ turn: inout PodTurn
  ) -> ProbeAnswer {
    let host = host.isEmpty ? turn.worker.ip : host
    guard let number = turn.worker.containers[index].spec.number(of: port) else {
      let text = port.string ?? ""
      return ProbeAnswer(request: "connect \(host):\(text)", result: .errored, text: Kubelet.badPort(text))
    }
    let target = "\(host):\(number)"
    var answer = ProbeAnswer(request: "connect \(target)", result: .failed, text: "")
    switch place(of: host, number, near: index, &turn) {
    case .container:
      answer.result = .passed
      answer.text = "connected"
    case .refused: answer.text = "dial tcp \(target): connect: connection refused"
    case .unknownName: answer.text = lookupFailed(host)
    case .elsewhere:
      answer.text = "dial tcp \(target): i/o timeout"
      answer.took = timeout
    }
    return answer
  }

  // MARK: Commands

  private func execute(_ command: [String], in index: Int, timeout: Interval, _ turn: inout PodTurn) -> ProbeAnswer {
    let list = command.joined(separator: " ")
    var answer = ProbeAnswer(request: "exec [\(list)]", result: .failed, text: "")
    let now = turn.now
    guard let run = turn.worker.value.inWorld(of: index, { $0.command(command, at: now, limit: timeout) }) else {
      answer.result = .errored
      return answer
    }
    settle(index, &turn)
    answer.took = run.took
    switch run.ending {
    case .exited(0):
      answer.result = .passed
      answer.text = "exit code 0"
    case .exited: answer.text = run.both
    case .timedOut, .runsOn:
      answer.text = "command timed out: \(list.goQuoted) timed out after \(timeout.wholeSeconds)s"
    case .failed(let error):
      answer.result = .errored
      answer.text = Kubelet.execError(error, id: turn.worker.containers[index].current?.id ?? "")
    }
    return answer
  }

  /// What the runtime says when a command cannot be begun in a container.
  private static func execError(_ error: ContainerStartError, id: String) -> String {
    let failure = "rpc error: code = Unknown desc = failed to exec in container: "
    switch error {
    case .notSimulated: return error.message
    case .ended: return failure + error.message
    case .notFound, .noSuchFile, .notExecutable:
      return failure + "failed to start exec \(Digest.text(of: "exec \(id)").goQuoted): OCI runtime exec failed: exec "
        + "failed: unable to start container process: \(error.message): unknown"
    }
  }
}

extension Container {
  /// The variables of `env` that have a value of their own: what a probe's command may refer to.
  ///
  /// Mirrors `kubecontainer.ExpandContainerCommandOnlyStatic`.
  fileprivate var plainEnvironment: [(name: String, value: String)] {
    (other["env"]?.array ?? []).compactMap { entry in
      guard let name = entry["name"]?.string, entry["valueFrom"] == nil else { return nil }
      return (name, entry["value"]?.string ?? "")
    }
  }
}
