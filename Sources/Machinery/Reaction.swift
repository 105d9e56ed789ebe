package import APIServer
package import Basics
package import Objects

/// A call to the API server that a component makes.
package enum APIRequest: Sendable {
  case create(Object)
  /// Refused where the stored object is no longer the one that was read.
  case update(Object)
  /// The status of `object` replaces the stored one, whatever has changed beside it.
  case updateStatus(Object)
  /// The same, refused as a conflict where the object has changed since it was read.
  case updateUnchanged(Object)
  case adopt(ObjectID, uid: UID, OwnerReference)
  case release(ObjectID, uid: UID, owner: UID)
  case addFinalizer(ObjectID, uid: UID, String)
  case removeFinalizer(ObjectID, uid: UID, String)
  /// The conditions take the place of those of their types in the stored status.
  case setConditions(ObjectID, uid: UID, [Condition])
  /// Adds and removes taints of a node, by key and effect.
  case setTaints(String, add: [Taint], remove: [Taint])
  case bind(ObjectID, uid: UID, node: String)
  case delete(ObjectID, DeleteOptions)
  /// A new Event, or one more count of one that was written before.
  case event(Event, isNew: Bool)

  package var verb: WriteVerb {
    switch self {
    case .create: .create
    case .update: .update
    case .event(_, let isNew): isNew ? .create : .patch
    case .updateStatus, .updateUnchanged, .setConditions: .updateStatus
    case .adopt, .release, .addFinalizer, .removeFinalizer, .setTaints: .patch
    case .bind: .bind
    case .delete: .delete
    }
  }
}

/// What a component does in one event: what is told of it, what it sends, and when it wants to be woken.
///
/// Requests are sent through the component's rate limiter, in this order; those of one `Reaction` are on the way
/// together. `answer` asks for the outcome to be handed back under that number.
package struct Reaction<Wake: Sendable>: Sendable {
  package struct Call: Sendable {
    package var request: APIRequest
    package var answer: Int?
  }

  package struct Alarm: Sendable {
    package var wake: Wake
    package var after: Interval
    /// Background alarms (waiting for something that may never matter) do not keep `settle` going.
    package var isBackground: Bool
    /// Whether it goes on what was begun before: its cause is that of the present event, not the event itself.
    package var goesOn: Bool
  }

  package var happening: Happening?
  package var calls: [Call] = []
  /// What is to be recorded as Events, after the calls.
  package var notes: [EventNote] = []
  package var alarms: [Alarm] = []

  package init(_ happening: Happening? = nil) { self.happening = happening }

  package mutating func send(_ request: APIRequest, answer: Int? = nil) {
    calls.append(Call(request: request, answer: answer))
  }

  package mutating func note(_ note: EventNote) { notes.append(note) }

  package mutating func wake(_ wake: Wake, after: Interval, isBackground: Bool = false, goesOn: Bool = false) {
    alarms.append(Alarm(wake: wake, after: after, isBackground: isBackground, goesOn: goesOn))
  }
}
