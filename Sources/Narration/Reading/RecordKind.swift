package import Machinery

/// The kinds of records, by the words under which `trace --kind` and `--output json` name them.
package enum RecordKind: String, Hashable, Sendable, CaseIterable {
  case began, command, write, refusal, notification, lostNotification, list, requeue, reconcile, conclusion, scheduling,
    collection
  case node, podStep, eventDropped, fault, configuration
}

extension Record {
  package var kind: RecordKind {
    switch happening {
    case .began: .began
    case .command: .command
    case .wrote: .write
    case .refused: .refusal
    case .notified: .notification
    case .notTold: .lostNotification
    case .listed: .list
    case .requeued: .requeue
    case .reconciled: .reconcile
    case .concluded: .conclusion
    case .scheduled: .scheduling
    case .collected: .collection
    case .node: .node
    case .pod: .podStep
    case .eventDropped: .eventDropped
    case .fault: .fault
    case .configured: .configuration
    }
  }
}
