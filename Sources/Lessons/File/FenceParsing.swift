import Basics
import Objects
import Session

extension ConsoleEntry {
  /// Reads the lines of a `console` fence; `line` is that of the opening fence.
  static func entries(_ lines: [String], after line: Int) throws(LessonError) -> [ConsoleEntry] {
    var entries: [ConsoleEntry] = []
    for (index, text) in lines.enumerated() {
      let number = line + 1 + index
      if text.hasPrefix("> ") {
        entries.append(ConsoleEntry(command: String(text.dropFirst(2)).trimmed, line: number))
      } else if !entries.isEmpty {
        entries[entries.count - 1].output.append(text)
      } else if !text.trimmed.isEmpty {
        throw LessonError(.outputBeforeCommand, line: number)
      }
    }
    guard !entries.isEmpty else { throw LessonError(.noCommands, line: line) }
    // Empty lines between two commands are for the reader.
    for index in entries.indices {
      while entries[index].output.last?.trimmed.isEmpty ?? false { entries[index].output.removeLast() }
    }
    return entries
  }
}

extension Binding {
  /// Reads `$NAME := SET[INDEX]`; the index counts from 0 in the order of names and may be left out for 0.
  init(_ text: String, line: Int) throws(LessonError) {
    guard text.hasPrefix("$"), let sign = text.firstRange(of: ":=") else {
      throw LessonError(.badBinding(text), line: line)
    }
    let name = String(text[..<sign.lowerBound].dropFirst()).trimmed
    choice = String(text[sign.upperBound...]).trimmed
    guard Variables.isName(name), ObjectChoice(choice) != nil else { throw LessonError(.badBinding(text), line: line) }
    self.name = name
    self.line = line
  }
}

/// `pods(app=web)[1]`: one object of a set.
struct ObjectChoice {
  var set: ObjectSet
  var index = 0

  init?(_ text: String) {
    guard text.hasSuffix("]"), let bracket = text.lastIndex(of: "[") else {
      guard let set = ObjectSet(text) else { return nil }
      self.set = set
      return
    }
    guard let set = ObjectSet(String(text[..<bracket])),
      let index = Int(text[text.index(after: bracket)...].dropLast()),
      index >= 0
    else { return nil }
    self.set = set
    self.index = index
  }
}

extension Prediction {
  init(_ lines: [String], after line: Int) throws(LessonError) {
    let fields = try YAMLFields.mapping(lines, after: line)
    try fields.check(only: ["ask", "bind", "do", "refused", "choices"])
    ask = try fields.required("ask", fields.string("ask"))
    commands = try fields.required("do", fields.strings("do"))
    isRefused = try fields.flag("refused") ?? false
    bindings = []
    for text in try fields.strings("bind") ?? [] { bindings.append(try Binding(text, line: fields.line(of: "bind"))) }
    choices = []
    for choice in try fields.required("choices", fields.mappings("choices")) { choices.append(try Choice(choice)) }
    guard choices.count > 1 else { throw LessonError(.tooFewChoices, line: fields.line(of: "choices")) }
    self.line = line
  }
}

extension Prediction.Choice {
  fileprivate init(_ fields: YAMLFields) throws(LessonError) {
    try fields.check(only: ["say", "if", "because", "belief"])
    say = try fields.required("say", fields.string("say"))
    condition = try fields.required("if", fields.string("if"))
    try Variables.check(condition: condition, line: fields.line(of: "if"))
    because = try fields.required("because", fields.string("because"))
    belief = try fields.string("belief")
    line = fields.line
  }
}

extension LessonTask {
  init(_ lines: [String], after line: Int) throws(LessonError) {
    bindings = []
    goals = []
    self.line = line
    for (index, text) in lines.enumerated() {
      let content = text.trimmed
      let number = line + 1 + index
      if content.isEmpty { continue }
      if content.hasPrefix("$"), content.contains(":=") {
        bindings.append(try Binding(content, line: number))
      } else {
        goals.append(try Goal(content, line: number))
      }
    }
    guard !goals.isEmpty else { throw LessonError(.noGoals, line: line) }
  }
}

extension Goal {
  fileprivate init(_ text: String, line: Int) throws(LessonError) {
    guard let sign = text.firstRange(of: " :: ") else { throw LessonError(.badCheck(text), line: line) }
    sentence = String(text[..<sign.lowerBound]).trimmed
    check = String(text[sign.upperBound...]).trimmed
    self.line = line
    guard !sentence.isEmpty, GoalCheck(Variables.withExamples(check)) != nil else {
      throw LessonError(.badCheck(check), line: line)
    }
  }
}

extension Mistake {
  init(_ fields: YAMLFields, goals: [Goal]) throws(LessonError) {
    try fields.check(only: ["do", "refused", "fails", "when", "say", "passes"])
    commands = try fields.required("do", fields.strings("do"))
    isRefused = try fields.flag("refused") ?? false
    say = try fields.string("say") ?? ""
    line = fields.line
    condition = try fields.string("when")
    if let condition { try Variables.check(condition: condition, line: fields.line(of: "when")) }
    self.goals = []
    if try fields.flag("passes") == true { return }
    for sentence in try fields.required("fails", fields.strings("fails")) {
      guard let index = goals.firstIndex(where: { $0.sentence == sentence }) else {
        throw LessonError(.unknownGoal(sentence), line: fields.line(of: "fails"))
      }
      self.goals.append(index)
    }
    self.goals.sort()
    if say.isEmpty { throw LessonError(.missingField("say"), line: fields.line) }
  }
}
