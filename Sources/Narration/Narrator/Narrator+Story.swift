import Basics
package import Cluster
package import Machinery
package import Objects

extension Narrator {
  /// An object's story so far, in order; decisions about it in their four phases.
  package func story(of id: ObjectID, in timeline: Timeline) -> [String] {
    let history = History(timeline)
    return history.story(of: id).flatMap { passage in
      switch passage {
      case .folded(let records): [folded(records) + " " + range(of: records)]
      case .record(let record): [line(record)] + phases(of: record, history, timeline).map { "      " + $0 }
      }
    }
  }

  /// The most lines that a chain of causes takes, if nothing else is asked for.
  package static let whyLimit = 9

  /// Why an object is as it is: causes from its last write back to a command, a fixture or the clock.
  ///
  /// At most `limit` lines, all for nil; empty for an object that was never written.
  package func why(_ id: ObjectID, in timeline: Timeline, limit: Int? = whyLimit) -> [String] {
    guard let write = timeline.writer(of: id) else { return [] }
    return why(write.id, in: timeline, limit: limit)
  }

  /// Why a field of an object has its value, under a line that says what it is and was; empty where it never had any.
  package func why(_ id: ObjectID, _ path: ValuePath, in timeline: Timeline, limit: Int? = whyLimit) -> [String] {
    guard let write = timeline.writer(of: id, path) else { return [] }
    let heading = "\(id.text) \(write.entry.path): " + text(write.entry.values)
    return [heading] + why(write.record.id, in: timeline, limit: limit.map { $0 - 1 })
  }

  /// Why a record was made: itself and its causes.
  package func why(_ id: RecordID, in timeline: Timeline, limit: Int? = whyLimit) -> [String] {
    lines(FoldedChain(timeline.causes(of: id), limit: limit))
  }

  private func lines(_ chain: FoldedChain) -> [String] {
    chain.passages.enumerated().map { index, passage in
      switch passage {
      case .folded(let records): "  " + folded(records)
      case .record(let record): (index == 0 ? "  " : "← ") + line(record)
      }
    }
  }

  /// `(#42–#51)`, to be asked about one by one.
  private func range(of records: [Record]) -> String {
    let ids = [records.first, records.last].compactMap { $0?.id.text }
    return "(" + (records.count == 1 ? ids.prefix(1) : ids[...]).joined(separator: "–") + ")"
  }

  /// `⋯ 3 status copies, 1 Event`.
  func folded(_ records: [Record]) -> String {
    var counts: [(said: (Int) -> Localized, count: Int)] = [
      (Localized.statusCopies, 0), (Localized.notifications, 0), (Localized.eventWrites, 0),
      (Localized.quietReconciles, 0), (Localized.echoes, 0), (Localized.sameReconciles, 0), (Localized.otherSteps, 0),
    ]
    for record in records {
      switch record.happening {
      case .notified: counts[1].count += 1
      case .reconciled(let reconciliation) where reconciliation.isQuiet: counts[3].count += 1
      case .reconciled(let reconciliation) where reconciliation.isEcho: counts[4].count += 1
      case .reconciled(let reconciliation) where reconciliation.actions.isEmpty: counts[5].count += 1
      // The end of a reconcile is told with it.
      case .concluded: break
      case .wrote(.updateStatus, _, _): counts[0].count += 1
      default: counts[record.isEventWrite || record.kind == .eventDropped ? 2 : record.isStatusEcho ? 0 : 6].count += 1
      }
    }
    let parts = counts.filter { $0.count > 0 }.map { text($0.said($0.count)) }
    return "⋯ " + (parts.isEmpty ? text(.otherSteps(records.count)) : parts.joined(separator: ", "))
  }

  /// A decision's four phases, a line each; none for other records.
  private func phases(of record: Record, _ history: History, _ timeline: Timeline) -> [String] {
    guard case .reconciled(let reconciliation) = record.happening else { return [] }
    let account = ReconcileAccount(of: record, reconciliation, in: history)
    let observed = reconciliation.observed
    let unseen = history.unseen(by: record, observed, in: timeline)
    let inputs = [
      observed.primary.map { seen($0, newer: unseen) } ?? text(.objectIsGone),
      text(.cache(upTo: observed.cacheVersion)),
      text(unseen.isEmpty ? .cacheIsLevel : .behind(unseen.count)),
    ]
    let acts = account.outcomes.compactMap { $0 }.map { "\($0.id.text) \(sentence($0))" }
    // Of many only the first are shown: what held all of it back says more than each Pod that does not count.
    let passedOver = reconciliation.passedOver
    let passed = (passedOver.filter(\.reason.holdsBack) + passedOver.filter { !$0.reason.holdsBack })
      .map { text($0.sentence) }
    let compared = reconciliation.compared
    return [
      phase(.observe, inputs),
      phase(.compare, compared.isEmpty ? [text(.nothingToCompare)] : compared.map(text)),
      phase(.act, acts + (passed.isEmpty ? [] : [text(.passedOver) + " " + shortened(passed)])),
      phase(.record, [account.conclusion.map { "\($0.id.text) \(sentence($0))" } ?? text(.underWay)]),
    ]
  }

  private func phase(_ name: Localized, _ parts: [String]) -> String {
    // Two cells at least after each word: what is folded begins under its column.
    text(name).padded(toCells: 9) + (parts.isEmpty ? text(.nothingToDo) : shortened(parts))
  }

  private func shortened(_ parts: [String]) -> String {
    let more = parts.count > 3 ? [text(.more(parts.count - 3))] : []
    return (parts.prefix(3) + more).joined(separator: "; ")
  }
}
