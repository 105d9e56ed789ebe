import Cluster
package import Narration

/// How a run stands still, which tells what can be done next.
package enum Standing: Hashable, Sendable {
  /// More has happened than where it stands.
  case past
  /// Something is about to happen.
  case busy
  case settled
}

extension Session {
  package var standing: Standing {
    if timeline.isInThePast { return .past }
    return timeline.cluster.isSettled ? .settled : .busy
  }
}

extension Standing {
  /// The commands that lead on.
  package var possible: Localized {
    switch self {
    case .past:
      Localized(
        "[in the past] forward · goto end · step · why · branches",
        "[과거] forward · goto end · step · why · branches"
      )
    case .busy:
      Localized("[held still] step · next · settle · play · why", "[멈춤] step · next · settle · play · why")
    case .settled:
      Localized("[settled] advance 1m · play · agenda · why · help", "[안정] advance 1m · play · agenda · why · help")
    }
  }

  /// In a word or two, for the prompt; `waiting` events are about to happen. nil where there is nothing to say.
  package func sign(waiting: Int) -> Localized? {
    switch self {
    case .past: Localized("past", "과거")
    case .busy: Localized("\(waiting) waiting", "대기 \(waiting)")
    case .settled: nil
    }
  }
}
