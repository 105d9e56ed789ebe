import APIServer
import Basics
import Cluster
import Machinery
package import Objects
import Scheduling

extension ObstacleFinder {
  /// Why a Pod has no node.
  func scheduling(of pod: Pod) -> Obstacle {
    let id = pod.id
    let owner = Obstacle.Owner.component(.scheduler)
    if let gates = pod.spec.other["schedulingGates"]?.array?.compactMap({ $0["name"]?.string }), !gates.isEmpty {
      return Obstacle(.schedulingGates(gates), owner: .person, awaits: .gatesToGo)
    }
    let name = pod.spec.other["schedulerName"]?.string ?? Component.scheduler.name
    if name != Component.scheduler.name {
      return Obstacle(.otherScheduler(name), owner: .nobody, awaits: .never)
    }
    if let binding = upcoming.first(where: { $0.isBinding(of: id) }) {
      return Obstacle(.bindingUnderWay, owner: owner, awaits: .apiServersAnswer, next: binding)
    }
    if let place = cluster.scheduler.waiting.firstIndex(of: id.key) {
      return Obstacle(
        .queuedForScheduling(before: place),
        owner: owner,
        awaits: .schedulingCycle,
        next: upcoming.first(where: \.isSchedulingCycle)
      )
    }
    if let decision = decision(about: id), decision.node == nil { return noNode(decision, of: pod) }
    let news = upcoming.first { $0.isNews(of: id, to: .scheduler) }
    if news == nil, !cluster.isWatchWhole(of: .scheduler) { return brokenWatch(.scheduler, id) }
    return Obstacle(.schedulerHasNotHeard, owner: owner, awaits: .newsOf(id.text), next: news)
  }

  /// What the scheduler decided last about a Pod of that name.
  private func decision(about id: ObjectID) -> SchedulingDecision? {
    timeline.records(concerning: id).lazy
      .compactMap { if case .scheduled(let decision) = $0.happening { decision } else { nil } }
      .first { _ in true }
  }

  private func noNode(_ decision: SchedulingDecision, of pod: Pod) -> Obstacle {
    let retry = upcoming.first { $0.isRetry(of: pod.metadata.key) }
    var details = decision.verdicts.map { Localized(same: "\($0.node): ") + $0.sentence }
    if let others = decision.others { details.append(others) }
    if decision.needsPreemption { details.append(.preemptionNotSimulated) }
    return Obstacle(
      decision.nodes == 0 ? .noNodesAtAll : .noNodeFits(of: decision.nodes),
      owner: .component(.scheduler),
      awaits: .changeThatHelps(decision.rejectedBy),
      next: retry ?? upcoming.first { $0.mayMakeRoom(for: pod) },
      details: details
    )
  }

  /// Why a Pod is not on a node.
  package func obstacle(toNode node: String, of id: ObjectID) -> Obstacle {
    guard let pod = cluster.store[id]?.as(Pod.self) else { return obstacle(toExistence: id) }
    let decision = decision(about: id)
    let verdict = decision?.verdicts.first { $0.node == node }
    guard cluster.store[ObjectID(.node, name: node)] != nil else {
      return Obstacle(.noSuchNode(node), owner: .person, awaits: .nodeToJoin(node))
    }
    let bound = pod.spec.nodeName
    if bound.isEmpty {
      let all = scheduling(of: pod)
      guard let rejection = verdict?.rejection else { return all }
      return Obstacle(
        .nodeRuledOut(node, rejection),
        owner: all.owner,
        awaits: .changeThatHelps([rejection.filter]),
        next: all.next
      )
    }
    var details: [Localized] = []
    if let verdict {
      details.append(Localized(same: "\(node): ") + verdict.sentence)
      if verdict.rejection == nil, let best = decision?.verdicts.first(where: { $0.node == bound }) {
        details.append(Localized(same: "\(bound): ") + best.sentence)
        if best.total == verdict.total { details.append(.drawn) }
      }
    } else if let decision {
      details.append(decision.others ?? .boundByOthers)
    } else {
      details.append(.boundByOthers)
    }
    return Obstacle(.boundElsewhere(bound), owner: .nobody, awaits: .neverMoves, details: details)
  }
}
