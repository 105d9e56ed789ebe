/// Why a program in awk cannot be run.
enum AwkError: Error, Hashable, Sendable {
  case syntax
  case notSimulated(String)
  /// What it does while it runs: `Division by zero`.
  case failed(String)

  /// In busybox' words, or ours.
  var message: String {
    switch self {
    case .syntax: "cmd. line:1: Unexpected token"
    case .failed(let what): "cmd. line:1: \(what)"
    case .notSimulated(let what): "not simulated: awk with \(what)"
    }
  }

  var exitCode: Int { if case .notSimulated = self { 2 } else { 1 } }
}

/// An expression in awk.
indirect enum AwkExpression: Sendable {
  case number(Double)
  case text(String)
  /// Matched against the whole line where it stands alone.
  case pattern(RegularExpression)
  case place(AwkPlace)
  case assignment(AwkPlace, AwkOperator?, AwkExpression)
  /// `x++`, `--x`: the step, and whether the value before it counts.
  case increment(AwkPlace, Double, isPostfix: Bool)
  case negative(AwkExpression)
  case positive(AwkExpression)
  case not(AwkExpression)
  case arithmetic(AwkOperator, AwkExpression, AwkExpression)
  case comparison(AwkComparison, AwkExpression, AwkExpression)
  case match(AwkExpression, AwkExpression)
  case joined(AwkExpression, AwkExpression)
  case and(AwkExpression, AwkExpression)
  case or(AwkExpression, AwkExpression)
  case choice(AwkExpression, AwkExpression, AwkExpression)
  case isIn([AwkExpression], array: String)
  case call(AwkFunction, [AwkExpression])
}

/// What can be assigned to.
indirect enum AwkPlace: Sendable {
  case variable(String)
  case element(array: String, [AwkExpression])
  case field(AwkExpression)
}

enum AwkOperator: Character, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case power = "^"
}

enum AwkComparison: String, Sendable {
  case less = "<"
  case atMost = "<="
  case equal = "=="
  case different = "!="
  case atLeast = ">="
  case greater = ">"
}

/// The functions that are known.
enum AwkFunction: String, CaseIterable, Sendable {
  case gsub, index, int, length, match, split, sprintf, sqrt, sub, substr, tolower, toupper
}

/// A statement in awk.
indirect enum AwkStatement: Sendable {
  case expression(AwkExpression)
  case print([AwkExpression])
  case printf([AwkExpression])
  case block([AwkStatement])
  case choice(AwkExpression, AwkStatement, AwkStatement?)
  case loop(AwkExpression?, AwkStatement, step: AwkStatement?)
  case loopAfter(AwkStatement, AwkExpression)
  case each(String, array: String, AwkStatement)
  case delete(array: String, [AwkExpression]?)
  case next, leaveLoop, continueLoop
  case exit(AwkExpression?)
}

/// One `pattern { action }`.
struct AwkRule: Sendable {
  enum Pattern: Sendable {
    case begin, end, always
    case when(AwkExpression)
    case range(AwkExpression, AwkExpression)
  }

  var pattern: Pattern
  /// What it does; nil prints the line.
  var action: AwkStatement?
}
