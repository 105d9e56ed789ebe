/// JSON text as Go's `encoding/json` writes it: members in the byte order of their names, `<`, `>` and `&` escaped.
extension Value {
  /// On one line without spaces, as in the last-applied-configuration annotation.
  package var json: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(self)
    return writer.out
  }

  /// Indented by four spaces a level, as `kubectl get -o json` prints it; without a line end.
  package var prettyJSON: String {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.out
  }
}

/// A writer with its own stack, so that it can write whatever `JSONText` reads.
private struct JSONWriter {
  /// An array or object whose members before `next` are written.
  private struct Container {
    let members: Members
    var next = 0
  }

  private enum Members {
    case items([Value])
    case fields(Fields)

    var count: Int {
      switch self {
      case .items(let items): items.count
      case .fields(let fields): fields.count
      }
    }

    var end: String {
      switch self {
      case .items: "]"
      case .fields: "}"
      }
    }
  }

  let isPretty: Bool
  private(set) var out = ""
  private var open: [Container] = []

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func write(_ value: Value) {
    begin(value)
    while let container = open.last {
      let index = container.next
      guard index < container.members.count else {
        open.removeLast()
        breakLine()
        out += container.members.end
        continue
      }
      open[open.count - 1].next += 1
      if index > 0 { out += "," }
      breakLine()
      switch container.members {
      case .items(let items): begin(items[index])
      case .fields(let fields):
        write(fields[index].name)
        out += isPretty ? ": " : ":"
        begin(fields[index].value)
      }
    }
  }

  /// Writes a scalar or an empty container, or the bracket of a container, which is then open.
  private mutating func begin(_ value: Value) {
    switch value {
    case .null: out += "null"
    case .bool(let flag): out += flag ? "true" : "false"
    case .int(let number): out += String(number)
    case .double(let number): out += number.goText
    case .string(let text): write(text)
    case .array(let items) where items.isEmpty: out += "[]"
    case .object(let fields) where fields.isEmpty: out += "{}"
    case .array(let items):
      out += "["
      open.append(Container(members: .items(items)))
    case .object(let fields):
      out += "{"
      open.append(Container(members: .fields(fields)))
    }
  }

  private mutating func breakLine() {
    if isPretty { out += "\n" + String(repeating: "    ", count: open.count) }
  }

  /// Mirrors `appendString` of `encoding/json` with HTML escaping on.
  private mutating func write(_ text: String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\u{08}": out += "\\b"
      case "\u{0C}": out += "\\f"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\0"..<" ", "<", ">", "&", "\u{2028}", "\u{2029}":
        let code = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}

extension Double {
  /// The shortest decimal that reads back as this number, in the form of Go's `encoding/json`: an exponent only
  /// below 1e-6 and from 1e21 on.
  package var goText: String {
    guard isFinite, self != 0 else { return sign == .minus && self == 0 ? "-0" : "0" }
    let (digits, exponent) = magnitude.shortestDigits
    let minus = self < 0 ? "-" : ""
    if exponent < -6 || exponent >= 21 {
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      return "\(minus)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(Swift.abs(exponent))"
    }
    if exponent < 0 { return minus + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    let whole = exponent + 1
    if digits.count <= whole { return minus + digits + String(repeating: "0", count: whole - digits.count) }
    return "\(minus)\(digits.prefix(whole)).\(digits.dropFirst(whole))"
  }

  /// The significant digits and the power of ten of the first one; for positive numbers.
  package var shortestDigits: (digits: String, exponent: Int) {
    let parts = description.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(halves[0])
    var digits = whole + (halves.count > 1 ? String(halves[1]) : "")
    exponent += whole.count - 1
    while digits.hasPrefix("0"), digits.count > 1 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    return (digits, exponent)
  }
}
