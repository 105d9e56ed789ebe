import Basics
import Cluster
import Kubectl
import Narration

extension SessionCommand {
  /// How long `until` waits at the most, in virtual time.
  private static let patience = Interval.hours(1)

  static let until = SessionCommand(
    names: ["until"],
    usage: "until TYPE/NAME CONDITION | TYPE/NAME gone | TYPE/NAME.FIELD==VALUE | TYPES.running==N",
    purpose: Localized("go on until something holds", "조건이 이루어질 때까지 진행합니다"),
    examples: ["until pod/web Ready", "until rs/web.status.readyReplicas==3"],
    run: { session, words, output throws(UsageError) in
      let typed = words.map(\.text).joined(separator: " ")
      guard let condition = WorldCondition(typed) else {
        throw UsageError()
      }
      let position = session.timeline.position
      let end = session.timeline.now + patience
      let goesOn = session.goesOn
      let holds = session.timeline.run(until: end) { condition.holds(in: $0.store) || !goesOn() }
      if session.timeline.position > position {
        output.print(session.narrator.summary(of: session.timeline, since: position))
      }
      if !holds || !condition.holds(in: session.timeline.cluster.store) {
        output.fail(session.text(.notReached(typed)))
      }
    }
  )
}
