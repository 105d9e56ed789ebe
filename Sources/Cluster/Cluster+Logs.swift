package import Basics
import Kubelet
package import Objects

/// One line of a container's log.
package struct ContainerLogLine: Hashable, Sendable {
  package let time: Instant
  package let text: String
}

extension Cluster {
  /// What the container with this id has written so far, as its node's runtime keeps it; nil where it keeps nothing
  /// of it.
  package func log(of pod: ObjectKey, on node: String, containerID: String) -> [ContainerLogLine]? {
    let containers = kubelets[node]?.workers(of: pod).flatMap(\.containers) ?? []
    let lives = containers.flatMap(\.lives)
    return lives.first { $0.id == containerID }.map { life in
      life.world.log.lines.filter { $0.time <= now }.map { ContainerLogLine(time: $0.time, text: $0.text) }
    }
  }
}
