import APIServer
import Basics
package import Cluster
import Machinery
import Objects

extension Narrator {
  /// One line about what has happened since `position`: the outcome, and how to walk through it.
  package func summary(of timeline: Timeline, since position: Int) -> String {
    let moves = (position..<timeline.position).count { timeline.trace.hasMade(at: $0 + 1) }
    let begin = timeline.records.firstIndex(after: timeline.trace.lastNumber(at: position))
    let records = Array(timeline.records[begin...])
    guard let first = records.first, let last = records.last else { return text(.nothingHappened) }
    let highlight = Highlight(records)
    var walk = ["back \(moves)", "step"]
    if let decision = highlight.decision { walk.append("explain \(decision.text)") }
    if let object = highlight.object {
      let namespace = object.key.namespace
      let isDefault = namespace.isEmpty || namespace == "default"
      walk.append("why \(object.kind.word)/\(object.key.name)" + (isDefault ? "" : " -n \(namespace)"))
    }
    let took = (last.time - first.time).spoken
    let outcome = Outcome(records).sentence
    return text(.summary(outcome, steps: moves, took: took, walk: walk.joined(separator: " · ")))
  }
}

/// What a stretch of records came to, counted.
private struct Outcome {
  private var created = [Int](repeating: 0, count: Kind.allCases.count)
  private var deleted = [Int](repeating: 0, count: Kind.allCases.count)
  private var running: Set<ObjectID> = []
  private var succeeded: Set<ObjectID> = []
  private var failed: Set<ObjectID> = []
  private var withoutNode: Set<ObjectID> = []
  private var restarts = 0
  private var refusals = 0

  init(_ records: [Record]) {
    for record in records {
      switch record.happening {
      case .wrote(_, let id, let change?) where id.kind != .event: add(id, change)
      case .refused(_, let id, _) where id.kind != .event: refusals += 1
      case .scheduled(let decision):
        if decision.node == nil {
          withoutNode.insert(decision.pod.id)
        } else {
          withoutNode.remove(decision.pod.id)
        }
      case .pod(_, .restarting): restarts += 1
      default: break
      }
    }
  }

  private mutating func add(_ id: ObjectID, _ change: Change) {
    switch change.kind {
    case .added: created[Int(id.kind.rawValue)] += 1
    case .deleted:
      deleted[Int(id.kind.rawValue)] += 1
      // Its last phase is no outcome: a Pod that stops as it was told has succeeded, and is gone.
      running.remove(id)
      succeeded.remove(id)
      failed.remove(id)
    case .modified:
      guard let pod = change.object.as(Pod.self), pod.status.phase != change.old?.as(Pod.self)?.status.phase else {
        return
      }
      switch pod.status.phase {
      case .running: running.insert(id)
      case .succeeded: succeeded.insert(id)
      case .failed: failed.insert(id)
      case .pending, .unknown, nil: break
      }
    }
  }

  var sentence: Localized {
    let pod = Int(Kind.pod.rawValue)
    let named = created[pod] == 0 || deleted[pod] > 0
    let parts = [
      Outcome.list(created, .created), Outcome.list(deleted, .deleted),
      running.isEmpty ? nil : .podsRunning(running.count, named: named),
      succeeded.isEmpty ? nil : .podsSucceeded(succeeded.count, named: named),
      failed.isEmpty ? nil : .podsFailed(failed.count, named: named),
      withoutNode.isEmpty ? nil : .podsWithoutNode(withoutNode.count),
      restarts == 0 ? nil : .restarts(restarts), refusals == 0 ? nil : .refusals(refusals),
    ].compactMap { $0 }
    return parts.isEmpty ? .nothingChanged : parts.joined(separator: ", ")
  }

  /// `1 ReplicaSet and 3 Pods created`; nil where all counts are 0.
  private static func list(_ counts: [Int], _ verb: Localized) -> Localized? {
    let parts = Kind.allCases.reversed().compactMap { kind in
      counts[Int(kind.rawValue)] == 0 ? nil : Localized.objects(kind, counts[Int(kind.rawValue)])
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + verb
  }
}

/// What is most worth looking at among some records.
private struct Highlight {
  /// A decision, or the record nearest to one.
  var decision: RecordID?
  /// What the decision is about, or what was written.
  var object: ObjectID?

  init(_ records: [Record]) {
    let best =
      records.first { record in
        if case .reconciled(let reconciliation) = record.happening { !reconciliation.actions.isEmpty } else { false }
      } ?? records.first { $0.kind == .scheduling } ?? records.first { $0.kind == .podStep }
      ?? records.first { $0.object != nil && !$0.isEventWrite }
    decision = best?.id ?? records.first?.id
    object = best?.object
  }
}
