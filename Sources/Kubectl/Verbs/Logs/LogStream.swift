import APIServer
import Basics
import Cluster
import Objects

/// The log of one container of one Pod.
struct LogStream {
  var pod: Pod
  var container: String
  var previous: Bool

  var prefix: String { "[pod/\(pod.metadata.name)/\(container)] " }

  /// The logs that a line asks for: of all containers, of the one it names, or of the first.
  ///
  /// Mirrors `polymorphichelpers.logsForObjectWithClient`.
  static func streams(
    of pods: [Pod],
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> [LogStream] {
    let previous = call[LogsVerb.previous]
    var streams: [LogStream] = []
    for pod in pods {
      let names = containerNames(of: pod)
      if call[LogsVerb.allContainers] {
        streams += (names.initial + names.main).map { LogStream(pod: pod, container: $0, previous: previous) }
        continue
      }
      let asked = call.words.count == 2 ? call.words[1].text : call[LogsVerb.container]
      let container = asked.isEmpty ? defaultContainer(of: pod, names.main) : asked
      guard (names.initial + names.main).contains(container) else {
        throw .plain(
          "container \(container) is not valid for pod \(pod.metadata.name) out of: \(listing(names))"
        )
      }
      if asked.isEmpty, names.main.count + names.initial.count > 1,
        pod.metadata.annotations[defaultAnnotation] == nil
      {
        context.output.warn("Defaulted container \(container.goQuoted) out of: \(listing(names))")
      }
      streams.append(LogStream(pod: pod, container: container, previous: previous))
    }
    return streams
  }

  private static let defaultAnnotation = "kubectl.kubernetes.io/default-container"

  private static func defaultContainer(of pod: Pod, _ names: [String]) -> String {
    pod.metadata.annotations[defaultAnnotation] ?? names.first ?? ""
  }

  private static func containerNames(of pod: Pod) -> (main: [String], initial: [String]) {
    (pod.spec.containers.map(\.name), pod.spec.initContainers.map(\.name))
  }

  private static func listing(_ names: (main: [String], initial: [String])) -> String {
    (names.main + names.initial.map { "\($0) (init)" }).joined(separator: ", ")
  }
}

extension KubectlContext {
  /// What the container has written and a request asks for; nothing for a Pod that has no node.
  ///
  /// Mirrors `kubelet.validateContainerLogStatus`, whose refusals the API server passes on.
  func log(of stream: LogStream, _ request: LogRequest) throws(KubectlError) -> String {
    let pod = store[ObjectID(.pod, stream.pod.metadata.key)]?.as(Pod.self) ?? stream.pod
    guard !pod.spec.nodeName.isEmpty else { return "" }
    let id = try containerID(stream, pod.status)
    guard let lines = timeline.cluster.log(of: pod.metadata.key, on: pod.spec.nodeName, containerID: id) else {
      // The runtime says so in the place of the log.
      return "unable to retrieve container logs for \(id)"
    }
    return request.text(lines, prefix: stream.prefix)
  }

  private func containerID(_ stream: LogStream, _ status: PodStatus) throws(KubectlError) -> String {
    let subject = "container \(stream.container.goQuoted) in pod \(stream.pod.metadata.name.goQuoted)"
    let statuses = status.containerStatuses + status.initContainerStatuses
    guard let container = statuses.first(where: { $0.name == stream.container }) else {
      throw .server(.badRequest("\(subject) is not available"))
    }
    let last = container.lastState?.termination?.containerID ?? ""
    if stream.previous {
      guard !last.isEmpty else {
        throw .server(.badRequest("previous terminated \(subject) not found"))
      }
      return last
    }
    switch container.state {
    case .running: return container.containerID
    case .terminated(let end) where !end.containerID.isEmpty: return end.containerID
    case .terminated where last.isEmpty: throw .server(.badRequest("\(subject) is terminated"))
    case .terminated: return last
    case .waiting(let reason, _):
      if !last.isEmpty { return last }
      let why =
        switch reason {
        case "ErrImagePull": "image can't be pulled"
        case "ImagePullBackOff": "trying and failing to pull image"
        default: reason
        }
      throw .server(.badRequest("\(subject) is waiting to start: \(why)"))
    case nil: throw .server(.badRequest("\(subject) is waiting to start - no logs yet"))
    }
  }

  /// Lets time pass until every container that is followed has ended, or the user interrupts.
  mutating func followUntilTheEnd(of streams: [LogStream]) {
    guard mayWait else { return }
    let isRunning = { (store: Store) in
      streams.contains { stream in
        let status = store[ObjectID(.pod, stream.pod.metadata.key)]?.as(Pod.self)?.status
        let containers = (status?.containerStatuses ?? []) + (status?.initContainerStatuses ?? [])
        if case .running = containers.first(where: { $0.name == stream.container })?.state { return true }
        return false
      }
    }
    if let end = interruptAt {
      if !timeline.run(until: end, { !isRunning($0.store) }) { output.exit = 1 }
      return
    }
    while isRunning(store), goesOn(), !timeline.cluster.isSettled || timeline.isInThePast, timeline.move() {}
  }
}

extension ContainerState {
  fileprivate var termination: Termination? { if case .terminated(let end) = self { end } else { nil } }
}
