import Basics
import Machinery
import Objects

/// How a lifecycle hook comes out, and after how long.
package struct HookOutcome: Hashable, Sendable {
  var action: String
  /// In the kubelet's words where it failed; empty else.
  var message = ""
  var took = Interval.zero

  var isSuccess: Bool { message.isEmpty }
}

extension Kubelet {
  /// Runs a lifecycle hook in a container's world; `limit` is how long it may take.
  ///
  /// Mirrors `lifecycle.handlerRunner.Run`.
  func run(_ hook: LifecycleHook, of index: Int, limit: Interval?, _ turn: inout PodTurn) -> HookOutcome {
    let name = turn.worker.containers[index].name
    let pod = "\(turn.ref.key.name)_\(turn.ref.key.namespace)(\(turn.ref.uid.text))"
    switch hook.action {
    case .sleep(let pause): return HookOutcome(action: "sleep \(pause.wholeSeconds)s", took: pause)
    case .exec(let command):
      let list = command.joined(separator: " ")
      let now = turn.now
      guard let run = turn.worker.value.inWorld(of: index, { $0.command(command, at: now, limit: limit) }) else {
        return HookOutcome(action: "exec [\(list)]")
      }
      var outcome = HookOutcome(action: "exec [\(list)]", took: run.took)
      let error: String? =
        switch run.ending {
        case .exited(0): nil
        case .exited(let code): "command '\(list)' exited with \(code): \(run.both)"
        case .timedOut: "command timed out"
        case .failed(let error): error.message
        case .runsOn: "not simulated: a hook that runs for more than an hour"
        }
      if let error {
        outcome.message =
          "Exec lifecycle hook ([\(list)]) for Container \(name.goQuoted) in Pod \(pod.goQuoted) failed - "
          + "error: \(error), message: \(run.both.goQuoted)"
      }
      return outcome
    case .http(let get):
      let question = WebQuestion(get, of: index, in: turn.worker.value)
      let answer = ask(question, agent: "kube-lifecycle/1.36", limit: limit ?? .minutes(1), &turn)
      var outcome = HookOutcome(action: answer.request, took: answer.took)
      // Any answer is a good one here; only no answer is a failure.
      if !answer.wasAnswered {
        outcome.message =
          "HTTP lifecycle hook (\(get.path)) for Container \(name.goQuoted) in Pod \(pod.goQuoted) failed - "
          + "error: \(answer.text), message: \"\""
      }
      return outcome
    }
  }

  /// Tells how a hook went.
  func tell(_ outcome: HookOutcome, _ kind: LifecycleHook.Kind, _ index: Int, _ turn: inout PodTurn) {
    turn.tell(
      .hooked(
        HookRecord(
          container: turn.worker.containers[index].name,
          hook: kind.rawValue,
          action: outcome.action,
          isSuccess: outcome.isSuccess,
          message: outcome.message
        )
      )
    )
  }
}
