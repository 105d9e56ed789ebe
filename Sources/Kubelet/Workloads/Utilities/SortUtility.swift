import Basics

/// `sort`, by whole lines or by keys: `-k 2`, `-k 2,2nr`.
enum SortUtility {
  private struct Order {
    var isNumeric = false
    var isReversed = false
    var isCaseless = false

    /// nil for letters that mean more.
    init?(_ letters: some StringProtocol) {
      for letter in letters {
        switch letter {
        case "n": isNumeric = true
        case "r": isReversed = true
        case "f": isCaseless = true
        case "b": continue
        default: return nil
        }
      }
    }

    var isPlain: Bool { !isNumeric && !isReversed && !isCaseless }
  }

  private struct Key {
    /// Counted from 1.
    var first: Int
    /// nil for up to the end of the line.
    var last: Int?
    var order: Order

    /// `2`, `2,3`, `2nr,2`; a place within a field is not known.
    init?(_ text: String, _ usual: Order) {
      let ends = text.split(separator: ",", maxSplits: 1).map(String.init)
      let numbers = ends.map { Int($0.prefix { $0.isASCIIDigit }) }
      let letters = ends.map { $0.drop { $0.isASCIIDigit } }.joined()
      guard let number = numbers.first.flatMap({ $0 }), number > 0, let own = Order(letters) else { return nil }
      first = number
      if numbers.count > 1 {
        guard let end = numbers[1] else { return nil }
        last = end
      }
      order = own.isPlain ? usual : own
    }

    func text(of line: String, separator: Character?) -> String {
      let fields =
        separator.map { line.split(separator: $0, omittingEmptySubsequences: false) } ?? line.split { $0.isWhitespace }
      guard first <= fields.count, first <= last ?? first else { return "" }
      let end = min(last ?? fields.count, fields.count)
      return fields[(first - 1)..<end].joined(separator: separator.map(String.init) ?? " ")
    }
  }

  @Sendable static func sort(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("nrufb", valued: "kt")
    if let unknown = options.unknown { return call.refuse("sort \(unknown)") }
    let separator = options.value("t")?.first
    guard let usual = Order(String(options.letters.filter { $0 != "u" })) else { return call.refuse("sort") }
    var keys: [Key] = []
    for (letter, text) in options.values where letter == "k" {
      guard let key = Key(text, usual) else { return call.refuse("sort -k \(text)") }
      keys.append(key)
    }
    let isUnique = options.has("u")
    let sorted = keys
    return TextUtilities.filter(
      options.operands,
      .whole { text in
        let lines = TextUtilities.lines(text).map { line in
          (line: line, parts: sorted.isEmpty ? [line] : sorted.map { $0.text(of: line, separator: separator) })
        }
        let orders = sorted.isEmpty ? [usual] : sorted.map(\.order)
        func compared(_ left: [String], _ right: [String]) -> Int {
          for (order, parts) in zip(orders, zip(left, right)) {
            let result = compare(parts.0, parts.1, order)
            if result != 0 { return order.isReversed ? -result : result }
          }
          return 0
        }
        var out = lines.enumerated().sorted { left, right in
          let result = compared(left.element.parts, right.element.parts)
          if result != 0 { return result < 0 }
          // Equal keys leave it to the lines; with -u the first of them stays.
          if isUnique || left.element.line == right.element.line { return left.offset < right.offset }
          return left.element.line.precedesByBytes(right.element.line) != usual.isReversed
        }.map(\.element)
        if isUnique {
          out = out.reduce(into: []) { kept, next in
            if kept.last.map({ compared($0.parts, next.parts) != 0 }) ?? true { kept.append(next) }
          }
        }
        return out.map { $0.line + "\n" }.joined()
      },
      &call,
      &world
    )
  }

  private static func compare(_ left: String, _ right: String, _ order: Order) -> Int {
    if order.isNumeric {
      let (first, second) = (number(left), number(right))
      return first < second ? -1 : first > second ? 1 : 0
    }
    let (first, second) = order.isCaseless ? (left.uppercased(), right.uppercased()) : (left, right)
    return first == second ? 0 : first.precedesByBytes(second) ? -1 : 1
  }

  private static func number(_ text: String) -> Double {
    Double(text.drop { $0 == " " || $0 == "\t" }.prefix { $0.isASCIIDigit || $0 == "-" || $0 == "." }) ?? 0
  }
}
