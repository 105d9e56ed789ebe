package import APIServer
package import Objects

/// The nodes and the Pods on them, in the words of kubectl's tables.
package struct ClusterMap: Hashable, Sendable {
  /// A node.
  package struct NodeBox: Hashable, Sendable {
    package var name: String
    /// `Ready`, `NotReady,SchedulingDisabled`.
    package var status: String

    package init(_ node: Node) {
      name = node.metadata.name
      status = node.statusText
    }
  }

  /// A Pod.
  package struct PodBox: Hashable, Sendable {
    package var key: ObjectKey
    /// Empty before it is scheduled.
    package var node: String
    /// `Running`, `CrashLoopBackOff` …
    package var status: String
    /// `1/2`: containers that are ready, of all.
    package var containersReady: String
    /// Whether condition Ready is True.
    package var isReady: Bool
    package var restarts: Int

    package init(_ pod: Pod) {
      let summary = PodSummary(pod)
      key = pod.metadata.key
      node = pod.spec.nodeName
      status = summary.status
      containersReady = summary.ready
      isReady = pod.isReady
      restarts = summary.restartCount
    }

    /// Whether all of its containers are ready.
    package var hasReadyContainers: Bool {
      let counts = containersReady.split(separator: "/")
      return counts.count == 2 && counts[0] == counts[1]
    }

    /// The name; behind its namespace where that is not `default`.
    package var name: String { key.namespace == "default" ? key.name : key.description }
  }

  /// Where Pods are: a node that is there, one that is gone, or none.
  package struct Place: Hashable, Sendable {
    /// Empty for Pods that have no node yet.
    package var node: String
    /// Of the node; nil where there is no such node.
    package var status: String?
    package var pods: [PodBox]
  }

  /// In the order of their names.
  package private(set) var nodes: [NodeBox]
  /// In the order of their keys.
  package private(set) var pods: [PodBox]

  package init(_ store: Store) {
    nodes = store.list(.node).compactMap { $0.as(Node.self).map(NodeBox.init) }
    pods = store.list(.pod).compactMap { $0.as(Pod.self).map(PodBox.init) }
  }

  /// The nodes, those that are gone and still have Pods, and last the Pods without a node.
  package var places: [Place] {
    var places = nodes.map { Place(node: $0.name, status: $0.status, pods: []) }
    var withoutNode = Place(node: "", status: nil, pods: [])
    for pod in pods {
      if pod.node.isEmpty {
        withoutNode.pods.append(pod)
      } else if let index = places.firstIndex(where: { $0.node == pod.node }) {
        places[index].pods.append(pod)
      } else {
        places.append(Place(node: pod.node, status: nil, pods: [pod]))
      }
    }
    if !withoutNode.pods.isEmpty { places.append(withoutNode) }
    return places
  }
}
