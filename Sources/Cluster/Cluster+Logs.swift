package import Basics
import Kubelet
package import Objects

/// One line of a container's log.
package struct ContainerLogLine: Hashable, Sendable {
  package let time: Instant
  package let text: String
}

extension Cluster {
  /// What the container with this id has written so far, as its node's runtime keeps it, and whether more may come; nil
  /// where it keeps nothing of it.
  package func log(
    of pod: UID,
    on node: String,
    containerID: String
  ) -> (lines: [ContainerLogLine], isRunning: Bool)? {
    let lives = kubelets[node]?.workers[pod]?.containers.flatMap(\.lives) ?? []
    guard let life = lives.first(where: { $0.id == containerID }) else { return nil }
    let lines = life.world.log.lines.filter { $0.time <= now }
    return (lines.map { ContainerLogLine(time: $0.time, text: $0.text) }, life.isRunning)
  }

  /// Whether the container with this id runs.
  package func isRunning(containerID: String, of pod: UID, on node: String) -> Bool {
    let containers = kubelets[node]?.workers[pod]?.containers ?? []
    return containers.contains { $0.current?.id == containerID && $0.current?.isRunning == true }
  }

  /// The address of a node whose kubelet does not answer; nil for one that does, or is not there.
  package func unreachableAddress(of node: String) -> String? {
    parked[node] == nil ? nil : kubelets[node]?.hostIP
  }
}
