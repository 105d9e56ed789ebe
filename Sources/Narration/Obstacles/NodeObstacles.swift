import APIServer
import Basics
import Cluster
import Machinery
import Objects

extension ObstacleFinder {
  /// Why a condition of a node is not True.
  func obstacle(to type: ConditionType, of node: Node) -> Obstacle {
    let name = node.metadata.name
    let id = ObjectID(.node, name: name)
    let kubelet = Component.kubelet(name)
    guard type == .ready else {
      guard node.conditions.contains(where: { $0.type == type }) else { return unknown(type, of: id) }
      return Obstacle(.noPressure(type.name), owner: .component(kubelet), awaits: .pressureNotSimulated)
    }
    if cluster.isSilent(name) {
      let look = upcoming.first { $0.isLook(at: name) }
      return Obstacle(
        .nodeIsSilent(name, since: spoken(cluster.lastHeartbeat(of: name))),
        owner: .person,
        awaits: .heal(name),
        details: look.map { [.nextLook(spoken($0.time))] } ?? []
      )
    }
    return Obstacle(
      .nodeReportsSoon(name),
      owner: .component(kubelet),
      awaits: .heartbeat,
      next: upcoming.first { $0.isRequest(about: id) }
    )
  }
}
