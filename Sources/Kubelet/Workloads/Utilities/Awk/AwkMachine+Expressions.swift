// Expressions.
extension AwkMachine {
  mutating func value(_ expression: AwkExpression) throws(AwkError) -> AwkValue {
    switch expression {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .pattern(let pattern): return truth(pattern.matches(wholeLine))
    case .place(let place): return try value(at: place)
    case .assignment(let place, let operation, let inner):
      var new = try value(inner)
      if let operation {
        new = .number(try calculated(operation, try value(at: place).number, new.number))
      }
      try set(place, to: new)
      return new
    case .increment(let place, let step, let isPostfix):
      let old = try value(at: place).number
      try set(place, to: .number(old + step))
      return .number(isPostfix ? old : old + step)
    case .negative(let inner): return .number(-(try value(inner).number))
    case .positive(let inner): return .number(try value(inner).number)
    case .not(let inner): return truth(try !value(inner).isTrue)
    case .arithmetic(let operation, let left, let right):
      let first = try value(left).number
      return .number(try calculated(operation, first, try value(right).number))
    case .comparison(let comparison, let left, let right):
      let first = try value(left)
      return truth(first.compares(comparison, to: try value(right)))
    case .match(let text, let pattern):
      let subject = try value(text).text
      return truth(try self.pattern(pattern).matches(subject))
    case .joined(let left, let right):
      let first = try value(left).text
      return .text(first + (try value(right).text))
    case .and(let left, let right): return truth(try value(left).isTrue ? try value(right).isTrue : false)
    case .or(let left, let right): return truth(try value(left).isTrue ? true : try value(right).isTrue)
    case .choice(let condition, let then, let otherwise):
      return try value(condition).isTrue ? try value(then) : try value(otherwise)
    case .isIn(let keys, let array):
      let key = try key(keys)
      return truth(arrays[array]?.contains(key) ?? false)
    case .call(let function, let arguments): return try call(function, arguments)
    }
  }

  private func truth(_ isTrue: Bool) -> AwkValue { .number(isTrue ? 1 : 0) }

  /// An expression to search for: written between slashes, or any text.
  private mutating func pattern(_ expression: AwkExpression) throws(AwkError) -> RegularExpression {
    if case .pattern(let pattern) = expression { return pattern }
    guard let pattern = RegularExpression(try value(expression).text, isExtended: true) else {
      throw .failed("bad regular expression")
    }
    return pattern
  }

  private func calculated(_ operation: AwkOperator, _ left: Double, _ right: Double) throws(AwkError) -> Double {
    switch operation {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    case .divide, .remainder:
      guard right != 0 else { throw .failed("Division by zero") }
      return operation == .divide ? left / right : left.truncatingRemainder(dividingBy: right)
    case .power:
      guard right == right.rounded(), abs(right) <= 1_000 else { throw .notSimulated("a power that is not whole") }
      var product = 1.0
      for _ in 0..<Int(abs(right)) { product *= left }
      return right < 0 ? 1 / product : product
    }
  }

  // MARK: Functions

  private mutating func call(_ function: AwkFunction, _ arguments: [AwkExpression]) throws(AwkError) -> AwkValue {
    switch function {
    case .length: return .number(Double(try length(arguments.first)))
    case .int: return .number(try value(arguments[0]).number.rounded(.towardZero))
    case .sqrt: return .number(try value(arguments[0]).number.squareRoot())
    case .tolower: return .text(try value(arguments[0]).text.lowercased())
    case .toupper: return .text(try value(arguments[0]).text.uppercased())
    case .sprintf:
      let values = try values(arguments)
      return .text(try AwkFormat.filled(values[0].text, values.dropFirst()))
    case .index:
      let texts = try values(arguments).map { Array($0.text) }
      return .number(Double(AwkMachine.place(of: texts[1], in: texts[0])))
    case .substr: return .text(AwkMachine.part(try values(arguments)))
    case .match:
      let text = Array(try value(arguments[0]).text)
      let range = try pattern(arguments[1]).first(in: text)?.range
      try set(.variable("RSTART"), to: .number(Double(range.map { $0.lowerBound + 1 } ?? 0)))
      try set(.variable("RLENGTH"), to: .number(Double(range?.count ?? -1)))
      return self["RSTART"]
    case .split: return .number(Double(try split(arguments)))
    case .sub, .gsub: return .number(Double(try substitute(arguments, isGlobal: function == .gsub)))
    }
  }

  private mutating func length(_ argument: AwkExpression?) throws(AwkError) -> Int {
    guard let argument else { return wholeLine.count }
    if case .place(.variable(let name)) = argument, let array = arrays[name] { return array.keys.count }
    return try value(argument).text.count
  }

  /// Where a text begins in another, from 1 on; 0 where it is not in it.
  private static func place(of part: [Character], in text: [Character]) -> Int {
    guard part.count <= text.count else { return 0 }
    for start in 0...(text.count - part.count) where Array(text[start..<start + part.count]) == part {
      return start + 1
    }
    return 0
  }

  /// `substr(text, from, length)`: places count from 1, and may lie outside.
  private static func part(_ values: [AwkValue]) -> String {
    let text = Array(values[0].text)
    let from = values[1].number.clamped.rounded()
    let end = values.count > 2 ? from + values[2].number.clamped.rounded() : .greatestFiniteMagnitude
    let first = Int(max(from, 1).clamped) - 1
    let last = Int(min(end - 1, Double(text.count)))
    return first < last ? String(text[first..<last]) : ""
  }

  private mutating func split(_ arguments: [AwkExpression]) throws(AwkError) -> Int {
    guard case .place(.variable(let array)) = arguments[1] else { throw .syntax }
    let text = try value(arguments[0]).text
    var parts: [String]
    if arguments.count > 2, case .pattern(let pattern) = arguments[2] {
      parts = AwkMachine.parts(of: text, pattern: pattern)
    } else {
      let separator = try arguments.count > 2 ? value(arguments[2]).text : self["FS"].text
      parts = AwkMachine.parts(of: text, separator: separator)
    }
    var out = AwkArray()
    for (index, part) in parts.enumerated() { out.set(String(index + 1), .read(part)) }
    arrays[array] = out
    return parts.count
  }

  /// `sub(pattern, replacement, place)`: how often it has replaced; `&` stands for what was found.
  private mutating func substitute(_ arguments: [AwkExpression], isGlobal: Bool) throws(AwkError) -> Int {
    let pattern = try pattern(arguments[0])
    let replacement = try value(arguments[1]).text
    var place = AwkPlace.field(.number(0))
    if arguments.count > 2 {
      guard case .place(let given) = arguments[2] else { throw .syntax }
      place = given
    }
    let text = Array(try value(at: place).text)
    var out = ""
    var begin = 0
    var count = 0
    while begin <= text.count, isGlobal || count == 0, let match = pattern.first(in: text, from: begin) {
      count += 1
      out += String(text[begin..<match.range.lowerBound])
      out += AwkMachine.filled(replacement, String(text[match.range]))
      begin = match.range.upperBound
      if match.range.isEmpty {
        if begin < text.count { out.append(text[begin]) }
        begin += 1
      }
    }
    guard count > 0 else { return 0 }
    if begin < text.count { out += String(text[begin...]) }
    try set(place, to: .text(out))
    return count
  }

  private static func filled(_ replacement: String, _ found: String) -> String {
    var out = ""
    var rest = replacement[...]
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.first, next == "&" || next == "\\" {
        rest.removeFirst()
        out.append(next)
      } else {
        out += character == "&" ? found : String(character)
      }
    }
    return out
  }
}
