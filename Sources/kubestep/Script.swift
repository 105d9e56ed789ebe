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
        write(entry, asJSON: asJSON)
        if failFast, entry.output.exit != 0, !entry.isDirective { return false }
      }
      if runner.session.hasEnded { break }
    }
    for entry in runner.finish() { write(entry, asJSON: asJSON) }
    return true
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
