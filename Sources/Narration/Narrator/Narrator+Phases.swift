import APIServer
import Basics
import Machinery
import Objects

/// A decision in its four phases: observe, compare, act, record.
extension Narrator {
  func addPhases(
    _ record: Record,
    _ reconciliation: Reconciliation,
    unseen: [Record],
    _ history: History,
    _ outline: inout Outline
  ) {
    let account = ReconcileAccount(of: record, reconciliation, in: history)
    outline.add(text(.observe))
    addObserved(reconciliation.observed, unseen: unseen, &outline)
    outline.add(text(.compare))
    let compared = reconciliation.compared
    outline.add(compared.isEmpty ? [text(.nothingToCompare)] : compared.map(text), depth: 1)
    outline.add(text(.act))
    addActions(reconciliation, account, &outline)
    outline.add(text(.record))
    addRecord(reconciliation, account, &outline)
  }

  private func addObserved(_ observed: Observed, unseen: [Record], _ outline: inout Outline) {
    outline.add(text(.cache(upTo: observed.cacheVersion)), depth: 1)
    if unseen.isEmpty {
      outline.add(text(.cacheIsLevel), depth: 1)
    } else {
      outline.add(text(.cacheIsBehind(by: unseen.count)), depth: 1)
      outline.add(upTo: 5, of: unseen, depth: 2, more: { text(.more($0)) }, reference)
    }
    guard let primary = observed.primary else { return outline.add(text(.objectIsGone), depth: 1) }
    let objects =
      [primary] + observed.dependents + observed.owned.objects.sortedValues + observed.orphans.sortedValues
      + observed.nodes.sortedValues
    outline.add(of: objects, depth: 1, more: { text(.more($0)) }) { seen($0, newer: unseen) }
  }

  /// An object as a cache had it, and what the store had of it then.
  func seen(_ object: Object, newer: [Record]) -> String {
    var parts = [text(.seenAt(object.metadata.resourceVersion))]
    if case .wrote(_, _, let change?)? = newer.last(where: { $0.object == object.id })?.happening {
      parts.append(
        text(change.kind == .deleted ? .storeHasNone : .storeHas(change.object.metadata.resourceVersion))
      )
    }
    let facts = object.facts.map(text).joined(separator: ", ")
    return "\(object.id.text) \(parts.joined(separator: "; "))" + (facts.isEmpty ? "" : ": \(facts)")
  }

  private func addActions(_ reconciliation: Reconciliation, _ account: ReconcileAccount, _ outline: inout Outline) {
    if reconciliation.actions.isEmpty { outline.add(text(.nothingToDo), depth: 1) }
    let actions = Array(zip(reconciliation.actions, account.outcomes))
    outline.add(of: actions, depth: 1, more: { text(.more($0)) }) { action, outcome in
      let ending =
        if let outcome {
          "\(outcome.id.text) \(sentence(outcome))"
        } else {
          text(account.conclusion == nil ? .underWay : .notSent)
        }
      return "\(text(action.effect.sentence)) → \(ending)"
    }
    if reconciliation.passedOver.isEmpty { return }
    outline.add(text(.passedOver), depth: 1)
    outline.add(of: reconciliation.passedOver, depth: 2, more: { text(.more($0)) }) { text($0.sentence) }
  }

  private func addRecord(_ reconciliation: Reconciliation, _ account: ReconcileAccount, _ outline: inout Outline) {
    outline.add(upTo: 5, of: account.events, depth: 1, more: { text(.more($0)) }) { "\($0.id.text) \(sentence($0))" }
    guard let end = account.conclusion, case .concluded(_, let conclusion) = end.happening else {
      return outline.add(text(.underWay), depth: 1)
    }
    outline.add("\(end.id.text) \(sentence(end))", depth: 1)
    addStatus(conclusion, since: reconciliation.observed.primary, depth: 2, &outline)
    if let write = account.statusWrite { outline.add("→ \(write.id.text) \(sentence(write))", depth: 2) }
  }

  func addPhases(
    _ record: Record,
    _ decision: SchedulingDecision,
    _ history: History,
    _ outline: inout Outline
  ) {
    outline.add(text(.observe))
    let seen = text(.pod(version: decision.pod.resourceVersion, nodes: decision.nodes))
    outline.add("\(decision.pod.id.text) \(seen)", depth: 1)
    outline.add(text(.compare))
    outline.add(of: decision.verdicts, depth: 1, more: { text(.more($0)) }) { "\($0.node): \(text($0.sentence))" }
    if let others = decision.others { outline.add(text(others), depth: 1) }
    outline.add(text(.act))
    outline.add(text(decision.choice), depth: 1)
    if decision.needsPreemption { outline.add(text(.preemptionNotSimulated), depth: 1) }
    addOutcome(of: record, history, &outline)
  }

  func addPhases(_ record: Record, _ decision: GarbageDecision, _ history: History, _ outline: inout Outline) {
    outline.add(text(.observe))
    outline.add(text(.asksTheStore), depth: 1)
    outline.add("\(decision.object.id.text) \(text(.seenAt(decision.object.resourceVersion)))", depth: 1)
    outline.add(of: decision.owners, depth: 1, more: { text(.more($0)) }) { text($0.sentence) }
    outline.add(text(.compare))
    switch decision.verdict {
    case .delete, .dropReferences:
      let left = decision.owners.count { $0.state == .present }
      outline.add(text(.ownersLeft(left, of: decision.owners.count)), depth: 1)
    case .orphan(let dependents), .await(let dependents):
      outline.add(text(.dependents(dependents.count)), depth: 1)
      outline.add(of: dependents, depth: 2, more: { text(.more($0)) }) { $0.id.text }
    case .release: outline.add(text(.dependents(0)), depth: 1)
    }
    outline.add(text(.act))
    outline.add(text(decision.sentence), depth: 1)
    addOutcome(of: record, history, &outline)
  }

  /// The phase `record` of a decision without a status of its own: the requests that came of it.
  private func addOutcome(of record: Record, _ history: History, _ outline: inout Outline) {
    outline.add(text(.record))
    let effects = history.consequences(of: record.id) { $0.component == record.component && $0.isRequest }
    if effects.isEmpty { outline.add(text(.underWay), depth: 1) }
    outline.add(of: effects, depth: 1, more: { text(.more($0)) }) { "\($0.id.text) \(sentence($0))" }
  }
}
