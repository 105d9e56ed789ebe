package import APIServer
package import Objects

/// What an object owns, down to the containers of Pods.
package struct OwnershipTree: Sendable {
  /// An object or a container, and what belongs to it.
  package struct Branch: Sendable {
    /// `rs/web`, `container main`.
    package var title: Localized
    package var facts: [Fact]
    package var branches: [Branch]
  }

  package private(set) var root: Branch
  /// What controls the object, the next owner first.
  package private(set) var owners: [ObjectID]

  /// The tree below `object` by the owner references in `store`.
  package init(_ object: Object, in store: Store) {
    var seen: Set<ObjectID> = []
    root = OwnershipTree.branch(object, under: nil, in: store, &seen)
    owners = OwnershipTree.owners(of: object, in: store)
  }

  private static func owners(of object: Object, in store: Store) -> [ObjectID] {
    var owners: [ObjectID] = []
    var next = object
    while let owner = next.metadata.controllerRef,
      let kind = Kind(apiVersion: owner.apiVersion, kind: owner.kind),
      let found = store[ObjectID(kind, namespace: kind.isNamespaced ? next.metadata.namespace : "", name: owner.name)],
      found.metadata.uid == owner.uid, found.id != object.id, !owners.contains(found.id)
    {
      owners.append(found.id)
      next = found
    }
    return owners
  }

  /// `seen` keeps an object out that owns itself in a circle.
  private static func branch(
    _ object: Object,
    under owner: UID?,
    in store: Store,
    _ seen: inout Set<ObjectID>
  ) -> Branch {
    seen.insert(object.id)
    var branch = Branch(title: Localized(same: object.id.text), facts: object.pictureFacts, branches: [])
    if let owner, object.metadata.controllerRef?.uid != owner { branch.facts.append(Fact(.reference, .onlyOwner)) }
    if let pod = object.as(Pod.self) { branch.branches = pod.containerBranches }
    for id in store.dependents(of: object.metadata.uid) where !seen.contains(id) {
      guard let dependent = store[id] else { continue }
      branch.branches.append(OwnershipTree.branch(dependent, under: object.metadata.uid, in: store, &seen))
    }
    return branch
  }
}

extension Object {
  /// How far the object is, in a few words.
  fileprivate var pictureFacts: [Fact] {
    if let pod = self.as(Pod.self) {
      let box = ClusterMap.PodBox(pod)
      let node = box.node.isEmpty ? Localized.noNodeYet : Localized(same: box.node)
      return box.facts + [Fact(.node, node, speaksForItself: box.node.isEmpty)]
    }
    var facts = workloadFacts
    if metadata.isBeingDeleted { facts.append(Fact(.status, .beingDeleted, speaksForItself: true)) }
    return facts
  }

  private var workloadFacts: [Fact] {
    let spec = body["spec"]
    let status = body["status"]
    func count(_ value: Value?) -> Int64 { value?.int ?? 0 }
    switch kind {
    case .deployment, .replicaSet, .replicationController, .statefulSet:
      return [Fact(.ready, "\(count(status?["readyReplicas"]))/\(count(spec?["replicas"]))")]
    case .daemonSet:
      return [Fact(.ready, "\(count(status?["numberReady"]))/\(count(status?["desiredNumberScheduled"]))")]
    case .job:
      let wanted = spec?["completions"]?.int.map { "/\($0)" } ?? ""
      return [Fact(.completions, "\(count(status?["succeeded"]))\(wanted)")] + suspension(spec)
    case .cronJob: return [Fact(.schedule, spec?["schedule"]?.string ?? "")] + suspension(spec)
    default: return []
    }
  }

  private func suspension(_ spec: Value?) -> [Fact] {
    spec?["suspend"]?.bool == true ? [Fact(.status, .suspended, speaksForItself: true)] : []
  }
}

extension Pod {
  fileprivate var containerBranches: [OwnershipTree.Branch] {
    let initContainers = spec.initContainers.map { container in
      let status = status.initContainerStatuses.first { $0.name == container.name }
      return OwnershipTree.Branch(title: .initContainer(container.name), facts: facts(of: status), branches: [])
    }
    let containers = spec.containers.map { container in
      let status = status.containerStatuses.first { $0.name == container.name }
      return OwnershipTree.Branch(title: .container(container.name), facts: facts(of: status), branches: [])
    }
    return initContainers + containers
  }

  /// Of a container as the kubelet has reported it; none before it has.
  private func facts(of container: ContainerStatus?) -> [Fact] {
    guard let container, let state = container.state else { return [] }
    var facts: [Fact]
    switch state {
    case .running: facts = [Fact(.state, "running", speaksForItself: true)]
    case .waiting(let reason, _):
      facts = [Fact(.state, reason.isEmpty ? "waiting" : "waiting (\(reason))", speaksForItself: true)]
    case .terminated(let end):
      let reason = end.reason.isEmpty ? "" : " (\(end.reason))"
      facts = [
        Fact(.state, "terminated\(reason)", speaksForItself: true), Fact(.exitCode, "\(end.exitCode)"),
      ]
    }
    facts.append(Fact(.ready, .yesOrNo(container.ready)))
    if container.restartCount > 0 { facts.append(Fact(.restartCount, "\(container.restartCount)")) }
    return facts
  }
}
