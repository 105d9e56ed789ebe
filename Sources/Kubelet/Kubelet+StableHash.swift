package import Basics
import Objects

extension Kubelet {
  /// Feeds the containers that this kubelet knows into a hash that is the same in every process.
  package func hash(into hasher: inout StableHasher) {
    for (uid, worker) in workers.sorted {
      hasher.combine(uid.text)
      for container in worker.value.containers {
        hasher.combine(container.name)
        hasher.combine(container.lives.count)
        guard let current = container.current else { continue }
        hasher.combine(current.id)
        hasher.combine(current.isRunning)
        hasher.combine(current.world.log.lines.count)
      }
    }
  }
}
