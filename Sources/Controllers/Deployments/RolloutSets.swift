import Machinery
import Objects

/// A Deployment's ReplicaSets: the one of its present template, and all others.
struct RolloutSets {
  var new: ReplicaSet?
  /// In the order of their names.
  var old: [ReplicaSet]

  var all: [ReplicaSet] { old + (new.map { [$0] } ?? []) }

  /// Of several that have the present template the oldest is the new one.
  ///
  /// Mirrors `deploymentutil.FindNewReplicaSet` and `FindOldReplicaSets`.
  init(_ deployment: Deployment, _ sets: [ReplicaSet]) {
    let new = sets.filter { $0.spec.template.equalsIgnoringHash(deployment.spec.template) }
      .min { $0.isOlder(than: $1) }
    self.new = new
    old = sets.filter { $0.metadata.uid != new?.metadata.uid }
  }
}

extension Deployment {
  /// What tells Pods of the present template from others.
  fileprivate var templateHash: String { spec.template.shortHash(collisions: status.collisionCount) }

  var nameOfNewReplicaSet: String { "\(metadata.name)-\(templateHash)" }
}

extension ReplicaSet {
  /// The ReplicaSet for the Deployment's present template. Mirrors the second half of `getNewReplicaSet`.
  init(newFor deployment: Deployment, replicas: Int, revision: Int) {
    let template = deployment.spec.template
    let hash = deployment.templateHash
    var metadata = ObjectMeta(
      name: deployment.nameOfNewReplicaSet,
      namespace: deployment.metadata.namespace,
      labels: template.metadata.labels
    )
    metadata.labels[Deployment.templateHashLabel] = hash
    metadata.ownerReferences = [OwnerReference(controller: .deployment, deployment.metadata)]
    var spec = ReplicaSetSpec(fields: [:])
    spec.replicas = replicas
    spec.minReadySeconds = deployment.spec.minReadySeconds
    spec.selector = deployment.spec.selector
    spec.selector.matchLabels[Deployment.templateHashLabel] = hash
    spec.template = template
    spec.template.metadata.labels[Deployment.templateHashLabel] = hash
    self.init(metadata: metadata, spec: spec)
    self = following(deployment, revision: revision).withReplicaAnnotations(of: deployment)
  }

  /// This ReplicaSet with what it takes over from its Deployment, and with its place in the history.
  ///
  /// Mirrors `deploymentutil.SetNewReplicaSetAnnotations`.
  func following(_ deployment: Deployment, revision new: Int) -> ReplicaSet {
    var set = self
    for entry in deployment.metadata.annotations where !Deployment.ownAnnotations.contains(entry.key) {
      set.metadata.annotations[entry.key] = entry.value
    }
    if revision < new {
      if let last = metadata.annotations[Deployment.revisionAnnotation] { set.remember(last) }
      set.metadata.annotations[Deployment.revisionAnnotation] = String(new)
    }
    set.spec.minReadySeconds = deployment.spec.minReadySeconds
    return set
  }

  /// Notes that the ReplicaSet was revision `number` before.
  private mutating func remember(_ number: String) {
    var history = (metadata.annotations[Deployment.revisionHistoryAnnotation] ?? "")
      .split(separator: ",").map(String.init)
    history.append(number)
    while history.joined(separator: ",").utf8.count > ReplicaSet.maxHistoryLength { history.removeFirst() }
    metadata.annotations[Deployment.revisionHistoryAnnotation] = history.joined(separator: ",")
  }

  /// This ReplicaSet asking for another number of Pods. Mirrors `scaleReplicaSet`.
  func scaled(to replicas: Int, by deployment: Deployment) -> ReplicaSet {
    var set = self
    set.spec.replicas = replicas
    return set.withReplicaAnnotations(of: deployment)
  }

  /// Mirrors `deploymentutil.SetReplicasAnnotations`.
  private func withReplicaAnnotations(of deployment: Deployment) -> ReplicaSet {
    var set = self
    let replicas = deployment.spec.replicas
    set.metadata.annotations[Deployment.desiredReplicasAnnotation] = String(replicas)
    set.metadata.annotations[Deployment.maxReplicasAnnotation] = String(replicas + deployment.spec.maxSurge)
    return set
  }

  /// In characters. Mirrors `maxRevHistoryLengthInChars`.
  private static let maxHistoryLength = 2000
}
