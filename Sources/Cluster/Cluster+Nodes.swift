import APIServer
package import Basics
import Controllers
import Kubelet
import Machinery
import Objects

extension Cluster {
  /// How often a kubelet renews its lease.
  private static let heartbeat = Interval.seconds(10)

  /// Whether the node's kubelet was stopped and has not been started again.
  package func isSilent(_ node: String) -> Bool { parked[node] != nil }

  /// When the node's kubelet last renewed its lease.
  package func lastHeartbeat(of node: String) -> Instant { nodeLifecycle.silentSince(node) ?? lastBeat(of: node) }

  /// The last beat of a kubelet that beats; nodes beat at moments of their own.
  private func lastBeat(of node: String) -> Instant {
    let phase = Int64(kubelets[node]?.number ?? 0) * 3_700_000
    let elapsed = (now - configuration.start).microseconds - phase
    let period = Cluster.heartbeat.microseconds
    return now - .microseconds((elapsed % period + period) % period)
  }

  /// Brings about a fault; throws, with nothing changed, where that makes no sense.
  package mutating func bringAbout(_ fault: Fault) throws(FaultError) {
    switch fault {
    case .watch(let component, let fault): try bringAbout(fault, at: component)
    case .container(let pod, let container, let kind): try befall(kind, pod, container, words: fault.words)
    case .failNode(let name):
      guard kubelets[name] != nil else { throw .noSuchNode(name) }
      guard parked[name] == nil else { throw .alreadyFailed(name) }
      parked[name] = []
      let cause = record(.user, .fault(fault.words), cause: command)
      let last = lastBeat(of: name)
      react(.nodeLifecycle, nodeLifecycle.fellSilent(name, lastHeartbeat: last, at: now), cause: cause) {
        .wakeNodeLifecycle($0)
      }
    case .healNode(let name):
      guard kubelets[name] != nil else { throw .noSuchNode(name) }
      guard let missed = parked.removeValue(forKey: name) else { throw .notFailed(name) }
      let cause = record(.user, .fault(fault.words), cause: command)
      nodeLifecycle.spokeAgain(name)
      for pending in missed { agenda.push(pending, at: now + .milliseconds(1)) }
      report(name, cause: cause)
    case .addNode(let name):
      guard store[ObjectID(.node, name: name)] == nil else { throw .nodeExists(name) }
      let cause = record(.user, .fault(fault.words), cause: command)
      let node = BootstrapObjects.node(
        name,
        number: nodesMade + 1,
        pods: configuration.podsPerNode,
        at: now
      )
      register(node, cause: cause)
    case .removeNode(let name):
      guard store[ObjectID(.node, name: name)] != nil else { throw .noSuchNode(name) }
      let cause = record(.user, .fault(fault.words), cause: command)
      if parked[name] == nil { parked[name] = [] }
      let id = ObjectID(.node, name: name)
      if let changes = try? server.delete(id, DeleteOptions(), at: now) {
        accepted(.delete, id, changes, by: .user, cause: cause)
      }
    }
  }

  /// A kubelet says that its node is ready, with its next heartbeat.
  private mutating func report(_ name: String, cause: RecordID) {
    let id = ObjectID(.node, name: name)
    guard let node = store[id] else {
      // Its node object was deleted meanwhile: the kubelet registers anew.
      register(
        BootstrapObjects.node(name, number: nodesMade + 1, pods: configuration.podsPerNode, at: now),
        cause: cause
      )
      return
    }
    announce(node, cause: cause)
    let conditions = BootstrapObjects.conditions(at: now).compactMap(\.object).map(Condition.init(fields:))
    let request = APIRequest.setConditions(id, uid: node.metadata.uid, conditions)
    agenda.push(
      Pending(occurrence: .request(request, from: .kubelet(node: name), answer: nil), cause: cause),
      at: now + .milliseconds(200)
    )
  }

  /// What a kubelet says when it finds its node's conditions otherwise than they are.
  ///
  /// Mirrors `nodestatus.MemoryPressureCondition` and its like, and `ReadyCondition`.
  private mutating func announce(_ node: Object, cause: RecordID) {
    guard node.as(Node.self)?.isReady == false else { return }
    let name = node.metadata.name
    var reaction = Reaction<Kubelet.Wake>()
    for reason in ["NodeHasSufficientMemory", "NodeHasNoDiskPressure", "NodeHasSufficientPID", "NodeReady"] {
      let message = "Node \(name) status is now: \(reason)"
      reaction.note(EventNote(about: Event.Involved(.node, node.metadata), reason: reason, message: message))
    }
    react(.kubelet(node: name), reaction, cause: cause) { .wakeKubelet(node: name, $0) }
  }

  private mutating func register(_ node: Object, cause: RecordID) {
    if let change = try? server.create(node, at: now) {
      accepted(.create, node.id, [change], by: .kubelet(node.metadata.name), cause: cause)
    }
  }

  /// Lets something befall a container, as its node's kubelet has it.
  private mutating func befall(
    _ fault: ContainerFault,
    _ pod: ObjectKey,
    _ container: String?,
    words: String
  ) throws(FaultError) {
    guard let object = store[ObjectID(.pod, pod)]?.as(Pod.self),
      kubelets[object.spec.nodeName]?.workers[object.metadata.uid] != nil
    else { throw .noSuchPod(pod) }
    let node = object.spec.nodeName
    let (store, now) = (store, now)
    let reaction: Reaction<Kubelet.Wake>?
    do throws(ContainerFaultError) {
      reaction = try kubelets[node]?.befall(
        fault,
        on: object.metadata.uid,
        container: container,
        store,
        at: now
      )
    } catch {
      throw .container(error)
    }
    let cause = record(.user, .fault(words), cause: command)
    guard let reaction else { return }
    react(.kubelet(node: node), reaction, cause: cause) { .wakeKubelet(node: node, $0) }
  }
}
