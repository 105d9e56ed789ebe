import Basics
import Cluster
import Kubectl
import Narration

extension SessionCommand {
  /// How long `until` waits at the most, in virtual time.
  private static let patience = Interval.hours(1)

  static let until = SessionCommand(
    name: "until",
    purpose: Localized("go on until something holds: help conditions", "조건이 이루어질 때까지 진행합니다: help conditions"),
    examples: ["until pod/web Ready", "until rs/web.status.readyReplicas==3"],
    runCondition: { session, typed, output in
      guard let condition = typed.condition(in: session, &output) else { return }
      let position = session.timeline.position
      var watch = ConditionWatch(condition, in: session.timeline)
      var holds = condition.isAboutObjects && watch.holds
      let halt = session.go(until: session.timeline.now + patience) { timeline, made in
        if !made.isEmpty, watch.comesTrue(by: made, in: timeline) { holds = true }
        return holds
      }
      if session.timeline.position > position {
        output.print(session.narrator.summary(of: session.timeline, since: position))
      }
      session.tell(halt, &output)
      if case .done = halt, !holds { output.fail(session.text(.notReached(typed.text))) }
      if holds, !condition.isAboutObjects, let last = session.timeline.records.last {
        output.print("  \(session.narrator.line(last))")
      }
    }
  )
}
