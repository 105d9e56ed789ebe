import APIServer
import Cluster
import Machinery
import Objects

/// What must hold once everything has come to its end on healthy nodes.
struct EndState {
  private(set) var violations: [String] = []

  init(_ cluster: Cluster) {
    let store = cluster.store
    let pods = store.list(.pod).compactMap { $0.as(Pod.self) }
    func owned(by uid: UID) -> [Pod] { pods.filter { $0.isActive && $0.metadata.controllerRef?.uid == uid } }

    for kind in [Kind.replicaSet, .replicationController] {
      for object in store.list(kind) {
        let name = "\(kind.name) \(object.metadata.name)"
        guard let counts = ReplicaCounts(object) else { continue }
        expect(counts.current, counts.wanted, "\(name): status.replicas")
        expect(counts.ready, counts.wanted, "\(name): status.readyReplicas")
        expect(owned(by: object.metadata.uid).count, counts.wanted, "\(name): its Pods")
        expect(counts.observedGeneration, object.metadata.generation, "\(name): status.observedGeneration")
      }
    }
    for object in store.list(.deployment) {
      guard let deployment = object.as(Deployment.self) else { continue }
      let name = "Deployment \(object.metadata.name)"
      let wanted = deployment.spec.replicas
      expect(deployment.status.replicas, wanted, "\(name): status.replicas")
      expect(deployment.status.updatedReplicas, wanted, "\(name): updated")
      expect(deployment.status.availableReplicas, wanted, "\(name): available")
      expect(deployment.status.observedGeneration, object.metadata.generation, "\(name): observedGeneration")
    }
    for object in store.list(.daemonSet) {
      guard let set = object.as(DaemonSet.self) else { continue }
      let wantsSSD = !set.spec.template.spec.nodeSelector.isEmpty
      let nodes = store.list(.node).filter { !wantsSSD || $0.metadata.labels["disk"] == "ssd" }.count
      let name = "DaemonSet \(object.metadata.name)"
      expect(set.status.desiredNumberScheduled, nodes, "\(name): desired")
      expect(set.status.currentNumberScheduled, nodes, "\(name): current")
      expect(set.status.numberReady, nodes, "\(name): ready")
      expect(set.status.numberMisscheduled, 0, "\(name): misscheduled")
      expect(owned(by: object.metadata.uid).count, nodes, "\(name): its Pods")
    }
    for object in store.list(.job) {
      guard let job = object.as(Job.self) else { continue }
      let name = "Job \(object.metadata.name)"
      expect(job.status.active, 0, "\(name): active")
      if !job.isSuspended, job.finishedCondition == nil { violations.append("\(name) has not finished") }
      if job.status.condition(.complete) != nil {
        expect(job.status.succeeded, job.spec.completions ?? 1, "\(name): succeeded")
      }
    }
    for pod in pods {
      if pod.metadata.isBeingDeleted { violations.append("pod/\(pod.metadata.name) is Terminating for ever") }
      for reference in pod.metadata.ownerReferences {
        let kind = Kind(apiVersion: reference.apiVersion, kind: reference.kind)
        let owner = kind.flatMap { store[ObjectID($0, namespace: pod.metadata.namespace, name: reference.name)] }
        if owner?.metadata.uid != reference.uid {
          violations.append("pod/\(pod.metadata.name) is an orphan of \(reference.kind) \(reference.name)")
        }
      }
    }
  }

  private mutating func expect(_ found: Int, _ wanted: Int, _ what: String) {
    if found != wanted { violations.append("\(what) is \(found), not \(wanted)") }
  }
}

/// The numbers that a ReplicaSet and a ReplicationController have in common.
private struct ReplicaCounts {
  var wanted: Int
  var current: Int
  var ready: Int
  var observedGeneration: Int

  init?(_ object: Object) {
    let status: ReplicaSetStatus
    if let set = object.as(ReplicaSet.self) {
      wanted = set.spec.replicas
      status = set.status
    } else if let controller = object.as(ReplicationController.self) {
      wanted = controller.spec.replicas
      status = controller.status
    } else {
      return nil
    }
    current = status.replicas
    ready = status.readyReplicas
    observedGeneration = status.observedGeneration
  }
}
