/// `echo` and `printf`.
enum EchoUtilities {
  @Sendable static func echo(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    var words = call.words.dropFirst()
    var endsLine = true
    // dash's echo reads escapes always; bash's and busybox' only with -e.
    var reads = false
    while let word = words.first, word.count > 1, word.hasPrefix("-"),
      word.dropFirst().allSatisfy({ "neE".contains($0) })
    {
      for letter in word.dropFirst() {
        switch letter {
        case "n": endsLine = false
        case "e": reads = true
        default: reads = false
        }
      }
      words.removeFirst()
    }
    let text = words.joined(separator: " ")
    var stops = false
    let out = reads ? unescaped(text, stops: &stops) : text
    call.write(out + (endsLine && !stops ? "\n" : ""))
    return .ended(0)
  }

  /// Replaces backslash escapes; `stops` tells of a `\c`.
  static func unescaped(_ text: String, stops: inout Bool) -> String {
    let simple: [Character: Character] = [
      "n": "\n", "t": "\t", "r": "\r", "a": "\u{7}", "b": "\u{8}", "f": "\u{c}", "v": "\u{b}", "\\": "\\",
      "e": "\u{1b}",
      "\"": "\"",
    ]
    var out = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.first else {
        out.append(character)
        continue
      }
      rest.removeFirst()
      if next == "c" {
        stops = true
        return out
      }
      if let replaced = simple[next] {
        out.append(replaced)
      } else if next == "x" || ("0"..."7").contains(next) {
        let radix = next == "x" ? 16 : 8
        var digits = next == "x" || next == "0" ? "" : String(next)
        while digits.count < (radix == 16 ? 2 : 3), let digit = rest.first, digit.isASCII,
          Int(String(digit), radix: radix) != nil
        {
          digits.append(digit)
          rest.removeFirst()
        }
        out.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: Int(digits, radix: radix) ?? 0)))
      } else {
        out += "\\\(next)"
      }
    }
    return out
  }

  @Sendable static func printf(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    var words = call.words.dropFirst()
    if words.first == "--" { words.removeFirst() }
    guard let format = words.popFirst() else { return call.fail("usage: printf FORMAT [ARGUMENT]...") }
    var code = 0
    repeat {
      let before = words.count
      var stops = false
      guard let text = filled(format, &words, &code, stops: &stops) else { return call.refuse("printf \(format)") }
      call.write(text)
      if stops || words.count == before { break }
    } while !words.isEmpty
    return .ended(code)
  }

  /// The format once over, with arguments taken from the front of `words`; nil for a directive that is not known.
  private static func filled(
    _ format: String,
    _ words: inout ArraySlice<String>,
    _ code: inout Int,
    stops: inout Bool
  ) -> String? {
    var out = ""
    var literal = ""
    var rest = format[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        literal.append(character)
        if character == "\\", let next = rest.popFirst() { literal.append(next) }
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        literal.append("%")
        continue
      }
      out += unescaped(literal, stops: &stops)
      literal = ""
      if stops { return out }
      let flags = rest.prefix { "-0+ ".contains($0) }
      rest = rest.dropFirst(flags.count)
      let width = rest.prefix { $0.isASCIIDigit }
      rest = rest.dropFirst(width.count)
      var precision: Int?
      if rest.first == "." {
        let digits = rest.dropFirst().prefix { $0.isASCIIDigit }
        precision = Int(digits) ?? 0
        rest = rest.dropFirst(digits.count + 1)
      }
      guard let kind = rest.popFirst(), let text = converted(kind, words.popFirst(), precision, &code, &stops) else {
        return nil
      }
      out += aligned(text, String(flags), min(Int(width) ?? 0, 10_000), isNumber: !"scb".contains(kind))
    }
    return out + unescaped(literal, stops: &stops)
  }

  private static func converted(
    _ kind: Character,
    _ word: String?,
    _ precision: Int?,
    _ code: inout Int,
    _ stops: inout Bool
  ) -> String? {
    let word = word ?? ""
    switch kind {
    case "s": return precision.map { String(word.prefix($0)) } ?? word
    case "b": return unescaped(word, stops: &stops)
    case "c": return String(word.prefix(1))
    case "d", "i", "u", "x", "X", "o":
      let text = word.hasPrefix("0x") ? Int64(word.dropFirst(2), radix: 16) : Int64(word.isEmpty ? "0" : word)
      if text == nil { code = 1 }
      let number = text ?? 0
      switch kind {
      case "x": return String(number, radix: 16)
      case "X": return String(number, radix: 16, uppercase: true)
      case "o": return String(number, radix: 8)
      default: return String(number)
      }
    case "f":
      guard let number = Double(word.isEmpty ? "0" : word), abs(number) < 1e12 else { return nil }
      return fixed(number, places: min(precision ?? 6, 9))
    default: return nil
    }
  }

  /// A number with so many decimal places.
  static func fixed(_ number: Double, places: Int) -> String {
    var scale: Int64 = 1
    for _ in 0..<places { scale *= 10 }
    let whole = Int64((abs(number) * Double(scale)).rounded(.toNearestOrEven))
    let sign = number < 0 ? "-" : ""
    if places == 0 { return sign + String(whole) }
    let fraction = String(whole % scale)
    return "\(sign)\(whole / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// Text in a field of so many characters, as the flags `-`, `0` and `+` say.
  static func aligned(_ text: String, _ flags: String, _ width: Int, isNumber: Bool) -> String {
    var text = text
    if isNumber, flags.contains("+"), !text.hasPrefix("-") { text = "+" + text }
    let fill = max(0, width - text.count)
    if flags.contains("-") { return text + String(repeating: " ", count: fill) }
    if isNumber, flags.contains("0") {
      let sign = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.removeFirst()) : ""
      return sign + String(repeating: "0", count: fill) + text
    }
    return String(repeating: " ", count: fill) + text
  }
}
