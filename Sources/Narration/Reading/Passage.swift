package import Machinery
package import Objects

/// A part of a story: one record, or several that say nothing new and are folded into one line.
package enum Passage: Sendable {
  case record(Record)
  case folded([Record])
}

extension History {
  /// What has happened to an object, in order; copies, status echoes, Events and idle reconciles are folded, and those
  /// that come to the same as the one told before.
  package func story(of id: ObjectID) -> [Passage] {
    var story: [Passage] = []
    var folded: [Record] = []
    var told: Reconciliation?
    for record in records(concerning: id) {
      if case .reconciled(let reconciliation) = record.happening {
        if record.isQuiet || reconciliation.comesToTheSame(as: told) {
          folded.append(record)
          continue
        }
        told = reconciliation
      } else if record.isQuiet {
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
  package var isQuiet: Bool {
    switch happening {
    case .notified, .concluded, .eventDropped: true
    case .reconciled(let reconciliation): reconciliation.isQuiet || reconciliation.isEcho
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
  var isQuiet: Bool { actions.isEmpty && !isHeldBack }

  /// Whether all that was done was to note in a status what was seen.
  var isEcho: Bool {
    guard !actions.isEmpty, !isHeldBack else { return false }
    return actions.allSatisfy { if case .recordStatus = $0.effect { true } else { false } }
  }

  private var isHeldBack: Bool { passedOver.contains { $0.reason.holdsBack } }

  /// Whether nothing was done for the same reasons as in another.
  fileprivate func comesToTheSame(as other: Reconciliation?) -> Bool {
    guard let other else { return false }
    return actions.isEmpty && other.actions.isEmpty && passedOver.map(\.reason) == other.passedOver.map(\.reason)
  }
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

  /// Folds what only passes another record on; where more than `limit` lines remain, what tells least of why as well.
  /// Folds nothing where there is no limit.
  package init(_ chain: [Record], limit: Int?) {
    guard let limit else {
      passages = chain.map(Passage.record)
      return
    }
    precondition(limit >= 3, "an effect, a fold and a root cause need three lines")
    let ends = Set([0, chain.count - 1])
    var kept = chain.indices.filter { index in
      ends.contains(index) || !(chain[index].passesOn || (index > 0 && chain[index].precedes(chain[index - 1])))
    }
    if kept.count + (kept.count < chain.count ? 1 : 0) > limit {
      // Of what tells as much, the causes nearest to the effect come first.
      let between = kept.filter { !ends.contains($0) }.sorted {
        (-chain[$0].turning, $0) < (-chain[$1].turning, $1)
      }
      kept = (ends + between.prefix(limit - 1 - ends.count)).sorted()
    }
    passages = kept.map { .record(chain[$0]) }
    let folded = chain.indices.filter { !kept.contains($0) }
    guard !folded.isEmpty else { return }
    // They are told in one place, where most of them are.
    let gaps = zip(kept, kept.dropFirst()).map { $1 - $0 }
    let widest = gaps.indices.max { (gaps[$0], $1) < (gaps[$1], $0) } ?? 0
    passages.insert(.folded(folded.map { chain[$0] }), at: widest + 1)
  }
}

extension Record {
  /// Whether this only hands on what its cause says: news on its way, a status, the end of a reconcile.
  fileprivate var passesOn: Bool {
    switch happening {
    case .concluded: true
    case .reconciled(let reconciliation): reconciliation.isQuiet || reconciliation.isEcho
    default: isCopy || isStatusEcho
    }
  }

  /// How much it tells of why something is so: most where somebody has done something or something went wrong.
  fileprivate var turning: Int {
    switch happening {
    case .command, .fault, .configured, .refused, .node: 4
    case .pod(_, let step): step.isTrouble ? 3 : 0
    case .reconciled, .scheduled, .collected: 2
    case .wrote(let verb, _, _): verb == .create || verb == .delete ? 1 : 0
    case .began, .notified, .notTold, .listed, .requeued, .concluded, .eventDropped: 0
    }
  }
}

extension PodStep {
  /// Whether something went otherwise than the Pod is meant to go.
  fileprivate var isTrouble: Bool {
    switch self {
    case .rejected, .mountFailed, .imageFailed, .startFailed, .exited, .outOfMemory, .killed, .deadlineExceeded: true
    case .probed(let probe): !probe.isSuccess
    case .hooked(let hook): !hook.isSuccess
    case .admitted, .sandboxReady, .pulling, .pulled, .imagePresent, .imageBackOff, .created, .started, .executed,
      .terminating, .stopping, .stopped, .backingOff, .restarting, .ended, .cleanedUp:
      false
    }
  }
}
