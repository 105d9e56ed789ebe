import Basics
import Cluster
import Kubectl
import Narration
import Session
import Testing

@Suite("Journals")
struct JournalTests {
  /// A session that keeps its journal, with nothing outside but the manifests of the tests.
  private struct Recorded {
    let recorder: SessionRecorder
    var session: Session

    init(_ header: Journal.Header, files: FileReader, goesOn: @escaping (Headway) -> Bool = { _ in true }) {
      recorder = SessionRecorder(header)
      session = Session(header.configuration, pace: header.pace, language: header.language, files: files)
      session.goesOn = goesOn
      recorder.attach(to: &session)
    }

    mutating func type(_ lines: [String]) {
      for line in lines { _ = recorder.take(line, &session) }
    }
  }

  private static let header = Journal.Header(
    program: "test",
    Configuration(seed: 7, nodes: 2),
    pace: .auto,
    language: .english
  )

  private static let lines = [
    "create -f pod.yaml", "apply -f rs.yaml", "get pods", "mark here", "scale rs web --replicas=5", "back 30",
    "delete pod web", "get rs -o yaml", "create -f none.yaml", "switch main", "set mode step", "step 3", "goto here",
    "advance 2m", "no such command", "goto 3s",
  ]

  private static func recorded(_ lines: [String] = lines) -> Recorded {
    var recorded = Recorded(header, files: Manifests.files)
    recorded.type(lines)
    return recorded
  }

  private static func read(_ text: String) throws -> JournalReading { try JournalText.read(Array(text.utf8)) }

  @Test("give the session again with all its branches, without the files that it read")
  func replays() throws {
    let recorded = JournalTests.recorded()
    let reading = try JournalTests.read(recorded.recorder.text)
    #expect(reading.damage == nil)
    #expect(reading.journal.header == JournalTests.header)
    #expect(reading.journal.entries.map(\.line) == JournalTests.lines)
    var again = Recorded(reading.journal.header, files: .none)
    var replay = Replay()
    replay.run(reading.journal, on: &again.session, again.recorder, stopsAtParting: true)
    #expect(replay.parting == nil)
    #expect(replay.inputs == JournalTests.lines.count)
    let (old, new) = (recorded.session.timeline, again.session.timeline)
    #expect(new.moment == old.moment)
    #expect(new.branches.map(\.name) == old.branches.map(\.name))
    #expect(new.branches.count == 2)
    #expect(new.marks == old.marks)
    for branch in old.branches {
      #expect(new.cluster(at: branch.last).stateHash == old.cluster(at: branch.last).stateHash)
    }
    #expect(again.recorder.text == recorded.recorder.text)
  }

  @Test("cut at any byte keep what comes before")
  func cutAnywhere() throws {
    let text = Array(JournalTests.recorded(["create -f pod.yaml", "get pods", "back 3"]).recorder.text.utf8)
    let ends = text.indices.filter { text[$0] == UInt8(ascii: "\n") }
    for length in text.indices {
      // A line without its line feed is whole already.
      let whole = ends.count { $0 <= length }
      do throws(JournalError) {
        let reading = try JournalText.read(Array(text[..<length]))
        #expect(reading.journal.entries.count == whole - 1, "at \(length)")
        let isAtALine = length == 0 || text[length - 1] == UInt8(ascii: "\n") || text[length] == UInt8(ascii: "\n")
        #expect(reading.damage == (isAtALine ? nil : .cutOff(line: whole + 1)), "at \(length)")
      } catch {
        #expect(whole == 0, "at \(length)")
        #expect(error == (length == 0 ? .notAJournal : .nothingLeft))
      }
    }
  }

  @Test("with a byte that was flipped keep what comes before")
  func flippedBytes() throws {
    let text = Array(JournalTests.recorded().recorder.text.utf8)
    let whole = try JournalText.read(text).journal.entries
    var generator = Generator(seed: 6)
    for _ in 0..<2_000 {
      let place = generator.below(text.count)
      let bit = UInt8(1 << generator.below(8))
      var altered = text
      altered[place] ^= bit
      let before = text[..<place].count { $0 == UInt8(ascii: "\n") }
      guard let reading = try? JournalText.read(altered) else {
        #expect(before == 0, "byte \(place), bit \(bit)")
        continue
      }
      #expect(reading.damage != nil, "byte \(place), bit \(bit)")
      #expect(reading.journal.entries == Array(whole.prefix(before - 1)), "byte \(place), bit \(bit)")
    }
  }

  @Test("of a newer format are refused, and what is no journal")
  func refused() {
    #expect(throws: JournalError.newer(2)) {
      try JournalTests.read("{\"journal\":\"kubestep journal\",\"format\":2,\"what\":[]}\n")
    }
    for text in ["", "\n", "apiVersion: v1\n", "{}\n", "[1]\n"] {
      #expect(throws: JournalError.notAJournal) { try JournalTests.read(text) }
    }
  }

  @Test("say at which input, and between which events, another run parts")
  func parts() throws {
    let lines = ["apply -f rs.yaml", "scale rs web --replicas=20", "get pods"]
    var journal = try JournalTests.read(JournalTests.recorded(lines).recorder.text).journal
    try #require(journal.entries[1].outcome.hashes.count > 1)
    journal.entries[1].outcome.hashes[1] ^= 1
    var again = Recorded(journal.header, files: .none)
    var replay = Replay()
    replay.run(journal, on: &again.session, again.recorder, stopsAtParting: true)
    let before = journal.entries[1].outcome.hashesBefore
    let begin = (before + 1) * Journal.Header.hashEvery
    #expect(replay.parting?.input == 2)
    #expect(replay.parting?.line == "scale rs web --replicas=20")
    #expect(replay.parting?.events == begin..<begin + 100)
    #expect(replay.inputs == 2)
  }

  @Test("have a hash for every hundred events")
  func hashesAreDense() throws {
    let recorded = JournalTests.recorded(["apply -f rs.yaml", "scale rs web --replicas=20"])
    let entries = try JournalTests.read(recorded.recorder.text).journal.entries
    #expect(entries.map(\.outcome.hashes.count).reduce(0, +) == recorded.session.timeline.trace.moves / 100)
    #expect(recorded.session.timeline.trace.moves > 200)
  }

  @Test("know where a line was interrupted")
  func interrupted() throws {
    nonisolated(unsafe) var asked = 0
    var recorded = Recorded(JournalTests.header, files: Manifests.files) { _ in
      asked += 1
      // Once for the write of apply, and then for each step.
      return asked < 5
    }
    recorded.type(["set mode step", "apply -f rs.yaml", "step 10"])
    let journal = try JournalTests.read(recorded.recorder.text).journal
    #expect(journal.entries[2].intake.interruptedAfter == 3)
    var again = Recorded(journal.header, files: .none)
    var replay = Replay()
    replay.run(journal, on: &again.session, again.recorder, stopsAtParting: true)
    #expect(replay.parting == nil)
    #expect(again.session.timeline.lastRecord == recorded.session.timeline.lastRecord)
  }
}
