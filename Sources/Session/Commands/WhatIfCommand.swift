import APIServer
import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Objects

extension SessionCommand {
  static let whatIf = SessionCommand(
    names: ["what-if"],
    usage: "what-if #ID TYPE/NAME FIELD=VALUE… | what-if #ID + COMMAND | what-if #ID -",
    purpose: Localized(
      "run again from a record with a field, a further command, or without that command, and tell what differs",
      "기록 하나에서부터 필드를 바꾸거나, 명령을 더하거나, 그 명령을 빼고 다시 실행해 무엇이 달라지는지 보여 줍니다"
    ),
    examples: ["what-if #20 rs/web spec.replicas=5", "what-if #30 + delete rs web"],
    takes: Grammar(
      [.slot(.free("#ID")), .words("+"), .command],
      [.slot(.free("#ID")), .words("-")],
      [.slot(.free("#ID")), .slot(.object()), .fieldChange]
    ),
    run: { session, words, output throws(UsageError) in
      guard words.count >= 2, let id = RecordID(typed: words[0].text) else { throw UsageError() }
      guard let record = session.timeline.moment(of: id).flatMap({ _ in session.record(id) }) else {
        output.fail(session.text(.unknownRecord(words[0].text)))
        return
      }
      switch words[1].text {
      case "-":
        guard words.count == 2 else { throw UsageError() }
        session.whatIfNot(record, &output)
      case "+":
        guard words.count > 2 else { throw UsageError() }
        session.whatIfAlso(Array(words.dropFirst(2)), after: record, &output)
      default:
        guard words.count > 2 else { throw UsageError() }
        try session.whatIf(words[1].text, words.dropFirst(2).map(\.text), at: record, &output)
      }
    }
  )
}

// What is otherwise.
extension Session {
  /// A record of this run, made again where the trace has let it go.
  fileprivate mutating func record(_ id: RecordID) -> Record? {
    timeline.recall(id) ? timeline.trace[id] : nil
  }

  /// Without the command of `record`.
  fileprivate mutating func whatIfNot(_ record: Record, _ output: inout CommandOutput) {
    guard case .command(let line) = record.happening, let moment = timeline.moment(of: record.id) else {
      output.fail(text(.noCommand(record.id.text)))
      return
    }
    // The record was made by the move before the moment.
    let begin = Moment(branch: moment.branch, position: moment.position - 1)
    let inputs = timeline.present.inputs(ofCommandAt: begin.position)
    var trial = self
    trial.timeline.beginWhatIf(at: begin)
    finish(trial, from: begin, leavingOut: inputs, text(.without(line)), &output)
  }

  /// With a further command after `record`.
  fileprivate mutating func whatIfAlso(_ words: [Word], after record: Record, _ output: inout CommandOutput) {
    guard let moment = timeline.moment(of: record.id) else { return }
    let line = words.map(\.typed).joined(separator: " ")
    var trial = self
    trial.pace = .step
    trial.timeline.beginWhatIf(at: moment)
    let answer = trial.execute(line)
    if answer.exit != 0 {
      output.say(answer.stderr, to: .errors)
      output.exit = answer.exit
      return
    }
    finish(trial, from: moment, text(.with(line)), &output)
  }

  /// With fields of an object set.
  fileprivate mutating func whatIf(
    _ name: String,
    _ settings: [String],
    at record: Record,
    _ output: inout CommandOutput
  ) throws(UsageError) {
    guard let id = object(name, &output), let moment = timeline.moment(of: record.id) else { return }
    let existing = timeline.cluster(at: moment).store[id]
    let creations = timeline.trace.writes(of: id, upTo: .max).filter(\.isCreation).reversed()
    let creation = existing == nil ? creations.first { $0.id > record.id } : creations.last { $0.id <= record.id }
    guard let creation, case .wrote(_, _, let made?) = creation.happening else {
      output.fail(text(.unknownObject(name)))
      return
    }
    let shown = "\(name) \(settings.joined(separator: " "))"
    do throws(WhatIfError) {
      let suppositions = try Supposition.all(id, settings, of: made.object)
      var trial = self
      if let existing, creation.id < record.id, let wanted = try? Supposition.update(suppositions, of: existing) {
        trial.timeline.beginWhatIf(at: moment)
        if wanted != existing {
          for input in [Input.command("what-if \(shown)", by: author), .update(wanted, nil)] {
            _ = try? trial.timeline.perform(input)
          }
        }
        finish(trial, from: moment, text(.with(shown)), &output)
        return
      }
      // What may not change later would have been so from the beginning.
      var begin = moment
      if creation.id <= record.id, let born = timeline.moment(of: creation.id) {
        begin = Moment(branch: born.branch, position: born.position - 1)
      }
      if creation.id < record.id { output.print(text(.fromItsCreation(name, creation.id.text))) }
      trial.timeline.beginWhatIf(at: begin)
      _ = try? trial.timeline.perform(.suppose(suppositions))
      finish(trial, from: begin, text(.with(shown)), &output)
    } catch {
      output.fail(text(error.message))
    }
  }

