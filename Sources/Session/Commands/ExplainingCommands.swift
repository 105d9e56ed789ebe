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
    usage: "explain [#ID|TYPE/NAME|pod/NAME probes] [-n NAMESPACE]",
    purpose: Localized(
      "tell the last step, one record, or an object's story; with a field path it is kubectl's",
      "마지막 단계나 기록 하나, 오브젝트의 이야기를 설명합니다. 필드 경로를 주면 kubectl의 explain입니다"
    ),
    examples: ["explain", "explain rs/web"],
    takes: Grammar([.slot(.object()), .words("probes")]),
    flags: ["-n": .slot(.named(.namespace))],
    run: { session, words, output throws(UsageError) in
      let target = try TargetWords(words)
      guard let word = target.positional.first else {
        session.tellLastStep(&output)
        return
      }
      if word.hasPrefix("#") {
        guard target.positional.count == 1 else { throw UsageError() }
        guard let record = session.record(word, &output) else { return }
        session.tell(record, &output)
      } else if let id = session.object(word, in: target.namespace, &output) {
        if target.positional.count > 1 {
          guard target.positional.count == 2, target.positional[1] == "probes", id.kind == .pod else {
            throw UsageError()
          }
          session.tellProbes(of: id, word, &output)
          return
        }
        for line in session.narrator.story(of: id, in: session.timeline) { output.print(line) }
      }
    }
  )

  static let why = SessionCommand(
    names: ["why"],
    usage: "why [#ID|TYPE/NAME [FIELD]] [-n NAMESPACE] [--all]",
    purpose: Localized(
      "tell what led to this, back to what you typed; --all folds nothing",
      "무엇 때문에 이렇게 되었는지 입력한 명령까지 거슬러 설명합니다. --all은 접지 않습니다"
    ),
    examples: ["why", "why rs/web", "why rs/web status.readyReplicas --all"],
    takes: Grammar([.slot(.object()), .field], [.words("not")]),
    flags: ["--all": nil, "-n": .slot(.named(.namespace))],
    run: { session, words, output throws(UsageError) in
      let target = try TargetWords(words, flags: ["--all"])
      let limit = target.flags.contains("--all") ? nil : Narrator.whyLimit
      guard target.positional.count <= 2 else { throw UsageError() }
      let lines: [String]
      if let word = target.positional.first, !word.hasPrefix("#") {
        guard let id = session.object(word, in: target.namespace, &output) else { return }
        if target.positional.count == 2 {
          guard let found = session.whyField(target.positional[1], of: id, limit: limit, &output) else { return }
          lines = found
        } else {
          lines = session.narrator.why(id, in: session.timeline, limit: limit)
        }
      } else {
        guard target.positional.count <= 1 else { throw UsageError() }
        let text = target.positional.first ?? session.timeline.lastRecord.text
        guard let record = session.record(text, &output) else { return }
        lines = session.narrator.why(record.id, in: session.timeline, limit: limit)
      }
      for line in lines { output.print(line) }
    }
  )

  static let trace = SessionCommand(
    names: ["trace"],
    usage: "trace [--component NAME] [--kind KIND] [--object TYPE/NAME] [-n NAMESPACE] [--output json]",
    purpose: Localized("list what has happened, all or some of it", "일어난 일을 모두 또는 골라서 보여 줍니다"),
    examples: [
      "trace --component default-scheduler --object pod/web",
      "trace --object pod/web --kind scheduling --output json",
    ],
    flags: [
      "--component": .component, "--kind": .slot(.words(RecordKind.allCases.map(\.rawValue))),
      "--object": .slot(.object()), "--output": .words("json"), "-n": .slot(.named(.namespace)),
    ],
    run: { session, words, output throws(UsageError) in
      var filter = TraceFilter()
      var object: String?
      var namespace: String?
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
        case "--object": object = value
        case "-n", "--namespace": namespace = value
        case "--output" where value == "json", "-o" where value == "json": asJSON = true
        default:
          throw UsageError()
        }
      }
      if let object {
        guard let id = session.object(object, in: namespace, &output) else { return }
        filter.object = id
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

  /// Reads `#41`, also where the trace had let it go; nil, and told, where this run has no such record.
  mutating func record(_ text: String, _ output: inout CommandOutput) -> Record? {
    guard let id = RecordID(typed: text), timeline.recall(id), let record = timeline.trace[id] else {
      output.fail(self.text(.unknownRecord(text)))
      return nil
    }
    return record
  }

  /// Tells all that the last move brought about that made a record.
  fileprivate func tellLastStep(_ output: inout CommandOutput) {
    guard let position = timeline.trace.position(of: timeline.lastRecord.number) else { return }
    // The start of the cluster is one move; of it the last record stands for all.
    let made = timeline.trace.made(at: position)
    for record in position == 0 ? made.suffix(1) : made { tell(record, &output) }
  }

  /// What the settings of a Pod's probes imply; of one that has gone those that it had last.
  fileprivate func tellProbes(of id: ObjectID, _ typed: String, _ output: inout CommandOutput) {
    if let pod = timeline.cluster.store[id]?.as(Pod.self) {
      for line in narrator.probes(of: pod) { output.print(line) }
    } else if case .wrote(_, _, let change?)? = timeline.writer(of: id)?.happening, let pod = change.object.as(Pod.self)
    {
      output.print(text(.hasGone(typed)))
      for line in narrator.probes(of: pod) { output.print(line) }
    } else {
      output.fail(text(.notThereNow(typed)))
    }
  }

  /// Why a field has its value; nil, and told, where it has and had none.
  fileprivate func whyField(
    _ typed: String,
    of id: ObjectID,
    limit: Int?,
    _ output: inout CommandOutput
  ) -> [String]? {
    guard let path = try? ValuePath(typed) else {
      output.fail(text(.noPath(typed)))
      return nil
    }
    let lines = narrator.why(id, path, in: timeline, limit: limit)
    if lines.isEmpty {
      output.fail(text(.noField(typed, of: id.text)))
      return nil
    }
    return lines
  }

  /// Reads `rs/web`, in the session's namespace where none is named; nil, and told, where the type is not known or
  /// nothing of that name was ever seen.
  func object(_ text: String, in namespace: String? = nil, _ output: inout CommandOutput) -> ObjectID? {
    guard let id = ResourceName.object(text, namespace: namespace ?? self.namespace) else {
      let type = String(text.prefix { $0 != "/" })
      output.fail("error: the server doesn't have a resource type \"\(type)\"")
      if let word = ResourceType.nearest(to: type) { output.warn(self.text(.didYouMean(word))) }
      return nil
    }
    guard timeline.records(concerning: id).contains(where: { _ in true }) else {
      output.fail(self.text(.unknownObject(text)))
      return nil
    }
    return id
  }
}

extension Localized {
  fileprivate static func hasGone(_ text: String) -> Localized {
    Localized("\(text) has gone; this is how it was last", "\(text.josa(.topic)) 이제 없습니다. 마지막 설정입니다")
  }
  fileprivate static func noPath(_ text: String) -> Localized {
    Localized("error: \(text) is no path of a field", "error: \(text.josa(.topic)) 필드 경로가 아닙니다")
  }
  fileprivate static func noField(_ path: String, of object: String) -> Localized {
    Localized(
      "error: \(object) has no field \(path), and never had",
      "error: \(object)에는 \(path) 필드가 없고, 있었던 적도 없습니다"
    )
  }
}
