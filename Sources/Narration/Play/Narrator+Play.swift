import Basics
package import Cluster
package import Machinery
import Objects

/// A reconcile as a game: a person is given what the controller had, says what to do, and hears what it did.
extension Narrator {
  /// What the controller had when it came to `record`, a reconcile: the notifications since it last looked, and its
  /// cache. Nothing of what it made of them.
  package func situation(_ record: Record, in timeline: Timeline) -> [String] {
    guard case .reconciled(let reconciliation) = record.happening else { return [] }
    var outline = Outline()
    outline.add(text(.youAre(record.component, reconciliation.id)))
    let news = wakeUps(of: record, reconciliation, in: timeline)
    outline.add(text(news.isEmpty ? .lookedByItself : .wasTold), depth: 1)
    outline.add(of: news, depth: 2, more: { text(.more($0)) }, line)
    let observed = reconciliation.observed
    outline.add(text(.inItsCache(upTo: observed.cacheVersion)), depth: 1)
    guard let primary = observed.primary else {
      outline.add(text(.objectIsGone), depth: 2)
      return outline.lines
    }
    let objects =
      [primary] + observed.dependents + observed.owned.objects.sortedValues + observed.orphans.sortedValues
      + observed.nodes.sortedValues
    outline.add(upTo: 20, of: objects, depth: 2, more: { text(.more($0)) }) { object in
      let labels = object.kind == .pod ? object.metadata.labels.joined : ""
      return seen(object, newer: []) + (labels.isEmpty ? "" : text(.labels(labels)))
    }
    if let outstanding = observed.outstanding, !outstanding.isFulfilled {
      outline.add(text(.awaits(outstanding)), depth: 2)
    }
    return outline.lines
  }

  /// The notifications that put the key into the queue since the controller last took it out.
  private func wakeUps(of record: Record, _ reconciliation: Reconciliation, in timeline: Timeline) -> [Record] {
    let all = timeline.trace.all
    var found: [Record] = []
    for earlier in all[..<all.firstIndex(after: record.id.number - 1)].reversed()
    where earlier.component == record.component {
      switch earlier.happening {
      case .reconciled(let other) where other.id == reconciliation.id: return found.reversed()
      case .notified(_, _, let queued) where queued.contains(reconciliation.key): found.append(earlier)
      case .requeued(reconciliation.key): found.append(earlier)
      default: break
      }
    }
    return found.reversed()
  }

  /// How `move` compares with what the reconcile of `record` does, and why it differs.
  package func verdict(on move: ControllerMove, _ record: Record) -> [String] {
    guard case .reconciled(let reconciliation) = record.happening else { return [] }
    let real = ControllerMove(reconciliation)
    var outline = Outline()
    outline.add(text(.youSay) + spoken(move))
    outline.add(text(.itSays(record.component)) + spoken(real))
    outline.add(text(move == real ? .sameMove : .otherMove))
    outline.add(reconciliation.compared.map(text), depth: 1)
    if move.creates != real.creates { addCreations(reconciliation, &outline) }
    for deed in ControllerMove.Deed.allCases { addDeed(deed, move, real, reconciliation, &outline) }
    return outline.lines
  }

  private func spoken(_ move: ControllerMove) -> String {
    if move.isNothing { return text(.moveNothing) }
    var parts = move.creates > 0 ? [text(.moveCreates(move.creates))] : []
    for deed in ControllerMove.Deed.allCases {
      let names = move.names(deed)
      if !names.isEmpty { parts.append(text(.moveDeed(deed, names.joined(separator: ", ")))) }
    }
    return parts.joined(separator: "; ")
  }

  /// Why it creates no more: what holds it back as a whole, and what it does not count.
  private func addCreations(_ reconciliation: Reconciliation, _ outline: inout Outline) {
    outline.add(of: reconciliation.passedOver, depth: 1, more: { text(.more($0)) }) { text($0.sentence) }
    if reconciliation.observed.primary == nil { outline.add(text(.objectIsGone), depth: 1) }
  }

  private func addDeed(
    _ deed: ControllerMove.Deed,
    _ move: ControllerMove,
    _ real: ControllerMove,
    _ reconciliation: Reconciliation,
    _ outline: inout Outline
  ) {
    let said = Set(move.names(deed))
    for name in real.names(deed) where !said.contains(name) || deed == .delete {
      let effect = reconciliation.actions.lazy.map(\.effect).first { $0.deed.map { $0 == (deed, name) } ?? false }
      if let effect { outline.add(text(effect.sentence), depth: 1) }
    }
    let done = Set(real.names(deed))
    for name in move.names(deed) where !done.contains(name) {
      let passed = reconciliation.passedOver.first { $0.subject?.id.key.name == name }
      outline.add(passed.map { text($0.sentence) } ?? text(.leftAlone(name)), depth: 1)
    }
  }
}
