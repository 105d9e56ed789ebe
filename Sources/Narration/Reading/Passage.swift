package import Machinery
package import Objects

/// A part of a story: one record, or several that say nothing new and are folded into one line.
package enum Passage: Sendable {
  case record(Record)
  case folded([Record])
}

extension History {
  /// What has happened to an object, in order; copies, status echoes, Events and idle reconciles are folded.
  package func story(of id: ObjectID) -> [Passage] {
    var story: [Passage] = []
    var folded: [Record] = []
    for record in records where record.concerns(id) {
      if record.isQuiet {
        folded.append(record)
        continue
      }
      if !folded.isEmpty { story.append(.folded(folded)) }
      folded = []
      story.append(.record(record))
    }
    return folded.isEmpty ? story : story + [.folded(folded)]
  }
}

extension Record {
  /// Whether a story may fold the record.
  var isQuiet: Bool {
    switch happening {
    case .notified, .concluded, .eventDropped: true
    case .reconciled(let reconciliation): reconciliation.isQuiet
    case .wrote(_, _, nil): true
    default: isEventWrite || isStatusEcho
    }
  }

  /// Whether this is the write whose answer let its component send `next`: both come from one decision.
  fileprivate func precedes(_ next: Record) -> Bool {
    kind == .write && next.kind == .write && component == next.component
  }
}

extension Reconciliation {
  /// Whether nothing was done, and nothing held it back.
  var isQuiet: Bool { actions.isEmpty && !passedOver.contains { $0.reason.holdsBack } }
}

extension PassedOver.Reason {
  /// Whether it kept the controller from something that it is to do.
  var holdsBack: Bool {
    switch self {
    case .expectationsPending, .beyondBurst, .ownerIsBeingDeleted, .backingOff, .indexBackingOff, .awaitingTermination,
      .tooLate, .previousRuns, .awaitsEnd, .backsOff, .unavailableLimit, .surgeLimit, .atSurgeLimit,
      .atAvailabilityLimit, .statusIsBehind, .oldPodsRemain, .nodeLacks:
      true
    case .indexesFailed, .failureIgnored, .awaitsReplacement, .terminating, .finished, .labelsDoNotMatch, .keptByRank,
      .jobFinished, .suspended, .counted, .keptFor, .keptInHistory, .notDue, .startedBefore, .nodeRejects, .nodeKeeps,
      .nodeHas, .updatesOnDelete, .paused, .awaitsOwnWrite:
      false
    }
  }
}

/// A chain of causes cut down to a few lines.
package struct FoldedChain: Sendable {
  /// The effect first, the root cause last.
  package private(set) var passages: [Passage]

  /// Folds what only passes another record on; where more than `limit` lines remain, a stretch in the middle as well.
  /// Folds nothing where there is no limit.
  package init(_ chain: [Record], limit: Int?) {
    guard let limit else {
      passages = chain.map(Passage.record)
      return
    }
    precondition(limit >= 3, "an effect, a fold and a root cause need three lines")
    var kept: [Record] = []
    var folded: [Record] = []
    var place = 0
    for (index, record) in chain.enumerated() {
      let isEnd = index == 0 || index == chain.count - 1
      let passesOn = record.isCopy || record.isStatusEcho || (index > 0 && record.precedes(chain[index - 1]))
      if isEnd || !passesOn {
        kept.append(record)
      } else {
        folded.append(record)
        place = kept.count
      }
    }
    if kept.count + (folded.isEmpty ? 0 : 1) > limit {
      // The causes nearest to the effect and to the root tell the most.
      let tail = (limit - 1) / 2
      place = limit - 1 - tail
      let middle = place..<(kept.count - tail)
      folded = (folded + kept[middle]).sorted { $0.id > $1.id }
      kept.removeSubrange(middle)
    }
    passages = kept.map(Passage.record)
    if !folded.isEmpty { passages.insert(.folded(folded), at: place) }
  }
}
