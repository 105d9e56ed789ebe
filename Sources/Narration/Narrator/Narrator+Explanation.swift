import APIServer
import Basics
package import Cluster
package import Machinery
import Objects

extension Narrator {
  /// The full account of one record: what it is, what brought it about, what it saw and did, what it led to.
  package func explanation(_ record: Record, in timeline: Timeline) -> [String] {
    explanation(record, History(timeline, reaching: record.id), in: timeline)
  }

  /// The account of one record of many, by a history of them all.
  package func explanation(_ record: Record, _ history: History, in timeline: Timeline) -> [String] {
    var outline = Outline()
    outline.add(line(record))
    addCause(of: record, history, &outline)
    switch record.happening {
    case .reconciled(let reconciliation):
      let unseen = history.unseen(by: record, reconciliation.observed, in: timeline)
      addPhases(record, reconciliation, unseen: unseen, history, &outline)
      return outline.lines
    case .scheduled(let decision):
      addPhases(record, decision, history, &outline)
      return outline.lines
    case .collected(let decision):
      addPhases(record, decision, history, &outline)
      return outline.lines
    case .wrote(_, _, let change?): addFields(of: change, &outline)
    case .notified(_, let version, let queued): addNews(record, version, queued, history, &outline)
    case .concluded(let id, let conclusion): addConclusion(record, id, conclusion, history, &outline)
    case .eventDropped(let note): outline.add("\(note.type) \(note.reason): \(note.message)", depth: 1)
    case .notTold: outline.add(text(.notToldMeans), depth: 1)
    case .began, .command, .wrote, .refused, .requeued, .listed, .pod, .node, .fault, .configured: break
    }
    addEffects(of: record, history, &outline)
    return outline.lines
  }

  private func addCause(of record: Record, _ history: History, _ outline: inout Outline) {
    if let cause = record.cause.flatMap({ history[$0] }) {
      outline.add(text(.because) + reference(cause), depth: 1)
    } else {
      outline.add(text(.begunByItself), depth: 1)
    }
  }

  private func addEffects(of record: Record, _ history: History, _ outline: inout Outline) {
    let effects = history.effects(of: record.id)
    if effects.isEmpty {
      outline.add(text(.endsNothing), depth: 1)
    } else {
      outline.add(text(.ledTo), depth: 1)
      outline.add(of: effects, depth: 2, more: { text(.more($0)) }, reference)
    }
  }

  private func addFields(of change: Change, _ outline: inout Outline) {
    outline.add(text(.madeVersion(change.object.metadata.resourceVersion)), depth: 1)
    if change.kind == .deleted { return }
    let fields = FieldDiff(change).telling
    if fields.isEmpty { return }
    outline.add(text(.changed), depth: 1)
    outline.add(upTo: 12, of: fields, depth: 2, more: { text(.more($0)) }) { field in
      "\(field.path): " + text(change.old == nil ? field.newText : field.values)
    }
  }

  /// A notification: how old the news is, and what it made the component do.
  private func addNews(
    _ record: Record,
    _ version: ObjectVersion,
    _ queued: [ObjectKey],
    _ history: History,
    _ outline: inout Outline
  ) {
    outline.add(text(.seenAt(version.resourceVersion)), depth: 1)
    if let write = record.cause.flatMap({ history[$0] }) {
      outline.add(text(.delay((record.time - write.time).spoken)), depth: 1)
    }
    let newer = history.unseen(since: version.resourceVersion, of: [version.id.kind], before: record.id)
      .filter { $0.object == version.id }
    if case .wrote(_, _, let change?)? = newer.last?.happening {
      outline.add(text(.newsIsOld(newer.count, stored: change.object.metadata.resourceVersion)), depth: 1)
    } else {
      outline.add(text(.newsIsFresh), depth: 1)
    }
    if queued.isEmpty { return outline.add(text(.queuesNothing), depth: 1) }
    outline.add(text(.triggersOnly), depth: 1)
    for key in queued {
      if let next = history.after(record.id).first(where: { $0.takesUp(key, by: record.component) }) {
        outline.add(text(.answeredBy) + reference(next), depth: 1)
      }
    }
  }

  private func addConclusion(
    _ record: Record,
    _ id: ObjectID,
    _ conclusion: Conclusion,
    _ history: History,
    _ outline: inout Outline
  ) {
    let reconcile = history.before(record.id).last { $0.kind == .reconcile && $0.object == id }
    if case .reconciled(let reconciliation)? = reconcile?.happening {
      addStatus(conclusion, since: reconciliation.observed.primary, depth: 1, &outline)
    }
    outline.add(text(conclusion.retry.sentence), depth: 1)
  }

  /// The fields of the status that a reconcile's end changes.
  func addStatus(_ conclusion: Conclusion, since old: Object?, depth: Int, _ outline: inout Outline) {
    if let again = conclusion.observed { outline.add(text(.readAgain(upTo: again.cacheVersion)), depth: depth) }
    guard let status = conclusion.status else { return }
    outline.add(
      of: FieldDiff(old: old?.value, new: status.value).telling,
      depth: depth,
      more: { text(.more($0)) },
      { "\($0.path): " + text($0.values) }
    )
  }
}

extension History {
  /// The writes that the cache behind a reconcile had not seen: those to kinds that its controller watches.
  func unseen(by record: Record, _ observed: Observed, in timeline: Timeline) -> [Record] {
    let controller = timeline.cluster.controllers.first { $0.component == record.component }?.controller
    return unseen(since: observed.cacheVersion, of: controller?.watches ?? [observed.kind], before: record.id)
  }
}

extension Record {
  /// Whether a component here takes a key out of its work queue.
  fileprivate func takesUp(_ key: ObjectKey, by component: Component) -> Bool {
    guard self.component == component else { return false }
    return switch happening {
    case .reconciled(let reconciliation): reconciliation.key == key
    case .scheduled(let decision): decision.pod.id.key == key
    default: false
    }
  }
}
