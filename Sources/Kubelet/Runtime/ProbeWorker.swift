import Basics
import Machinery
import Objects

/// One probe of one container, with its counts.
///
/// Mirrors `pkg/kubelet/prober.worker`: its clock runs from the moment the Pod was taken up, over all lives of the
/// container.
struct ProbeWorker: Hashable, Sendable {
  let kind: ProbeKind
  let probe: Probe
  /// What counts now: a liveness probe begins as passed, the others as failed.
  private(set) var result: Bool
  /// After a failure that stops the container nothing is asked until its next life.
  private(set) var isOnHold = false
  private var last: Bool?
  private var run = 0

  init?(_ kind: ProbeKind, of container: Container) {
    guard let probe = container.probe(kind), probe.isSimulated else { return nil }
    self.kind = kind
    self.probe = probe
    result = kind == .liveness
  }

  /// The container has begun another life.
  mutating func restarted() {
    result = kind == .liveness
    isOnHold = false
  }

  /// Takes in one answer; how many such there have been in a row, how many it takes, and whether they are enough.
  mutating func answered(_ isSuccess: Bool) -> (count: Int, threshold: Int, counts: Bool) {
    run = last == isSuccess ? run + 1 : 1
    last = isSuccess
    let threshold = isSuccess ? probe.successThreshold : probe.failureThreshold
    let count = run
    guard count >= threshold else { return (count, threshold, false) }
    result = isSuccess
    if !isSuccess, kind != .readiness {
      isOnHold = true
      run = 0
    }
    return (count, threshold, true)
  }
}

extension Probe {
  /// Whether the simulator can put this question: not exec and gRPC.
  var isSimulated: Bool {
    switch handler {
    case .http, .tcp: true
    case .exec, .grpc: false
    }
  }

  /// What is asked of a container of `worker`'s Pod, and what its processes answer.
  ///
  /// Mirrors the kubelet's `probe/http` and `probe/tcp`: 200 to 399 is success.
  func ask(_ index: Int, of worker: inout PodWorker, at now: Instant) -> (
    request: String, isSuccess: Bool, answer: String
  )? {
    let spec = worker.containers[index].spec
    let ip = worker.ip
    switch handler {
    case .http(let path, let port, let host, let scheme):
      guard let number = spec.number(of: port) else { return nil }
      let target = "\(host.isEmpty ? ip : host):\(number)"
      let path = path.hasPrefix("/") ? path : "/" + path
      let url = "\(scheme.lowercased())://\(target)\(path)"
      let answer = worker.withWorld(index) { world in
        host.isEmpty || host == ip ? world.get(path, port: number, agent: "kube-probe/1.36", at: now) : nil
      }
      guard let status = answer?.status else {
        return ("GET \(url)", false, "Get \"\(url)\": dial tcp \(target): connect: connection refused")
      }
      let isSuccess = (200..<400).contains(status)
      return ("GET \(url)", isSuccess, isSuccess ? "\(status)" : "HTTP probe failed with statuscode: \(status)")
    case .tcp(let port, let host):
      guard let number = spec.number(of: port) else { return nil }
      let target = "\(host.isEmpty ? ip : host):\(number)"
      let isOpen = worker.withWorld(index) { world in
        (host.isEmpty || host == ip) && world.accepts(port: number, at: now)
      }
      return ("connect \(target)", isOpen, isOpen ? "connected" : "dial tcp \(target): connect: connection refused")
    case .exec, .grpc: return nil
    }
  }
}

extension Container {
  /// The number of a port that is given by number or by name; nil for a name that no port has.
  fileprivate func number(of port: Value) -> Int? {
    if let number = port.int { return Int(number) }
    return ports.first { $0.name == port.string }?.containerPort
  }
}
