import APIServer
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
    var belonging: Set<RecordID> = [record.id]
    for next in history.after(record.id) where next.component == record.component {
      guard let cause = next.cause, belonging.contains(cause) else { continue }
      switch next.happening {
      case .concluded:
        conclusion = next
      case .wrote(_, let id, _), .refused(_, let id, _):
        if id.kind == .event {
          events.append(next)
        } else if let end = conclusion, cause == end.id {
          statusWrite = next
        } else {
          assign(next, id, reconciliation)
        }
      case .eventDropped: events.append(next)
      default: continue
      }
      belonging.insert(next.id)
    }
  }

  /// Gives a write to the action that asked for it: the first of its kind that has none.
  private mutating func assign(_ record: Record, _ id: ObjectID, _ reconciliation: Reconciliation) {
    let index = reconciliation.actions.indices.first { index in
      switch reconciliation.actions[index].effect {
      case .create(let object): outcomes[index] == nil && object.kind == id.kind && record.isCreation
      case .delete(let version, _, _), .adopt(let version, _, _), .release(let version, _, _): version.id == id
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
