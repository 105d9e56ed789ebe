import APIServer
import Basics
import Cluster
import Kubelet
import Machinery
import Objects

extension ObstacleFinder {
  /// Why a condition of a Pod is not True.
  func obstacle(to type: ConditionType, of pod: Pod) -> Obstacle {
    switch type {
    case .podScheduled: scheduling(of: pod)
    case .disruptionTarget: disruption(of: pod)
    case .podReadyToStartContainers: onNode(pod) ?? sandbox(of: pod) ?? report(of: pod)
    case .initialized: onNode(pod) ?? sandbox(of: pod) ?? initialisation(of: pod) ?? report(of: pod)
    case .containersReady: onNode(pod) ?? sandbox(of: pod) ?? containers(of: pod) ?? report(of: pod)
    case .ready:
      onNode(pod) ?? sandbox(of: pod) ?? containers(of: pod) ?? readinessGates(of: pod) ?? report(of: pod)
    default: unknown(type, of: pod.id)
    }
  }

  /// What must be so before its kubelet can do anything for a Pod; nil where it is.
  private func onNode(_ pod: Pod) -> Obstacle? {
    if pod.isTerminal {
      return Obstacle(.podHasEnded(pod.status.phase ?? .failed), owner: .nobody, awaits: .never)
    }
    if pod.metadata.isBeingDeleted { return ending(of: pod) }
    if pod.spec.nodeName.isEmpty { return scheduling(of: pod) }
    if cluster.isSilent(pod.spec.nodeName) { return silentNode(of: pod) }
    guard worker(of: pod) == nil else { return nil }
    let next = upcoming.first { $0.isNews(of: pod.id, to: kubelet(of: pod)) || $0.isStep(of: pod.metadata.uid) }
    if next == nil, !cluster.isWatchWhole(of: kubelet(of: pod)) { return brokenWatch(kubelet(of: pod), pod.id) }
    return Obstacle(
      .notTakenUp(pod.spec.nodeName),
      owner: .component(kubelet(of: pod)),
      awaits: .newsOf(pod.id.text),
      next: next
    )
  }

  func kubelet(of pod: Pod) -> Component { .kubelet(pod.spec.nodeName) }

  private func worker(of pod: Pod) -> PodWorker? {
    cluster.kubelets[pod.spec.nodeName]?.workers[pod.metadata.uid]?.value
  }

  func brokenWatch(_ component: Component, _ id: ObjectID) -> Obstacle {
    Obstacle(
      .watchIsBroken(component.description),
      owner: .person,
      awaits: .mend(component.description),
      next: upcoming.first { $0.isNews(of: id, to: component) }
    )
  }

  private func silentNode(of pod: Pod) -> Obstacle {
    let node = pod.spec.nodeName
    return Obstacle(
      .nodeIsSilent(node, since: spoken(cluster.lastHeartbeat(of: node))),
      owner: .person,
      awaits: .heal(node),
      next: upcoming.first { $0.isEviction(of: pod.metadata.key) }
    )
  }

  /// The next step that a kubelet takes for the Pod.
  private func step(of pod: Pod, where fits: (Kubelet.Wake) -> Bool = { _ in true }) -> Upcoming? {
    upcoming.first { line in line.isStep(of: pod.metadata.uid) && line.kubeletStep.map(fits) ?? false }
  }

  private func sandbox(of pod: Pod) -> Obstacle? {
    guard let worker = worker(of: pod), !worker.hasSandbox else { return nil }
    if let (name, failure) = worker.failedVolume {
      return Obstacle(
        .volumeNotMounted(name, failure.message),
        owner: .component(kubelet(of: pod)),
        awaits: .backOff(until: spoken(failure.retryAt)),
        next: step(of: pod)
      )
    }
    return Obstacle(.noSandbox, owner: .component(kubelet(of: pod)), awaits: .sandbox, next: step(of: pod))
  }

  private func initialisation(of pod: Pod) -> Obstacle? {
    guard let worker = worker(of: pod), let first = worker.firstNotReady(at: now), first.container.role != .main else {
      return nil
    }
    return obstacle(first.container.name, first.standing, of: pod)
  }

  private func containers(of pod: Pod) -> Obstacle? {
    guard let first = worker(of: pod)?.firstNotReady(at: now) else { return nil }
    return obstacle(first.container.name, first.standing, of: pod)
  }

  private func readinessGates(of pod: Pod) -> Obstacle? {
    let gates = pod.spec.other["readinessGates"]?.array?.compactMap { $0["conditionType"]?.string } ?? []
    let unmet = gates.first { pod.status.condition(ConditionType($0))?.status != .true }
    return unmet.map { Obstacle(.readinessGate($0), owner: .person, awaits: .someoneToSet($0)) }
  }

