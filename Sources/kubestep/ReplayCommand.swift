import ArgumentParser
import Foundation
import Kubectl
import Lessons
import Narration
import Session
import Terminal

/// `kubestep replay FILE`: a session that was saved, from its start.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Open a saved session, paused at its start; not on a terminal, standard input gives the commands."
  )

  @ArgumentParser.Flag(name: .long, help: "Only run it again and say whether it is the same; exit code 1 if not.")
  var verify = false

  @Argument(help: "The file that `save` wrote.", completion: .file())
  var file: String

  func run() throws {
    let facts = TerminalFacts.current(environment: ProcessInfo.processInfo.environment)
    let reading = try JournalFile.read(file)
    let journal = reading.journal
    if let damage = reading.damage { JournalFile.tell(.damaged(file, damage), journal.header.language) }
    var recorded = try RecordedConsole(journal.header, Seat(facts, journal.header.language))
    let replay = recorded.replay(journal, stopsAtParting: verify)
    if let parting = replay.parting { JournalFile.tell(parting, journal.header) }
    if replay.isInterrupted { JournalFile.tell(.replayInterrupted(replay, of: journal), journal.header.language) }
    if verify {
      if replay.isInterrupted { throw ExitCode(128 + SIGINT) }
      if replay.parting != nil { throw ExitCode(1) }
      let message = Localized.verified(inputs: replay.inputs, hashes: replay.hashes)
      StandardStreams.out(message.text(in: journal.header.language) + "\n")
      if reading.damage != nil { throw ExitCode(1) }
      return
    }
    recorded.seat.show(.replayBegins(file, inputs: journal.entries.count))
    // At a prompt there is no script any more that says how long everything takes.
    if journal.header.pace == .script { _ = recorded.take("set mode auto") }
    StandardStreams.show(recorded.take("goto start"))
    recorded.takeAll()
  }
}

/// `kubestep --resume`: the last session, as it was when it was left.
enum ResumedSession {
  static func run() throws {
    let facts = TerminalFacts.current(environment: ProcessInfo.processInfo.environment)
    guard let (autosave, path, bytes) = Autosave.resume() else {
      JournalFile.tell(.nothingToResume, Languages.choose(nil))
      throw ExitCode(1)
    }
    let reading = try JournalFile.reading(bytes, path)
    let journal = reading.journal
    if let damage = reading.damage {
      // A line that was being written is the command in flight; anything else is worth a look.
      if case .altered = damage { _ = MachineFiles.writer.write(path + ".damaged", bytes) }
      JournalFile.tell(.damaged(path, damage), journal.header.language)
    }
    var recorded = try RecordedConsole(journal.header, Seat(facts, journal.header.language))
    let replay = recorded.replay(journal)
    if let parting = replay.parting { JournalFile.tell(parting, journal.header) }
    if replay.isInterrupted { JournalFile.tell(.replayInterrupted(replay, of: journal), journal.header.language) }
    recorded.goOn(in: autosave, having: bytes[..<reading.intact])
    recorded.seat.language = recorded.console.session.language
    recorded.seat.show(.resumed(inputs: replay.inputs))
    recorded.takeAll()
  }
}

/// Journals in files of the machine.
enum JournalFile {
  /// Reads a journal; where nothing of it can be read, says why and ends the program.
  static func read(_ path: String) throws -> JournalReading {
    switch MachineFiles.reader.read(path) {
    case .file(let bytes): return try reading(bytes, path)
    case .missing: StandardStreams.err("error: \(path): No such file or directory\n")
    case .folder: StandardStreams.err("error: \(path): Is a directory\n")
    case .unreadable(let reason): StandardStreams.err("error: \(path): \(reason)\n")
    }
    throw ExitCode(1)
  }

  static func reading(_ bytes: [UInt8], _ path: String) throws -> JournalReading {
    do throws(JournalError) {
      return try JournalText.read(bytes)
    } catch {
      tell(.unreadable(path, error), Languages.choose(nil))
    }
    throw ExitCode(1)
  }

  static func tell(_ message: Localized, _ language: Language) {
    StandardStreams.err(message.text(in: language) + "\n")
  }

