import Basics

/// A command of the few words whose course is known beforehand: `echo`, `date`, `sleep N`, `exit N`, `true`, `false`,
/// alone or joined by `;` and `&&` in `sh -c`.
struct ShellScript {
  private(set) var runsFor = ShellScript.startUp
  private(set) var exitCode = 0
  private(set) var output: [Workload.Output] = []
  private let start: Instant

  /// How long even the shortest process takes.
  private static let startUp = Interval.milliseconds(20)

  /// nil for a command that has anything else in it.
  init?(_ words: [String], at start: Instant) {
    self.start = start
    let shells = ["sh", "/bin/sh", "ash", "/bin/ash"]
    var statements: [Statement]
    if words.count == 3, shells.contains(words[0]), words[1] == "-c" {
      guard let read = ShellScript.statements(words[2]) else { return nil }
      statements = read
    } else {
      statements = [Statement(words: words)]
    }
    statements.removeAll { $0.words.isEmpty }
    if statements.isEmpty { return nil }
    var hasEnded = false
    for statement in statements {
      let isSkipped = hasEnded || (statement.needsSuccess && exitCode != 0)
      guard let ends = run(statement.words, isSkipped: isSkipped) else { return nil }
      hasEnded = hasEnded || ends
    }
  }

  private struct Statement {
    var words: [String] = []
    /// After `&&`.
    var needsSuccess = false
  }

  /// Whether the script ends with this command; nil where the command is not known. A skipped one is only read.
  private mutating func run(_ words: [String], isSkipped: Bool) -> Bool? {
    let arguments = words.dropFirst()
    var code = 0
    var ends = false
    var pause = Interval.zero
    var line: String?
    switch (words[0].split(separator: "/").last.map(String.init) ?? "", arguments.count) {
    case ("echo", _) where arguments.first?.hasPrefix("-") != true: line = arguments.joined(separator: " ")
    case ("date", 0): line = CivilTime(start + runsFor - ShellScript.startUp).dateText
    case ("true", 0): break
    case ("false", 0): code = 1
    case ("sleep", 1):
      guard let seconds = words[1].last.flatMap({ _ in Double(words[1]) }), seconds >= 0, seconds < 1e9 else {
        return nil
      }
      pause = .microseconds(Int64(seconds * 1_000_000))
    case ("exit", 0):
      code = exitCode
      ends = true
    case ("exit", 1):
      guard let asked = Int(words[1]), (0...255).contains(asked) else { return nil }
      code = asked
      ends = true
    default: return nil
    }
    if isSkipped { return false }
    if let line { output.append(Workload.Output(after: runsFor - ShellScript.startUp, text: line)) }
    runsFor = runsFor + pause
    exitCode = code
    return ends
  }

  /// Splits a script at `;`, line ends and `&&`, and its statements into words; nil where it needs more of a shell.
  private static func statements(_ text: String) -> [Statement]? {
    var statements = [Statement()]
    var word: String?
    var quote: Character?
    func close() {
      if let done = word { statements[statements.count - 1].words.append(done) }
      word = nil
    }
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == quote {
        quote = nil
      } else if quote == "'" {
        word = (word ?? "") + String(character)
      } else if "$`\\".contains(character) {
        return nil
      } else if quote != nil {
        word = (word ?? "") + String(character)
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == ";" || character == "\n" {
        close()
        statements.append(Statement())
      } else if character == "&", rest.first == "&" {
        rest.removeFirst()
        close()
        statements.append(Statement(needsSuccess: true))
      } else if "|&<>(){}[]*?#~!".contains(character) {
        return nil
      } else if character.isWhitespace {
        close()
      } else {
        word = (word ?? "") + String(character)
      }
    }
    close()
    return quote == nil ? statements : nil
  }
}

extension ShellScript {
  var workload: Workload {
    var workload = Workload()
    workload.runsFor = runsFor
    workload.exitCode = exitCode
    workload.output = output
    workload.stopsAfter = nil
    return workload
  }
}

extension CivilTime {
  /// `Thu Jan  1 09:00:00 UTC 2026`, as busybox' `date` prints it.
  var dateText: String {
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let day = day < 10 ? " \(day)" : "\(day)"
    let clock = [hour, minute, second].map { padded($0, 2) }.joined(separator: ":")
    return "\(weekdays[weekday]) \(CivilTime.monthNames[month - 1]) \(day) \(clock) UTC \(year)"
  }
}
