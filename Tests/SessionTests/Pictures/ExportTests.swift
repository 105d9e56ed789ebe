import APIServer
import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects
import Session
import Synchronization
import Testing

@Suite("The exported page's data")
struct ExportTests {
  private let timeline = ExportedRun.timeline
  private let start = ExportedRun.timeline.cluster.configuration.start
  private var value: Value { RunExport(timeline, start: start, language: .english).value }

  /// The rows of all records.
  private func rows(_ value: Value) throws -> [[Value]] {
    try #require(value["records"]?.array).map { try #require($0.array) }
  }

  @Test("shows after each step what the cluster had then")
  func states() throws {
    let truth = ExportedRun.truth(timeline)
    var shown: [String: String] = [:]
    var compared = 0
    for row in try rows(value) {
      if row.count > 6, let change = row[6].array {
        let texts = change.map { $0.string ?? String($0.int ?? 0) }
        let name = texts[0] + " " + texts[1]
        // The mark whether the Pod is ready is told by its own test.
        let rest = texts.count == 7 ? texts[2...4] + [texts[6]] : texts[2...]
        shown[name] = texts.count == 2 ? nil : ([name] + rest).joined(separator: " ")
      }
      guard let number = row[0].int, let picture = truth[Int(number)] else { continue }
      #expect(Set(shown.values) == picture, "after #\(number)")
      compared += 1
    }
    #expect(compared == truth.count && compared > 500)
  }

  @Test("says of each Pod whether it is ready, as its condition does")
  func readiness() throws {
    let ready = try rows(value).last { $0.count > 6 && $0[6].array?.count == 7 && $0[6].array?[5].int == 1 }
    let name = try #require(ready?[6].array?[1].string)
    let id = ObjectID(.pod, namespace: "default", name: name)
    let records = timeline.trace.all.filter { $0.object == id && $0.id.number <= Int(ready?[0].int ?? 0) }
    guard case .wrote(_, _, let change?)? = records.last?.happening else {
      Issue.record("the last record of it is no write")
      return
    }
    #expect(change.object.as(Pod.self)?.isReady == true)
  }

  @Test("holds each record's explanation in both languages", arguments: Language.allCases)
  func explanations(language: Language) throws {
    let value = value
    let texts = try #require(value["texts"]?.array)
    func say(_ place: Value) -> String {
      let text = texts[Int(place.int ?? 0)]
      return text.string ?? text.array?[language == .english ? 0 : 1].string ?? ""
    }
    let rows = try rows(value)
    let components = try #require(value["components"]?.array).compactMap(\.string)
    let told = Dictionary(uniqueKeysWithValues: rows.map { ($0[0].int ?? 0, $0) })
    let narrator = Narrator(language: language, start: start)
    let history = History(timeline, reaching: timeline.trace.all.last?.id ?? timeline.lastRecord)
    for (record, row) in zip(timeline.trace.all, rows) {
      #expect(say(row[4]) == narrator.sentence(record))
      let flat = try #require(row[5].array)
      let lines = try stride(from: 0, to: flat.count, by: 3).map { place in
        var line = String(repeating: "  ", count: Int(flat[place].int ?? 0)) + say(flat[place + 1])
        if let reference = flat[place + 2].int, reference != 0 {
          let other = try #require(told[abs(reference)])
          line +=
            "#\(abs(reference)) " + (reference > 0 ? components[Int(other[2].int ?? 0)] + ": " : "") + say(other[4])
        }
        return line
      }
      #expect(lines == Array(narrator.explanation(record, history, in: timeline).dropFirst()), "\(record.id)")
    }
  }

  @Test("opens at the present moment, also where that lies in the past")
  func opensAtPresent() throws {
    var timeline = timeline
    timeline.back(100)
    let value = RunExport(timeline, start: start, language: .korean).value
    let place = Int(try #require(value["at"]?.int))
    let rows = try rows(value)
    #expect(rows.count == timeline.trace.all.count && place < rows.count - 100)
    #expect(rows[place][0].int == Int64(timeline.lastRecord.number))
    #expect(value["language"] == "ko")
  }

  @Test("no text of the run can end its element, and nothing is loaded from elsewhere")
  func isSelfContained() {
    let page = RunPage.html(RunExport(timeline, start: start, language: .english))
    #expect(page.contains(#"\u003c/script\u003e\u003cb\u003e\u0026amp;"#))
    #expect(page.split(separator: "</script>").count == 3)
    for word in ["src=", "@import", "url(", "http://", "https://", "fetch(", "XMLHttpRequest"] {
      // The one address is SVG's name.
      let rest = page.replacing("http://www.w3.org/2000/svg", with: "").replacing(#"http://10."#, with: "")
      #expect(!rest.contains(word), "\(word)")
    }
  }

  @Test("a page stays small: some hundred bytes a record beside the page itself")
  func isSmall() {
    let run = RunExport(timeline, start: start, language: .english)
    #expect(RunPage.html(run).utf8.count < 30_000 + 450 * run.count)
  }

  @Test("every word that the page asks for is there")
  func words() throws {
    let page = RunPage.html(RunExport(timeline, start: start, language: .english))
    let words = try #require(value["words"]?.object)
    let asked = page.matches(of: /(?:data-word="|data-label="|word\(")([A-Za-z]+)"/).map { String($0.1) }
    #expect(asked.count > 20)
    for word in asked { #expect(words[word] != nil, "\(word)") }
    for word in words.names { #expect(asked.contains(word), "nobody asks for \(word)") }
  }

  @Test("export writes the page through the session's writer and says what it wrote")
  func command() {
    let written = Mutex<(path: String, count: Int)?>(nil)
    var session = ExportedRun.session()
    session.writer = FileWriter { path, bytes in
      written.withLock { $0 = (path, bytes.count) }
      return nil
    }
    let output = session.execute("export html run.html")
    let (path, count) = written.withLock { $0 } ?? ("", 0)
    #expect(path == "run.html")
    #expect(output.stdout == "wrote run.html: \(session.timeline.trace.all.count) records, \(count) bytes\n")
    session.writer = FileWriter { _, _ in "No space left on device" }
    let failed = session.execute("export html run.html")
    #expect(failed.stderr == "error: run.html: No space left on device\n" && failed.exit == 1)
    let unknown = session.execute("export pdf run.pdf")
    #expect(unknown.stderr == "usage: export html FILE [BRANCH]\n")
  }

  @Test("holds one branch, and names the others")
  func branches() throws {
    var session = Session.test(.auto)
    for line in ["create -f pod.yaml", "back 10", "delete pod web"] { _ = session.execute(line) }
    let run = RunExport(session.timeline, start: session.configuration.start, language: .english).value
    #expect(run["branch"]?.string == "branch-2" && run["otherBranches"] == ["main"])
    let written = Mutex("")
    session.writer = FileWriter { _, bytes in
      written.withLock { $0 = String(decoding: bytes, as: UTF8.self) }
      return nil
    }
    #expect(session.execute("export html run.html main").exit == 0)
    #expect(written.withLock { $0 }.contains("\"branch\":\"main\""))
    #expect(session.timeline.present.name == "branch-2")
    #expect(session.execute("export html run.html nope").stderr.hasPrefix("error: there is no branch nope"))
  }
}
