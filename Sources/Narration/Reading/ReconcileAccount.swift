import Machinery
import Objects

/// What became of one reconcile: how each action ended and how it was recorded, as far as the records tell.
struct ReconcileAccount {
  /// For each action the record of how it ended; nil while it is under way, or where it was never sent.
  private(set) var outcomes: [Record?]
  private(set) var events: [Record] = []
  /// The record of its end; nil while it is under way.
  private(set) var conclusion: Record?
  /// The record of the status write that the end asked for.
  private(set) var statusWrite: Record?

  init(of record: Record, _ reconciliation: Reconciliation, in history: History) {
    outcomes = Array(repeating: nil, count: reconciliation.actions.count)
    let consequences = history.consequences(of: record.id) { next in
      next.component == record.component && (next.isRequest || next.kind == .conclusion)
    }
    for next in consequences {
      if next.kind == .conclusion {
        conclusion = next
      } else if next.kind == .eventDropped || next.object?.kind == .event {
        events.append(next)
      } else if let end = conclusion, next.cause == end.id {
        statusWrite = next
      } else if let id = next.object {
        assign(next, id, reconciliation)
      }
    }
  }

  /// Gives a write to the action that asked for it: the first of its kind that has none.
  private mutating func assign(_ record: Record, _ id: ObjectID, _ reconciliation: Reconciliation) {
    let index = reconciliation.actions.indices.first { index in
      guard outcomes[index] == nil else { return false }
      return switch reconciliation.actions[index].effect {
      case .create(let object): object.kind == id.kind && record.isCreation
      case .delete(let version, _, _), .adopt(let version, _, _), .release(let version, _, _),
        .addFinalizer(let version, _, _), .removeFinalizer(let version, _, _):
        version.id == id
      case .recordStatus(let object): object.id == id
      case .update(let object, _): object.id == id && !record.isCreation
      }
    }
    if let index { outcomes[index] = record }
  }
}

extension Record {
  fileprivate var isCreation: Bool {
    switch happening {
    case .wrote(.create, _, _), .refused(.create, _, _): true
    default: false
    }
  }
}
