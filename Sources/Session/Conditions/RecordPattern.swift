import APIServer
package import Machinery
import Narration
package import Objects

/// What a record is to be about: `reconcile rs/web`, `probe failed`, `event FailedScheduling`, `deleted pod/x`.
package struct RecordPattern: Hashable, Sendable {
  /// The word that it begins with.
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    /// A controller takes up a key.
    case reconcile
    /// A probe was answered: `passed` or `failed`.
    case probe
    /// An Event is written, of any reason or of that one.
    case event
    case created, changed, deleted
    /// The scheduler has decided about a Pod.
    case scheduled
    /// A container begins its next life.
    case restarted
    /// The API server refused a write.
    case refused

    /// The words that may follow; nil for any.
    var words: [String]? {
      switch self {
      case .probe: ["passed", "failed"] + ProbeKind.allCases.map(\.rawValue)
      case .event: nil
      case .reconcile, .created, .changed, .deleted, .scheduled, .restarted, .refused: []
      }
    }
  }

  package var subject: Subject
  /// Only records about this object; nil for any.
  package var object: ObjectID?
  /// How a probe went, and which it was; the reason of an Event. All have to fit.
  package var words: [String] = []

  package init(_ subject: Subject) { self.subject = subject }

  /// Whether the record is one of these.
  package func matches(_ record: Record) -> Bool {
    if let object, !record.concerns(object) { return false }
    switch (subject, record.happening) {
    case (.reconcile, .reconciled), (.scheduled, .scheduled), (.restarted, .pod(_, .restarting)), (.refused, .refused):
      return true
    case (.probe, .pod(_, .probed(let probe))):
      return words.allSatisfy { word in
        switch word {
        case "failed": !probe.isSuccess
        case "passed": probe.isSuccess
        default: probe.kind.rawValue == word
        }
      }
    case (.event, .wrote(_, let id, let change?)) where id.kind == .event:
      return words.allSatisfy { change.object.as(Event.self)?.reason == $0 }
    case (.created, .wrote(_, let id, let change?)): return change.kind == .added && isMeant(id)
    case (.changed, .wrote(_, let id, let change?)): return change.kind == .modified && isMeant(id)
    case (.deleted, .wrote(_, let id, let change?)): return change.kind == .deleted && isMeant(id)
    default: return false
    }
  }

  /// Events come and go with what they are about, and are meant only where one asks for an Event.
  private func isMeant(_ id: ObjectID) -> Bool { object.map { $0 == id } ?? (id.kind != .event) }
}
