import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects

extension Journal.Header {
  var fields: Fields {
    var out: Fields = [
      "program": .string(program),
      "seed": .string(String(configuration.seed)),
      "nodes": .int(Int64(configuration.nodes)),
      "podsPerNode": .int(Int64(configuration.podsPerNode)),
      "featureGates": .string(configuration.featureGates.text),
      "start": .string(configuration.start.rfc3339Micro),
      "pace": .string(pace.rawValue),
      "lang": .string(language.rawValue),
    ]
    out["editor"] = editor.map(Value.string)
    out["lessons"] = lessons.map(Value.string)
    out["progress"] = progress.map(Value.string)
    return out
  }

  init?(_ fields: Fields) {
    guard let program = fields["program"]?.string, let seed = fields["seed"]?.string.flatMap({ UInt64($0) }),
      let nodes = fields["nodes"]?.int, let pods = fields["podsPerNode"]?.int,
      let start = fields["start"]?.string.flatMap({ Instant(rfc3339: $0) }),
      let pace = fields["pace"]?.string.flatMap({ Pace(rawValue: $0) }),
      let language = fields["lang"]?.string.flatMap({ Language(rawValue: $0) })
    else { return nil }
    var gates = FeatureGates()
    guard (try? gates.set(fields["featureGates"]?.string ?? "")) != nil else { return nil }
    self.init(
      program: program,
      Configuration(seed: seed, nodes: Int(nodes), podsPerNode: Int(pods), featureGates: gates, start: start),
      pace: pace,
      language: language
    )
    editor = fields["editor"]?.string
    lessons = fields["lessons"]?.string
    progress = fields["progress"]?.string
  }
}

extension Journal.Entry {
  var fields: Fields {
    var out: Fields = [
      "input": .string(line),
      "branch": .string(outcome.moment.branch),
      "event": .int(Int64(outcome.moment.position)),
      "record": .int(Int64(outcome.record)),
      "state": .string(hex(outcome.state)),
    ]
    out["time"] = outcome.moment.time.map { .string($0.rfc3339Micro) }
    if !outcome.hashes.isEmpty {
      out["hashes"] = .array(outcome.hashes.map { .string(hex($0)) })
    }
    out["hashesBefore"] = .int(Int64(outcome.hashesBefore))
    if !intake.files.isEmpty { out["files"] = .array(intake.files.map { .object($0.fields) }) }
    if !intake.variables.isEmpty {
      out["variables"] = .array(intake.variables.map { ["name": .string($0.name), "value": .init($0.value)] })
    }
    if !intake.edits.isEmpty { out["edits"] = .array(intake.edits.map { .object($0.fields) }) }
    out["interruptedAfter"] = intake.interruptedAfter.map { .int(Int64($0)) }
    out["ticks"] = intake.ticks.map { .int(Int64($0)) }
    return out
  }

  init?(_ fields: Fields) {
    guard let line = fields["input"]?.string, let branch = fields["branch"]?.string,
      let position = fields["event"]?.int, let record = fields["record"]?.int,
      let state = fields["state"]?.string.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    let time = fields["time"]?.string.flatMap { Instant(rfc3339: $0) }
    let hashes = fields["hashes"]?.array ?? []
    outcome = Journal.Outcome(
      moment: Moment(branch: branch, position: Int(position), time: time),
      record: Int(record),
      state: state,
      hashes: hashes.compactMap { $0.string.flatMap { UInt64($0, radix: 16) } },
      hashesBefore: Int(fields["hashesBefore"]?.int ?? 0)
    )
    self.line = line
    intake = Journal.Intake()
    intake.files = (fields["files"]?.array ?? []).compactMap { $0.object.flatMap(Journal.File.init) }
    intake.variables = (fields["variables"]?.array ?? []).compactMap { variable in
      variable["name"]?.string.map { Journal.Variable(name: $0, value: variable["value"]?.string) }
    }
    intake.edits = (fields["edits"]?.array ?? []).compactMap { $0.object.flatMap(TextEditor.Outcome.init) }
    intake.interruptedAfter = fields["interruptedAfter"]?.int.map { Int($0) }
    intake.ticks = fields["ticks"]?.int.map { Int($0) }
  }
}

extension Value {
  fileprivate init(_ text: String?) { self = text.map(Value.string) ?? .null }
}

extension Journal.File {
  fileprivate var fields: Fields {
    var out: Fields = ["path": .string(path)]
    switch entry {
    case .file(let bytes):
      if let text = String(validating: bytes, as: UTF8.self) {
        out["text"] = .string(text)
      } else {
        // Bytes that are no text: each as two digits.
        out["bytes"] = .string(bytes.map { hex(UInt64($0)).suffix(2) }.joined())
      }
    case .folder(let names): out["names"] = .array(names.map(Value.string))
    case .missing: out["missing"] = true
    case .unreadable(let reason): out["unreadable"] = .string(reason)
    }
    return out
  }

  fileprivate init?(_ fields: Fields) {
    guard let path = fields["path"]?.string else { return nil }
    self.path = path
    if let text = fields["text"]?.string {
      entry = .file(Array(text.utf8))
    } else if let digits = fields["bytes"]?.string {
      let places = stride(from: 0, to: digits.utf8.count - 1, by: 2)
      let pairs = Array(digits.utf8)
      entry = .file(places.compactMap { UInt8(String(decoding: pairs[$0...$0 + 1], as: UTF8.self), radix: 16) })
    } else if let names = fields["names"]?.array {
      entry = .folder(names.compactMap(\.string))
    } else if let reason = fields["unreadable"]?.string {
      entry = .unreadable(reason)
    } else {
      entry = .missing
    }
  }
}

extension TextEditor.Outcome {
  fileprivate var fields: Fields {
    switch self {
    case .saved(let text, let file): ["saved": .string(text), "file": .string(file)]
    case .notFound: ["notFound": true]
    case .failed: ["failed": true]
    }
  }

  fileprivate init?(_ fields: Fields) {
    if let text = fields["saved"]?.string, let file = fields["file"]?.string {
      self = .saved(text, file: file)
    } else {
      self = fields["notFound"] != nil ? .notFound : .failed
    }
  }
}
