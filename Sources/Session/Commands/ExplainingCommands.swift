import APIServer
import Cluster
import Kubectl
import Machinery
import Manifest
import Narration
import Objects

extension SessionCommand {
  static let explain = SessionCommand(
    names: ["explain"],
    usage: "explain [#ID|TYPE/NAME|pod/NAME probes]",
    purpose: Localized(
      "tell the last step, one record, or an object's story; with a field path it is kubectl's",
      "마지막 단계나 기록 하나, 오브젝트의 이야기를 설명합니다. 필드 경로를 주면 kubectl의 explain입니다"
    ),
    examples: ["explain", "explain rs/web"],
    run: { session, words, output throws(UsageError) in
      guard let word = words.first else {
        guard let last = session.timeline.records.last else { return }
        session.tell(last, &output)
        return
      }
      if word.text.hasPrefix("#") {
        guard let id = RecordID(typed: word.text), session.timeline.recall(id), let record = session.timeline.trace[id]
        else {
          output.fail(session.text(.unknownRecord(word.text)))
          return
        }
        session.tell(record, &output)
      } else if let id = session.object(word.text, &output) {
        if words.count > 1 {
          guard words.count == 2, words[1].text == "probes", id.kind == .pod else { throw UsageError() }
          guard let pod = session.timeline.cluster.store[id]?.as(Pod.self) else {
            output.fail(session.text(.unknownObject(word.text)))
            return
          }
          for line in session.narrator.probes(of: pod) { output.print(line) }
          return
        }
        for line in session.narrator.story(of: id, in: session.timeline) { output.print(line) }
      }
    }
  )

  static let why = SessionCommand(
    names: ["why"],
    usage: "why [#ID|TYPE/NAME]",
    purpose: Localized("tell what led to this, back to what you typed", "무엇 때문에 이렇게 되었는지 거슬러 설명합니다"),
    examples: ["why", "why rs/web"],
    run: { session, words, output throws(UsageError) in
      let lines: [String]
      if let word = words.first, !word.text.hasPrefix("#") {
        guard let id = session.object(word.text, &output) else { return }
        lines = session.narrator.why(id, in: session.timeline)
      } else {
        let text = words.first?.text ?? "#\(session.timeline.lastRecord.number)"
        guard let id = RecordID(typed: text), session.timeline.recall(id) else {
          output.fail(session.text(.unknownRecord(text)))
          return
        }
        lines = session.narrator.why(id, in: session.timeline)
      }
      for line in lines { output.print(line) }
    }
  )

  static let trace = SessionCommand(
    names: ["trace"],
    usage: "trace [--component NAME] [--kind KIND] [--object TYPE/NAME] [--output json]",
    purpose: Localized("list what has happened, all or some of it", "일어난 일을 모두 또는 골라서 보여 줍니다"),
    examples: ["trace --component replicaset-controller", "trace --output json"],
    run: { session, words, output throws(UsageError) in
      var filter = TraceFilter()
      var asJSON = false
      var rest = words.map(\.text)[...]
      while let word = rest.popFirst() {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard let name = parts.first, let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
          throw UsageError()
        }
        switch name {
        case "--component": filter.component = value
        case "--kind" where RecordKind(rawValue: value) != nil: filter.kind = RecordKind(rawValue: value)
        case "--object":
          guard let id = session.object(value, &output) else { return }
          filter.object = id
        case "--output" where value == "json", "-o" where value == "json": asJSON = true
        default:
          throw UsageError()
        }
      }
      for record in session.timeline.records where filter.matches(record) {
        output.print(
          asJSON
            ? RecordJSON.value(record, start: session.configuration.start).json : session.narrator.line(record)
        )
      }
    }
  )
}

extension Session {
  func tell(_ record: Record, _ output: inout CommandOutput) {
    for line in narrator.explanation(record, in: timeline) { output.print(line) }
  }

  /// Reads `rs/web`; nil, and told, where the type is not known or nothing of that name was ever seen.
  func object(_ text: String, _ output: inout CommandOutput) -> ObjectID? {
    guard let id = ResourceName.object(text, namespace: "default") else {
      output.fail(
        "error: the server doesn't have a resource type \"\(text.prefix { $0 != "/" })\""
      )
      return nil
    }
    guard timeline.cluster.store[id] != nil || timeline.records.contains(where: { $0.concerns(id) }) else {
      output.fail(self.text(.unknownObject(text)))
      return nil
    }
    return id
  }
}
