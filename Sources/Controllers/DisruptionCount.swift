import Basics
import Machinery
import Objects

/// The numbers of one PodDisruptionBudget: how many Pods there should be, how many of them healthy, and how many are.
struct DisruptionCount {
  private(set) var expected = 0
  private(set) var desiredHealthy = 0
  private(set) var currentHealthy = 0
  /// Pods whose eviction was granted and that were not seen to go yet.
  private(set) var disrupted: [String: Instant] = [:]
  /// Why the Pods that there should be cannot be counted.
  private(set) var failure: String?
  private var podCount = 0
  private var hasUnmanagedPods = false

  /// `objects` are the Pods that the budget selects and the controllers of its namespace.
  init(_ budget: PodDisruptionBudget, _ objects: [Object], at now: Instant) {
    let pods = objects.compactMap { $0.as(Pod.self) }
    podCount = pods.count
    for pod in pods where !pod.metadata.isBeingDeleted {
      guard let time = budget.status.disruptedPods[pod.metadata.name] else { continue }
      if DisruptionController.isUnderWay(since: time, at: now) { disrupted[pod.metadata.name] = time }
    }
    currentHealthy = pods.count { pod in
      !pod.metadata.isBeingDeleted && disrupted[pod.metadata.name] == nil && pod.isReady
    }
    count(budget.spec, pods, Scales(objects))
  }

  /// Mirrors `getExpectedPodCount`.
  private mutating func count(_ spec: PodDisruptionBudgetSpec, _ pods: [Pod], _ scales: Scales) {
    if let maxUnavailable = spec.maxUnavailable {
      expected = sum(of: pods, scales)
      desiredHealthy = max(0, expected - maxUnavailable.scaled(to: expected, roundingUp: true))
      return
    }
    switch spec.minAvailable {
    case .count(let number):
      expected = pods.count
      desiredHealthy = number
    case .percent:
      expected = sum(of: pods, scales)
      desiredHealthy = spec.minAvailable?.scaled(to: expected, roundingUp: true) ?? 0
    case nil: break
    }
  }

  /// The replicas of all controllers of `pods` together.
  ///
  /// Mirrors `getExpectedScale`.
  private mutating func sum(of pods: [Pod], _ scales: Scales) -> Int {
    var counted: [UID: Int] = [:]
    for pod in pods {
      guard let owner = pod.metadata.controllerRef else {
        hasUnmanagedPods = true
        continue
      }
      guard let kind = Kind(apiVersion: owner.apiVersion, kind: owner.kind), kind.hasScale else {
        let group = owner.apiVersion.split(separator: "/").dropLast().map { ".\($0)" }.joined()
        failure = "\(owner.kind.lowercased())s\(group) does not implement the scale subresource"
        return 0
      }
      guard let scale = scales.scale(of: owner.uid) else {
        failure = "found no controllers for pod \(pod.metadata.name.goQuoted)"
        return 0
      }
      counted[scale.controller] = scale.replicas
    }
    return counted.values.reduce(0, +)
  }

  /// What is recorded as Events about the budget.
  func notes(about budget: PodDisruptionBudget) -> [EventNote] {
    let about = Event.Involved(.podDisruptionBudget, budget.metadata)
    var notes: [EventNote] = []
    if podCount == 0 { notes.append(EventNote(about: about, reason: "NoPods", message: "No matching pods found")) }
    if let failure {
      notes.append(
        EventNote(
          about: about,
          warning: true,
          reason: "CalculateExpectedPodCountFailed",
          message: "Failed to calculate the number of expected pods: \(failure)"
        )
      )
    } else if hasUnmanagedPods {
      notes.append(
        EventNote(
          about: about,
          warning: true,
          reason: "UnmanagedPods",
          message:
            "Pods selected by this PodDisruptionBudget (selector: \(budget.spec.selector?.goText ?? "nil")) were "
            + "found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may "
            + "result in undefined behavior. To account for these pods please set \".spec.minAvailable\" field of the "
            + "PDB to an integer value."
        )
      )
    }
    return notes
  }
}

/// How many Pods the controllers of a namespace are to keep; a Deployment counts in the place of its ReplicaSets.
private struct Scales {
  private var objects: [UID: Object] = [:]

  init(_ controllers: [Object]) {
    for object in controllers where object.kind.hasScale { objects[object.metadata.uid] = object }
  }

  func scale(of uid: UID) -> (controller: UID, replicas: Int)? {
    guard let object = objects[uid] else { return nil }
    let owner = object.kind == .replicaSet ? object.metadata.controllerRef.flatMap { objects[$0.uid] } : nil
    let scaled = owner ?? object
    return (scaled.metadata.uid, Int(scaled.body["spec"]?["replicas"]?.int ?? 1))
  }
}

extension LabelSelector {
  /// Mirrors the generated `LabelSelector.String`.
  fileprivate var goText: String {
    let labels = matchLabels.map { "\($0.key): \($0.value)," }.joined(separator: "")
    let expressions = matchExpressions.map { expression in
      "LabelSelectorRequirement{Key:\(expression.key),Operator:\(expression.operation),"
        + "Values:[\(expression.values.joined(separator: " "))],},"
    }.joined()
    return "&LabelSelector{MatchLabels:map[string]string{\(labels)},"
      + "MatchExpressions:[]LabelSelectorRequirement{\(expressions)},}"
  }
}
