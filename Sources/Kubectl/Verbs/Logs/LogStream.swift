import APIServer
import Basics
import Cluster
import Objects

/// The log of one container of one Pod.
struct LogStream {
  var pod: Pod
  var container: String

  var prefix: String { "[pod/\(pod.metadata.name)/\(container)] " }

  /// The container that a line names, with -c or as its second word; empty where it names none.
  static func askedContainer(_ call: Invocation) -> String {
    call.words.count == 2 ? call.words[1].text : call[LogsVerb.container]
  }

  /// The logs that a line asks for: of all containers, of the one it names, or of the first.
  ///
  /// Mirrors `polymorphichelpers.logsForObjectWithClient`.
  static func streams(
    of pods: [Pod],
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> [LogStream] {
    var streams: [LogStream] = []
    for pod in pods {
      if call[LogsVerb.allContainers] {
        let containers = pod.spec.initContainers + pod.spec.containers
        streams += containers.map { LogStream(pod: pod, container: $0.name) }
      } else {
        streams.append(LogStream(pod: pod, container: try container(of: pod, call, &context)))
      }
    }
    return streams
  }

  private static func container(
    of pod: Pod,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> String {
    let names = pod.spec.containers.map(\.name)
    let all = names + pod.spec.initContainers.map(\.name)
    var asked = askedContainer(call)
    if asked.isEmpty, let wished = pod.metadata.annotations[PodContainers.defaultAnnotation], !wished.isEmpty {
      if all.contains(wished) {
        asked = wished
      } else {
        context.output.warn("Default container name \(wished.goQuoted) not found in pod \(pod.metadata.name)")
      }
    }
    guard !asked.isEmpty else {
      let first = names.first ?? ""
      if all.count > 1, !call[LogsVerb.allPods] {
        context.output.warn("Defaulted container \(first.goQuoted) out of: \(PodContainers.listing(pod))")
      }
      return first
    }
    guard all.contains(asked) else {
      throw .plain(
        "container \(asked) is not valid for pod \(pod.metadata.name) out of: \(PodContainers.listing(pod))"
      )
    }
    return asked
  }

  /// The container instance whose log the API server hands on.
  ///
  /// Mirrors `kubelet.validateContainerLogStatus`, whose refusals the API server passes on.
  func containerID(_ status: PodStatus, previous: Bool) throws(KubectlError) -> String {
    let subject = "container \(container.goQuoted) in pod \(pod.metadata.name.goQuoted)"
    let statuses = status.containerStatuses + status.initContainerStatuses
    guard let status = statuses.first(where: { $0.name == container }) else {
      throw .server(.badRequest("\(subject) is not available"))
    }
    let last = status.lastState?.termination?.containerID ?? ""
    if previous {
      guard !last.isEmpty else { throw .server(.badRequest("previous terminated \(subject) not found")) }
      return last
    }
    switch status.state {
    case .running: return status.containerID
    case .terminated(let end) where !end.containerID.isEmpty: return end.containerID
    case .terminated where last.isEmpty: throw .server(.badRequest("\(subject) is terminated"))
    case .terminated: return last
    case .waiting, nil: break
    }
    if !last.isEmpty { return last }
    guard case .waiting(let reason, _)? = status.state else {
      throw .server(.badRequest("\(subject) is waiting to start - no logs yet"))
    }
    let why =
      switch reason {
      case "ErrImagePull": "image can't be pulled"
      case "ImagePullBackOff": "trying and failing to pull image"
      default: reason
      }
    throw .server(.badRequest("\(subject) is waiting to start: \(why)"))
  }
}

/// The containers of a Pod as kubectl names them.
enum PodContainers {
  static let defaultAnnotation = "kubectl.kubernetes.io/default-container"

  /// `main, side, setup (init)`
  ///
  /// Mirrors `podcmd.AllContainerNames`.
  static func listing(_ pod: Pod) -> String {
    (pod.spec.containers.map(\.name) + pod.spec.initContainers.map { "\($0.name) (init)" }).joined(separator: ", ")
  }
}

extension ContainerState {
  fileprivate var termination: Termination? { if case .terminated(let end) = self { end } else { nil } }
}
