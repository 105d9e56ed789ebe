/// `test` and `[`.
enum TestUtility {
  private struct Failure: Error {
    let message: String
  }

  private struct Reader {
    let words: [String]
    var place = 0
    let world: ContainerWorld
    let folder: String
    /// `[[`: `==` takes a pattern.
    let takesPatterns: Bool

    var current: String? { place < words.count ? words[place] : nil }

    mutating func or() throws(Failure) -> Bool {
      var value = try and()
      while current == "-o" || current == "||" {
        place += 1
        let right = try and()
        value = value || right
      }
      return value
    }

    private mutating func and() throws(Failure) -> Bool {
      var value = try not()
      while current == "-a" || current == "&&" {
        place += 1
        let right = try not()
        value = value && right
      }
      return value
    }

    private mutating func not() throws(Failure) -> Bool {
      var isNegated = false
      while current == "!", place + 1 < words.count {
        place += 1
        isNegated.toggle()
      }
      return try primary() != isNegated
    }

    private static let binary: Set<String> = [
      "=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef", "=~",
    ]

    private mutating func primary() throws(Failure) -> Bool {
      guard let first = current else { throw Failure(message: "argument expected") }
      if place + 2 < words.count, Reader.binary.contains(words[place + 1]) {
        let sign = words[place + 1]
        let right = words[place + 2]
        place += 3
        return try compare(first, sign, right)
      }
      if first == "(", words[place...].contains(")") {
        place += 1
        let value = try or()
        guard current == ")" else { throw Failure(message: "closing paren expected") }
        place += 1
        return value
      }
      if first.count == 2, first.hasPrefix("-"), place + 1 < words.count, words[place + 1] != "-a",
        words[place + 1] != "-o"
      {
        place += 2
        return try check(first, words[place - 1])
      }
      place += 1
      return !first.isEmpty
    }

    private func compare(_ left: String, _ sign: String, _ right: String) throws(Failure) -> Bool {
      switch sign {
      case "=", "==": return takesPatterns ? ShellPattern(right).matches(left) : left == right
      case "!=": return takesPatterns ? !ShellPattern(right).matches(left) : left != right
      case "<": return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
      case ">": return right.unicodeScalars.lexicographicallyPrecedes(left.unicodeScalars)
      case "-nt", "-ot", "-ef", "=~": throw Failure(message: "not simulated: \(sign)")
      default: break
      }
      let (a, b) = (try number(left), try number(right))
      switch sign {
      case "-eq": return a == b
      case "-ne": return a != b
      case "-lt": return a < b
      case "-le": return a <= b
      case "-gt": return a > b
      default: return a >= b
      }
    }

    private func number(_ text: String) throws(Failure) -> Int64 {
      let trimmed = text.filter { !$0.isWhitespace }
      guard let number = Int64(trimmed) else { throw Failure(message: "\(text): bad number") }
      return number
    }

    private func check(_ sign: String, _ operand: String) throws(Failure) -> Bool {
      let path = Path.resolve(operand, in: folder)
      let node = world.node(at: path)
      switch sign {
      case "-n": return !operand.isEmpty
      case "-z": return operand.isEmpty
      case "-e": return node != nil || world.isProgram(path)
      case "-f": return node.map { $0 != .folder } ?? world.isProgram(path)
      case "-d": return node == .folder
      case "-r", "-w": return node != nil || world.isProgram(path)
      case "-s": if case .file(let text, _)? = node { return !text.isEmpty } else { return node != nil }
      case "-x":
        if case .file(_, let isExecutable)? = node { return isExecutable }
        return node != nil || world.isProgram(path)
      case "-t", "-h", "-L", "-p", "-S", "-b", "-c": return false
      default: throw Failure(message: "\(sign): unknown operand")
      }
    }
  }

  @Sendable static func run(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    var words = Array(call.words.dropFirst())
    if call.name == "[" || call.name == "[[" {
      guard words.last == (call.name == "[" ? "]" : "]]") else { return call.fail("missing ]", code: 2) }
      words.removeLast()
    }
    if words.isEmpty { return .ended(1) }
    var reader = Reader(words: words, world: world, folder: call.folder, takesPatterns: call.name == "[[")
    do throws(Failure) {
      let value = try reader.or()
      if let rest = reader.current { return call.fail("\(rest): unknown operand", code: 2) }
      return .ended(value ? 0 : 1)
    } catch {
      return call.fail(error.message, code: 2)
    }
  }
}

/// `expr`: whole numbers, comparisons, and a few words about strings.
enum ExpressionUtility {
  @Sendable static func run(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    let words = Array(call.words.dropFirst())
    if words.count == 2, words[0] == "length" {
      call.print(String(words[1].count))
      return .ended(words[1].isEmpty ? 1 : 0)
    }
    if words.count == 4, words[0] == "substr", let begin = Int(words[2]), let length = Int(words[3]), begin > 0 {
      let text = String(words[1].dropFirst(begin - 1).prefix(max(0, length)))
      call.print(text)
      return .ended(text.isEmpty ? 1 : 0)
    }
    if words.count == 1 {
      call.print(words[0])
      return .ended(words[0].isEmpty || words[0] == "0" ? 1 : 0)
    }
    let operators: Set<String> = ["+", "-", "*", "/", "%", "<", "<=", "=", "==", "!=", ">=", ">", "(", ")"]
    guard words.allSatisfy({ operators.contains($0) || Int64($0) != nil }) else {
      if words.count == 3, ["=", "==", "!="].contains(words[1]) {
        let holds = (words[0] == words[2]) == (words[1] != "!=")
        call.print(holds ? "1" : "0")
        return .ended(holds ? 0 : 1)
      }
      return call.refuse("expr \(words.joined(separator: " "))")
    }
    var none = Variables()
    let text = words.map { $0 == "=" ? "==" : $0 }.joined(separator: " ")
    do throws(Arithmetic.Failure) {
      let value = try Arithmetic.value(of: text, &none)
      call.print(String(value))
      return .ended(value == 0 ? 1 : 0)
    } catch {
      return call.fail(error == .divisionByZero ? "division by zero" : "syntax error", code: 2)
    }
  }
}

extension ContainerWorld {
  /// Whether a path is that of a program of the image.
  func isProgram(_ path: String) -> Bool {
    let folders = ["/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin"]
    return folders.contains(Path.folder(of: path)) && pathOfProgram(Path.name(of: path)) != nil
  }
}
