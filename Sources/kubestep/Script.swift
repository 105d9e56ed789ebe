import Cluster
import Foundation
import Kubectl
import Lessons
import Narration
import Session

/// Runs a script and writes its answers to the standard streams.
enum Script {
  /// Whether all went through; false where `failFast` stopped it.
  static func run(
    _ bytes: [UInt8],
    _ configuration: Configuration,
    language: Language,
    asJSON: Bool,
    failFast: Bool
  ) -> Bool {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var configuration = configuration
    // A journal takes its time, so it is kept only where the script saves it.
    let isKept = lines.contains { $0.starts(with: "save ") }
    if isKept { configuration.hashEvery = Journal.Header.hashEvery }
    var session = MachineSession.make(configuration, pace: .script, language: language)
    session.files = LessonLibrary.embedded.reader(under: session.files)
    if isKept { SessionRecorder(Journal.Header(program: Kubestep.version, session)).attach(to: &session) }
    var runner = ScriptRunner(session)
    for line in lines {
      for entry in take(String(line), &runner) {
        write(told(entry, in: language), asJSON: asJSON)
        if failFast, entry.output.exit != 0, !entry.isDirective { return false }
      }
      if runner.session.hasEnded { break }
    }
    for entry in runner.finish() { write(entry, asJSON: asJSON) }
    return true
  }

  /// Lessons are the prompt's; where a script asks for one, what runs it is told.
  private static func told(_ entry: ScriptEntry, in language: Language) -> ScriptEntry {
    guard entry.output.exit != 0, entry.command.split(separator: " ").first == "lesson" else { return entry }
    var entry = entry
    entry.output.warn(Localized.lessonsRunElsewhere.text(in: language))
    return entry
  }

  private static func take(_ line: String, _ runner: inout ScriptRunner) -> [ScriptEntry] {
    guard let recorder = runner.session.recorder else { return runner.run(line) }
    return recorder.take(line, &runner).answer
  }

  private static func write(_ entry: ScriptEntry, asJSON: Bool) {
    if asJSON {
      StandardStreams.out(entry.json + "\n")
    } else if !entry.isDirective {
      StandardStreams.show(entry.output)
    }
  }
}

extension Localized {
  fileprivate static let lessonsRunElsewhere = Localized(
    "A script has no lessons. kubestep lesson NAME begins one, and takes its answers from standard input.",
    "스크립트에는 레슨이 없습니다. kubestep lesson NAME이 레슨을 시작하고, 답은 표준 입력에서 읽습니다."
  )
}