  /// Runs the branch that was begun in `trial` to its end, keeps it, and tells how it differs from the present one.
  private mutating func finish(
    _ trial: Session,
    from moment: Moment,
    leavingOut: Set<Int> = [],
    _ what: String,
    _ output: inout CommandOutput
  ) {
    var other = trial.timeline
    let original = timeline.present
    let parting = other.goOn(as: original, after: moment.position, leavingOut: leavingOut, while: goesOn) {
      $0.tellsTheSame(as: $1)
    }
    guard goesOn(other.headway) else {
      output.warn(text(.whatIfInterrupted))
      return
    }
    timeline.keep(other.present)
    let name = other.present.name
    output.print(text(.whatIf(name, what, from: place(moment))))
    if let parting {
      output.print(text(.firstDivergence))
      let width = max(name.cellWidth, original.name.cellWidth)
      for (branch, record) in [(original.name, parting.old), (name, parting.new)] {
        let line = record.map(narrator.line) ?? text(.nothingThere)
        output.print("  \(branch.padded(toCells: width))  \(line)")
      }
      for line in narrator.parting(parting) { output.print("    \(line)") }
    } else {
      output.print(text(.noDivergence))
    }
    let lines = narrator.differences(from: timeline.cluster(at: original.last).store, to: other.cluster.store)
    output.print(text(lines.isEmpty ? .sameEnd : .otherEnd(place(original.last), place(other.present.last))))
    for line in lines { output.print(line) }
  }
}

extension Record {
  fileprivate var isCreation: Bool {
    if case .wrote(_, _, let change?) = happening { change.kind == .added } else { false }
  }
}

/// Why something cannot be supposed.
private enum WhatIfError: Error {
  case noSetting(String)
  case noPath(String)
  case refused(APIError)

  var message: Localized {
    switch self {
    case .noSetting(let text):
      Localized("error: \(text) is not FIELD=VALUE", "error: \(text.josa(.topic)) 필드=값 형식이 아닙니다")
    case .noPath(let path):
      Localized("error: there is no place for a field \(path)", "error: \(path) 필드가 있을 자리가 없습니다")
    case .refused(let error): Localized(same: "error: \(error.message)")
    }
  }
}

extension Supposition {
  /// Reads `FIELD=VALUE …` for `object`, as it was created; the value is JSON or a text.
  fileprivate static func all(
    _ id: ObjectID,
    _ settings: [String],
    of object: Object
  ) throws(WhatIfError) -> [Supposition] {
    var suppositions: [Supposition] = []
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let path = try? ValuePath(parts[0]) else { throw .noSetting(setting) }
      let old = object.value[path]
      var value = (try? JSONText.parse(parts[1])) ?? .string(parts[1])
      if old?.string != nil { value = .string(parts[1]) }
      let changed = path.replaced(in: object.value, by: value)
      guard changed[path] == value else { throw .noPath(parts[0]) }
      suppositions.append(Supposition(id, path, value))
    }
    let value = suppositions.reduce(object) { $1.applied(to: $0) }.value
    do throws(APIError) {
      _ = try RequestDecoding.forCreate(
        value,
        as: id.kind,
        namespace: id.key.namespace,
        uid: object.metadata.uid,
        validation: .strict
      )
    } catch {
      throw .refused(error)
    }
    return suppositions
  }

  /// An object that exists with its fields set, as far as an update may set them.
  fileprivate static func update(_ suppositions: [Supposition], of old: Object) throws(APIError) -> Object {
    let wanted = suppositions.reduce(old) { $1.applied(to: $0) }
    if wanted == old { return old }
    return try RequestDecoding.forUpdate(wanted.value, of: old, subresource: nil, validation: .strict).object
  }
}

extension Word {
  /// The word as it may be typed.
  fileprivate var typed: String {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "+")...UInt8(ascii: ":")).contains(byte)
        || [UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "%")].contains(byte)
    }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

extension Localized {
  fileprivate static func noCommand(_ id: String) -> Localized {
    Localized("error: \(id) is no command that was typed", "error: \(id.josa(.topic)) 입력한 명령이 아닙니다")
  }
  fileprivate static func with(_ what: String) -> Localized { Localized("with \(what)", "\(what) 적용") }
  fileprivate static func without(_ what: String) -> Localized { Localized("without \(what)", "\(what) 제외") }
  fileprivate static func fromItsCreation(_ name: String, _ id: String) -> Localized {
    Localized(
      "\(name) cannot change so while it is there: run again from its creation, \(id).",
      "\(name.josa(.topic)) 있는 동안 그렇게 바뀔 수 없으므로 생성된 \(id)부터 다시 실행합니다."
    )
  }
  fileprivate static func whatIf(_ name: String, _ what: String, from place: String) -> Localized {
    Localized("\(name): \(what), from \(place)", "\(name): \(what), \(place)부터")
  }
  fileprivate static let firstDivergence = Localized("The first divergence:", "처음 갈라지는 곳:")
  fileprivate static let noDivergence = Localized("Every record is the same.", "모든 기록이 같습니다.")
  fileprivate static let whatIfInterrupted = Localized(
    "interrupted: what would have been is not known, and no branch is kept",
    "중단했습니다: 결과를 알 수 없어 브랜치를 남기지 않습니다"
  )
  fileprivate static let nothingThere = Localized("(nothing)", "(없음)")
  fileprivate static let sameEnd = Localized("The end is the same: no object differs.", "끝이 같습니다: 달라진 오브젝트가 없습니다.")
  fileprivate static func otherEnd(_ old: String, _ new: String) -> Localized {
    Localized("At the end, from \(old) to \(new):", "끝에서 달라진 것(\(old) → \(new)):")
  }
}