  static func tell(_ parting: Replay.Parting, _ header: Journal.Header) {
    tell(.parts(parting), header.language)
    if header.program != Kubestep.version { tell(.writtenBy(header.program, now: Kubestep.version), header.language) }
  }
}

/// What is said about journals.
extension Localized {
  static let nothingToResume = Localized("error: there is no session to go on with", "error: 이어 갈 세션이 없습니다")
  static func resumed(inputs: Int) -> Localized {
    Localized(
      "The last session goes on; lines typed in it: \(inputs).",
      "지난 세션을 이어 갑니다. 입력한 줄: \(inputs)개"
    )
  }
  static func replayBegins(_ file: String, inputs: Int) -> Localized {
    Localized(
      "\(file), paused at its start; lines typed in it: \(inputs). step · forward · goto end · branches",
      "\(file): 시작에서 멈춰 있습니다. 입력한 줄: \(inputs)개. step · forward · goto end · branches"
    )
  }
  static func verified(inputs: Int, hashes: Int) -> Localized {
    Localized(
      "the same run: \(inputs) lines typed again, \(hashes) state hashes equal",
      "같은 실행입니다: 입력 \(inputs)줄, 일치한 상태 해시 \(hashes)개"
    )
  }
  static func parts(_ parting: Replay.Parting) -> Localized {
    let events = parting.events.map { events in
      Localized(
        ", between events \(events.lowerBound) and \(events.upperBound)",
        ", 이벤트 \("\(events.lowerBound)".josa(.and)) \(events.upperBound) 사이"
      )
    }
    return Localized(
      "the hashes part at input \(parting.input)",
      "해시가 \(parting.input)번째 입력에서 갈라집니다"
    ) + (events ?? Localized(same: "")) + ": \(parting.line)"
  }
  static func replayInterrupted(_ replay: Replay, of journal: Journal) -> Localized {
    let (done, all) = (replay.inputs, journal.entries.count)
    return Localized(
      "interrupted: \(done) of \(all) lines were typed again; the session stands there",
      "중단했습니다: \(all)줄 중 \(done)줄을 다시 입력했고, 세션은 거기에 멈춰 있습니다"
    )
  }
  static func writtenBy(_ old: String, now: String) -> Localized {
    Localized(
      "it was written by kubestep \(old), this is \(now)",
      "kubestep \(old)에서 저장했고, 지금은 \(now)입니다"
    )
  }
  static func damaged(_ file: String, _ damage: JournalDamage) -> Localized {
    switch damage {
    case .cutOff(let line):
      Localized(
        "warning: \(file) is cut off in line \(line); what comes before is whole",
        "warning: \(file.josa(.subject)) \(line)번째 줄에서 잘려 있습니다. 그 앞은 온전합니다"
      )
    case .altered(let line):
      Localized(
        "warning: \(file) has been altered in line \(line); what comes before is whole, the rest is not read",
        "warning: \(file)의 \(line)번째 줄이 바뀌어 있습니다. 그 앞은 온전하고 나머지는 읽지 않습니다"
      )
    }
  }
  static func unreadable(_ file: String, _ error: JournalError) -> Localized {
    switch error {
    case .notAJournal:
      Localized("error: \(file) is no journal of kubestep", "error: \(file.josa(.topic)) kubestep의 기록이 아닙니다")
    case .newer(let format):
      Localized(
        "error: \(file) has format \(format), which is newer than this kubestep reads (\(JournalText.format))",
        "error: \(file)의 형식은 \(format)입니다. 이 kubestep은 형식 \(JournalText.format)까지 읽습니다"
      )
    case .nothingLeft:
      Localized(
        "error: the first line of \(file) is damaged; without it nothing can be recovered",
        "error: \(file)의 첫 줄이 손상되어 아무것도 되살릴 수 없습니다"
      )
    }
  }
  static func notKept(_ reason: String, hasBegun: Bool) -> Localized {
    if hasBegun {
      return Localized(
        "warning: from this line on the session cannot be kept for --resume: \(reason)",
        "warning: 이 줄부터는 세션을 --resume용으로 저장할 수 없습니다: \(reason)"
      )
    }
    return Localized(
      "warning: this session cannot be kept for --resume: \(reason)",
      "warning: 이 세션을 --resume용으로 저장할 수 없습니다: \(reason)"
    )
  }
}
