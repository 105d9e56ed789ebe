/// The kinds of API objects that the simulator knows, in the order in which `kubectl api-resources` lists them.
package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
  case componentStatus, configMap, endpoints, event, namespace, node, pod, replicationController, resourceQuota, secret
  case serviceAccount, service
  case controllerRevision, daemonSet, deployment, replicaSet, statefulSet
  case cronJob, job
  case lease
  case endpointSlice
  /// Event of events.k8s.io, which tells the same as Event of the core group.
  case newEvent
  case podDisruptionBudget
  case priorityClass

  /// What `kubectl api-resources` says of a kind.
  package struct Names: Sendable {
    package let kind: String
    package let plural: String
    package let singular: String
    package let shortNames: [String]
    package let group: String
    package let version: String
    package let namespaced: Bool
    package let inAll: Bool

    fileprivate init(
      _ kind: String,
      _ plural: String,
      _ shortNames: [String] = [],
      group: String = "",
      version: String = "v1",
      namespaced: Bool = true,
      inAll: Bool = false
    ) {
      self.kind = kind
      self.plural = plural
      self.singular = kind.lowercased()
      self.shortNames = shortNames
      self.group = group
      self.version = version
      self.namespaced = namespaced
      self.inAll = inAll
    }
  }

  package var names: Names { Kind.table[Int(rawValue)] }

  /// The word in manifests: `ReplicaSet`.
  package var name: String { names.kind }
  /// The word in paths and errors: `replicasets`.
  package var plural: String { names.plural }
  package var group: String { names.group }
  package var version: String { names.version }
  package var isNamespaced: Bool { names.namespaced }
  /// Whether the API serves a scale subresource for objects of this kind.
  package var hasScale: Bool {
    switch self {
    case .deployment, .replicaSet, .replicationController, .statefulSet: true
    default: false
    }
  }
  /// Whether objects of this kind are not stored here but made from others each time they are read.
  package var isMadeWhenRead: Bool {
    switch self {
    case .componentStatus, .endpoints, .endpointSlice, .lease, .newEvent: true
    default: false
    }
  }
  /// `v1`, `apps/v1`.
  package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
  /// `pods`, `replicasets.apps`: the resource as errors name it.
  package var resource: String { group.isEmpty ? plural : "\(plural).\(group)" }
  /// `pod`, `replicaset.apps`: the prefix of kubectl's success lines.
  package var qualifiedSingular: String { group.isEmpty ? names.singular : "\(names.singular).\(group)" }

  package init?(apiVersion: String, kind: String) {
    guard let found = Kind.allCases.first(where: { $0.name == kind && $0.apiVersion == apiVersion }) else { return nil }
    self = found
  }

  private static let table: [Names] = [
    Names("ComponentStatus", "componentstatuses", ["cs"], namespaced: false),
    Names("ConfigMap", "configmaps", ["cm"]),
    Names("Endpoints", "endpoints", ["ep"]),
    Names("Event", "events", ["ev"]),
    Names("Namespace", "namespaces", ["ns"], namespaced: false),
    Names("Node", "nodes", ["no"], namespaced: false),
    Names("Pod", "pods", ["po"], inAll: true),
    Names("ReplicationController", "replicationcontrollers", ["rc"], inAll: true),
    Names("ResourceQuota", "resourcequotas", ["quota"]),
    Names("Secret", "secrets"),
    Names("ServiceAccount", "serviceaccounts", ["sa"]),
    Names("Service", "services", ["svc"], inAll: true),
    Names("ControllerRevision", "controllerrevisions", group: "apps"),
    Names("DaemonSet", "daemonsets", ["ds"], group: "apps", inAll: true),
    Names("Deployment", "deployments", ["deploy"], group: "apps", inAll: true),
    Names("ReplicaSet", "replicasets", ["rs"], group: "apps", inAll: true),
    Names("StatefulSet", "statefulsets", ["sts"], group: "apps", inAll: true),
    Names("CronJob", "cronjobs", ["cj"], group: "batch", inAll: true),
    Names("Job", "jobs", group: "batch", inAll: true),
    Names("Lease", "leases", group: "coordination.k8s.io"),
    Names("EndpointSlice", "endpointslices", group: "discovery.k8s.io"),
    Names("Event", "events", ["ev"], group: "events.k8s.io"),
    Names("PodDisruptionBudget", "poddisruptionbudgets", ["pdb"], group: "policy"),
    Names("PriorityClass", "priorityclasses", ["pc"], group: "scheduling.k8s.io", namespaced: false),
  ]
}

extension Kind: Comparable {
  package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
}