  /// All is as it should be on the node: only the status does not say so yet.
  private func report(of pod: Pod) -> Obstacle {
    if let request = upcoming.first(where: { $0.isRequest(about: pod.id) }) {
      return Obstacle(
        .statusUnderWay,
        owner: .component(request.component),
        awaits: .apiServersAnswer,
        next: request
      )
    }
    return Obstacle(.statusIsBehind, owner: .component(kubelet(of: pod)), awaits: .nextSync, next: step(of: pod))
  }

  /// One container that is not ready.
  private func obstacle(_ name: String, _ standing: ContainerStanding, of pod: Pod) -> Obstacle {
    let owner = Obstacle.Owner.component(kubelet(of: pod))
    switch standing {
    case .ready, .completed, .unnoticed:
      return Obstacle(.containerUnnoticed(name), owner: owner, awaits: .nextSync, next: step(of: pod))
    case .initialising:
      return Obstacle(
        .containerInitialises(name),
        owner: owner,
        awaits: .processesToEnd,
        next: upcoming.first { $0.isRun(of: pod.metadata.uid) } ?? step(of: pod)
      )
    case .notCreated:
      return Obstacle(.containerNotCreated(name), owner: owner, awaits: .itsTurn, next: step(of: pod))
    case .scripted: return Obstacle(.containerScripted(name), owner: .person, awaits: .annotation)
    case .refused(let reason, let message, let until):
      return Obstacle(
        .containerRefused(name, reason, message),
        owner: owner,
        awaits: until.map { .backOff(until: spoken($0)) } ?? .nextTry,
        next: step(of: pod) { wake in
          switch wake {
          case .due, .sync, .pull, .pulled, .proceed: true
          default: false
          }
        }
      )
    case .ended(let code, false, _):
      return Obstacle(.containerEndedForGood(name, code), owner: .nobody, awaits: .never)
    case .ended(let code, true, let until):
      return Obstacle(
        .containerEnded(name, code),
        owner: owner,
        awaits: until.map { .backOff(until: spoken($0)) } ?? .nextSync,
        next: step(of: pod)
      )
    case .probed(let kind, let failures, let successes, let threshold):
      return Obstacle(
        .probeHasNotPassed(kind, name, failures: failures, successes: successes),
        owner: owner,
        awaits: .probeToPass(kind, threshold - successes),
        next: step(of: pod) { wake in
          switch wake {
          case .probe(_, _, let asked, _), .answered(_, _, let asked, _): asked == kind
          default: false
          }
        },
        details: lastAnswer(to: kind, name, of: pod.id)
      )
    }
  }

  /// What the last probe of a container that did not pass came to.
  private func lastAnswer(to kind: ProbeKind, _ container: String, of pod: ObjectID) -> [Localized] {
    let last = timeline.records(concerning: pod).first { record in
      guard case .pod(_, .probed(let probe)) = record.happening else { return false }
      return probe.kind == kind && probe.container == container
    }
    guard let last, case .pod(_, .probed(let probe)) = last.happening else { return [.notAskedYet] }
    return [Localized(same: "\(last.id.text) ") + probe.sentence(pod: pod.text)]
  }

  /// A Pod that is on its way out.
  func ending(of pod: Pod) -> Obstacle {
    let node = pod.spec.nodeName
    if !node.isEmpty, cluster.isSilent(node) {
      return Obstacle(
        .endsOnSilentNode(node),
        owner: .person,
        awaits: .heal(node),
        next: upcoming.first { $0.isCollection(of: node) }
      )
    }
    let running = worker(of: pod)?.containers.filter { $0.current?.isRunning ?? false }.map(\.name) ?? []
    let end = step(of: pod) { wake in
      switch wake {
      case .run, .kill, .hooked, .stopped: true
      default: false
      }
    }
    let next = end ?? step(of: pod) ?? upcoming.first { $0.concerns(pod.id) }
    if running.isEmpty {
      let finalizers = pod.metadata.finalizers
      return Obstacle(
        finalizers.isEmpty ? .isBeingDeleted : .finalizersHold(finalizers),
        owner: node.isEmpty ? .nobody : .component(kubelet(of: pod)),
        awaits: .cleanUp,
        next: next
      )
    }
    return Obstacle(
      .containersStillRun(running, grace: Int(pod.metadata.deletionGracePeriodSeconds ?? 30)),
      owner: .component(kubelet(of: pod)),
      awaits: .processesToEnd,
      next: next
    )
  }

  private func disruption(of pod: Pod) -> Obstacle {
    let next = upcoming.first { $0.isEviction(of: pod.metadata.key) || $0.isCollection(of: pod.spec.nodeName) }
    return Obstacle(
      next == nil ? .nobodyDisrupts : .toleratedForATime,
      owner: next.map { .component($0.component) } ?? .nobody,
      awaits: next == nil ? .disruption : .tolerationToEnd,
      next: next
    )
  }
}

extension Pod {
  var id: ObjectID { ObjectID(.pod, metadata.key) }
}
