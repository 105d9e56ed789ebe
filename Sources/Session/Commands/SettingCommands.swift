import Basics
import Cluster
import Kubectl
import Machinery
import Narration

extension SessionCommand {
  static let set = SessionCommand(
    names: ["set"],
    usage: "set mode auto|step, set lang en|ko, set promise on|off, set feature-gates NAME=true|false",
    purpose: Localized(
      "change how the session goes on, its language, or the cluster's feature gates",
      "진행 방식, 언어, 클러스터의 피처 게이트를 바꿉니다"
    ),
    examples: ["set mode step", "set lang ko", "set feature-gates ScheduleDaemonSetPods=false"],
    takes: Grammar(
      [.words("mode"), .words("auto", "step")],
      [.words("lang"), .words("en", "ko")],
      [.words("promise"), .words("on", "off")],
      [.words("feature-gates"), .slot(.list(FeatureGates.settings))]
    ),
    run: { session, words, output throws(UsageError) in
      guard words.count == 2 else {
        throw UsageError()
      }
      switch (words[0].text, words[1].text) {
      case ("mode", let name):
        guard let pace = Pace(rawValue: name), pace != .script else {
          throw UsageError()
        }
        session.pace = pace
        output.print(session.text(.pace(name)))
      case ("lang", let name):
        guard let language = Language(name) else {
          throw UsageError()
        }
        session.language = language
      case ("promise", "on"): session.showsPromises = true
      case ("promise", "off"): session.showsPromises = false
      case ("feature-gates", let settings): session.setFeatureGates(settings, &output)
      default: throw UsageError()
      }
    }
  )

  static let seed = SessionCommand(
    names: ["seed"],
    usage: "seed [N]",
    purpose: Localized(
      "show the seed, or begin anew with another; what was is kept as a branch",
      "시드를 보여 주거나 다른 시드로 새로 시작합니다. 지금까지의 실행은 브랜치로 남습니다"
    ),
    examples: ["seed", "seed 7"],
    run: { session, words, output throws(UsageError) in
      guard let word = words.first else {
        output.print(String(session.configuration.seed))
        return
      }
      guard words.count == 1, let seed = UInt64(word.text) else {
        throw UsageError()
      }
      var configuration = session.configuration
      configuration.seed = seed
      session.begin(configuration, &output)
    }
  )

  static let reset = SessionCommand(
    names: ["reset"],
    usage: "reset",
    purpose: Localized(
      "begin anew with the same seed; what was is kept as a branch",
      "같은 시드로 새로 시작합니다. 지금까지의 실행은 브랜치로 남습니다"
    ),
    examples: ["delete rs web", "reset"],
    run: { session, _, output throws(UsageError) in session.begin(session.configuration, &output) }
  )

  static let quit = SessionCommand(
    names: ["quit", "exit"],
    usage: "quit",
    purpose: Localized("leave", "나갑니다"),
    examples: ["quit", "exit"],
    run: { session, _, _ throws(UsageError) in session.hasEnded = true }
  )
}

extension Session {
  /// Sets feature gates of the running cluster; they hold for what is decided from now on.
  fileprivate mutating func setFeatureGates(_ settings: String, _ output: inout CommandOutput) {
    var gates = timeline.cluster.featureGates
    do throws(FeatureGateError) {
      try gates.set(settings)
    } catch {
      output.fail("error: \(error.text)")
      return
    }
    for input in [Input.command("set feature-gates \(settings)", by: author), .featureGates(gates)] {
      _ = try? timeline.perform(input)
    }
    output.print(gates.text)
  }

  /// Begins with a new cluster. What was before is kept, as nothing is ever lost.
  fileprivate mutating func begin(_ configuration: Configuration, _ output: inout CommandOutput) {
    let left = timeline.present.name
    timeline.beginAnew(configuration)
    notedKinds = []
    stopped = nil
    played = nil
    output.print(text(.begunAnew(timeline.present.name, leaving: left)))
  }
}
