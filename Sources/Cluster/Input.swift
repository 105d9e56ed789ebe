package import APIServer
import Basics
import Controllers
package import Machinery
package import Objects

/// Something that comes from outside the cluster: what a person typed, and the requests that kubectl made of it.
///
/// Together with the seed, the inputs and their times are the whole of a run.
package enum Input: Sendable {
  /// A command was typed, by the learner or by a lesson: the cause of the inputs that follow.
  case command(String, by: Component = .user)
  case create(Object)
  case update(Object, Subresource?)
  case delete(ObjectID, DeleteOptions)
  /// A Pod is to go if its PodDisruptionBudget allows.
  case evict(ObjectID, DeleteOptions)
  case fault(Fault)
  /// A command is run in a container.
  case exec(ExecRequest)
  /// The components are told to work by other feature gates from now on.
  case featureGates(FeatureGates)
  /// The event with that number on the agenda comes before the others of its moment: see `Upcoming`.
  case take(Int)
  /// Fields of an object are to be so from its creation on, whoever creates it: a what-if, not a deed.
  case suppose([Supposition])
}

extension Cluster {
  /// Lets `input` act now; the changes it made. A refused input changes nothing but is told in the trace.
  package mutating func perform(_ input: Input) throws(APIError) -> [Change] {
    switch input {
    case .command(let text, let author):
      command = record(author, .command(text), cause: nil)
      return []
    case .create(let object):
      return try request(.create, object.id) { server, now throws(APIError) in
        [try server.create(object, at: now)]
      }
    case .update(let object, let subresource):
      let verb = subresource == .status ? WriteVerb.updateStatus : .update
      return try request(verb, object.id) { server, now throws(APIError) in
        try server.update(object, subresource: subresource, at: now).map { [$0] } ?? []
      }
    case .evict(let id, let options):
      return try request(.delete, id) { server, now throws(APIError) in
        try server.evict(id, options, at: now)
      }
    case .fault(let fault):
      // Whether it makes sense was asked before; where it does not, nothing happens.
      try? bringAbout(fault)
      return []
    case .exec(let request):
      execute(request)
      return []
    case .featureGates(let gates):
      set(gates)
      return []
    case .take(let number):
      take(number)
      return []
    case .suppose(let suppositions):
      server.supposed += suppositions
      return []
    case .delete(let id, let options):
      return try request(.delete, id) { server, now throws(APIError) in
        try server.delete(id, options, at: now)
      }
    }
  }

  private mutating func request(
    _ verb: WriteVerb,
    _ target: ObjectID,
    _ write: (inout APIServer, Instant) throws(APIError) -> [Change]
  ) throws(APIError) -> [Change] {
    do throws(APIError) {
      let changes = try write(&server, now)
      accepted(verb, target, changes, by: .user, cause: command)
      return changes
    } catch {
      record(.user, .refused(verb, target, error), cause: command)
      throw error
    }
  }

  /// In Kubernetes this takes a restart of the component; here what it knows and what waits stays.
  private mutating func set(_ gates: FeatureGates) {
    featureGates = gates
    let cause = record(.user, .configured(gates), cause: command)
    for (index, controller) in ControllerList.all(gates).enumerated() {
      let reaction = controllers[index].replace(with: controller)
      react(.controller(index), reaction, cause: cause) { .wakeController(index, $0) }
    }
  }

  /// Lets the clock stand at `time` with nothing happening; there must be nothing pending before it.
  mutating func rest(until time: Instant) {
    precondition(nextTime.map { $0 >= time } ?? true, "the clock may not pass what is pending")
    now = max(now, time)
  }
}
