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
      let end = session.timeline.now + patience
      session.carryOut(.until(condition, text: typed.text, end: end), &output)
    }
  )
}
