import APIServer
import Basics
import Objects

/// Which Pods of a node a drain evicts, which it leaves, and which forbid it.
///
/// Mirrors the filters of `pkg/drain/filters.go`.
struct DrainFilter {
  var force: Bool
  var ignoresDaemonSets: Bool
  var deletesEmptyDirs: Bool
  /// Pods that were to be gone before this moment are not waited for; nil where all are.
  var skipsDeletedBefore: Instant?

  private enum Verdict {
    case evict
    case evictWith(warning: String)
    case leave
    case leaveWith(warning: String)
    case forbid(String)
  }

  /// The Pods to evict; warnings and errors with the Pods that they are about.
  func sort(_ pods: [Pod], _ store: Store) -> (evicted: [Pod], warnings: [String], errors: [String]) {
    var evicted: [Pod] = []
    var warnings = Messages()
    var errors = Messages()
    for pod in pods {
      switch verdict(pod, store) {
      case .evict: evicted.append(pod)
      case .leave: break
      case .evictWith(let warning):
        evicted.append(pod)
        warnings.add(warning, pod)
      case .leaveWith(let warning): warnings.add(warning, pod)
      case .forbid(let error): errors.add(error, pod)
      }
    }
    return (evicted, warnings.lines, errors.lines.map { "cannot delete \($0)" })
  }

  private func verdict(_ pod: Pod, _ store: Store) -> Verdict {
    if let limit = skipsDeletedBefore, let deletion = pod.metadata.deletionTimestamp, deletion < limit { return .leave }
    if pod.isTerminal { return .evict }
    let owner = pod.metadata.controllerRef
    if let owner, owner.kind == Kind.daemonSet.name {
      let id = ObjectID(.daemonSet, namespace: pod.metadata.namespace, name: owner.name)
      guard store[id] != nil else {
        let message = APIError.notFound(.daemonSet, name: owner.name).message
        return force ? .evictWith(warning: message) : .forbid(message)
      }
      return ignoresDaemonSets
        ? .leaveWith(warning: "ignoring DaemonSet-managed Pods")
        : .forbid("DaemonSet-managed Pods (use --ignore-daemonsets to ignore)")
    }
    let hasLocalStorage = pod.spec.volumes.contains { $0["emptyDir"] != nil }
    if hasLocalStorage, !deletesEmptyDirs {
      return .forbid("Pods with local storage (use --delete-emptydir-data to override)")
    }
    if owner == nil {
      return force
        ? .evictWith(warning: "deleting Pods that declare no controller")
        : .forbid("Pods that declare no controller (use --force to override)")
    }
    return hasLocalStorage ? .evictWith(warning: "deleting Pods with local storage") : .evict
  }

  /// Messages in the order in which they came up, each with its Pods.
  private struct Messages {
    private var groups: [(message: String, pods: [String])] = []

    mutating func add(_ message: String, _ pod: Pod) {
      let name = pod.metadata.key.description
      if let index = groups.firstIndex(where: { $0.message == message }) {
        groups[index].pods.append(name)
      } else {
        groups.append((message, [name]))
      }
    }

    var lines: [String] { groups.map { "\($0.message): \($0.pods.joined(separator: ", "))" } }
  }
}
