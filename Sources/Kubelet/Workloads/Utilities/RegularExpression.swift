/// A POSIX regular expression, basic or extended; without back-references and counted repetition of groups beyond 255.
struct RegularExpression: Sendable {
  private indirect enum Node: Sendable {
    case character(Character)
    case any
    case set([ClosedRange<Character>], isNegated: Bool)
    case start
    case end
    case sequence([Node])
    case choice([Node])
    case repeated(Node, Int, Int)
    case group(Node, Int)
  }

  private let root: Node
  private let isCaseless: Bool
  private(set) var groups = 0

  /// How many steps one match may take; a pattern that needs more is taken not to match.
  private static let stepsMax = 200_000

  /// nil for a pattern that cannot be read.
  init?(_ pattern: String, isExtended: Bool, isCaseless: Bool = false, isFixed: Bool = false) {
    self.isCaseless = isCaseless
    let text = Array(isCaseless ? pattern.lowercased() : pattern)
    if isFixed {
      root = .sequence(text.map(Node.character))
      return
    }
    var reader = Reader(text, isExtended: isExtended)
    guard let node = reader.choice(), reader.place == text.count else { return nil }
    root = node
    groups = reader.groups
  }

  private struct Reader {
    let text: [Character]
    let isExtended: Bool
    var place = 0
    var groups = 0
    var depth = 0

    init(_ text: [Character], isExtended: Bool) {
      self.text = text
      self.isExtended = isExtended
    }

    /// Whether the operator stands here, as it is written in this syntax; it is passed.
    mutating func take(_ sign: Character) -> Bool {
      if isExtended || sign == "*" {
        guard place < text.count, text[place] == sign else { return false }
        place += 1
        return true
      }
      guard place + 1 < text.count, text[place] == "\\", text[place + 1] == sign else { return false }
      place += 2
      return true
    }

    mutating func choice() -> Node? {
      depth += 1
      defer { depth -= 1 }
      guard depth < 50, let first = sequence() else { return nil }
      var all = [first]
      while take("|") {
        guard let next = sequence() else { return nil }
        all.append(next)
      }
      return all.count == 1 ? first : .choice(all)
    }

    private var isAtEnd: Bool {
      if place >= text.count { return true }
      if isExtended { return text[place] == "|" || (text[place] == ")" && depth > 1) }
      return text[place] == "\\" && place + 1 < text.count && (text[place + 1] == "|" || text[place + 1] == ")")
    }

    private mutating func sequence() -> Node? {
      var nodes: [Node] = []
      while !isAtEnd {
        guard var node = atom(isFirst: nodes.isEmpty) else { return nil }
        while true {
          if take("*") {
            node = .repeated(node, 0, .max)
          } else if take("+") {
            node = .repeated(node, 1, .max)
          } else if take("?") {
            node = .repeated(node, 0, 1)
          } else if take("{") {
            guard let (low, high) = bounds() else { return nil }
            node = .repeated(node, low, high)
          } else {
            break
          }
        }
        nodes.append(node)
      }
      return .sequence(nodes)
    }

    private mutating func bounds() -> (Int, Int)? {
      var inner = ""
      while place < text.count, text[place].isASCIIDigit || text[place] == "," {
        inner.append(text[place])
        place += 1
      }
      guard take("}") else { return nil }
      let parts = inner.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard let low = parts.first.map({ $0 ?? 0 }), low <= 255 else { return nil }
      if parts.count == 1 { return (low, low) }
      let high = parts[1] ?? .max
      return high >= low ? (low, high) : nil
    }

    private mutating func atom(isFirst: Bool) -> Node? {
      if take("(") {
        groups += 1
        let number = groups
        guard let inner = choice(), take(")") else { return nil }
        return .group(inner, number)
      }
      let character = text[place]
      place += 1
      switch character {
      case ".": return .any
      case "^" where isFirst || isExtended: return .start
      case "$" where place == text.count || isExtended || isAtEnd: return .end
      case "[": return set()
      case "\\":
        guard place < text.count else { return nil }
        place += 1
        return escaped(text[place - 1])
      case "*" where isExtended: return nil
      default: return .character(character)
      }
    }

    private func escaped(_ character: Character) -> Node? {
      let digits = CharacterClass.ranges["digit"] ?? []
      let spaces = CharacterClass.ranges["space"] ?? []
      let words = (CharacterClass.ranges["alnum"] ?? []) + ["_"..."_"]
      switch character {
      case "d": return .set(digits, isNegated: false)
      case "s": return .set(spaces, isNegated: false)
      case "S": return .set(spaces, isNegated: true)
      case "w": return .set(words, isNegated: false)
      case "W": return .set(words, isNegated: true)
      case "t": return .character("\t")
      case "n": return .character("\n")
      case _ where character.isASCIIDigit || character.isLetter: return nil
      default: return .character(character)
      }
    }

    private mutating func set() -> Node? {
      let isNegated = place < text.count && text[place] == "^"
      if isNegated { place += 1 }
      guard let members = CharacterClass.members(text, from: &place), members.areOrdered else { return nil }
      place += 1
      return .set(members.ranges, isNegated: isNegated)
    }
  }

  /// Where a match begins and ends, and its groups.
  struct Match {
    var range: Range<Int>
    var groups: [Int: Range<Int>]
  }

  private final class Run {
    let text: [Character]
    var steps = 0
    var groups: [Int: Range<Int>] = [:]
    var depth = 0
    init(_ text: [Character]) { self.text = text }
  }

  /// The first match at or after `begin`; the longest of a repetition is tried first.
  func first(in text: [Character], from begin: Int = 0) -> Match? {
    let subject = isCaseless ? text.map { Character($0.lowercased()) } : text
    guard subject.count == text.count, begin <= text.count else { return nil }
    for start in begin...text.count {
      let run = Run(subject)
      var end: Int?
      if match(
        root,
        start,
        run,
        { place in
          end = place
          return true
        }
      ), let end {
        return Match(range: start..<end, groups: run.groups)
      }
    }
    return nil
  }

  private func match(_ node: Node, _ place: Int, _ run: Run, _ next: (Int) -> Bool) -> Bool {
    run.steps += 1
    run.depth += 1
    defer { run.depth -= 1 }
    guard run.steps < RegularExpression.stepsMax, run.depth < 1_500 else { return false }
    switch node {
    case .character(let character):
      return place < run.text.count && run.text[place] == character && next(place + 1)
    case .any: return place < run.text.count && next(place + 1)
    case .set(let ranges, let isNegated):
      guard place < run.text.count else { return false }
      return ranges.contains { $0.contains(run.text[place]) } != isNegated && next(place + 1)
    case .start: return place == 0 && next(place)
    case .end: return place == run.text.count && next(place)
    case .sequence(let nodes): return match(nodes[...], place, run, next)
    case .choice(let nodes): return nodes.contains { match($0, place, run, next) }
    case .repeated(let inner, let low, let high): return repeated(inner, low, high, place, run, next)
    case .group(let inner, let number):
      return match(inner, place, run) { end in
        let before = run.groups[number]
        run.groups[number] = place..<end
        if next(end) { return true }
        run.groups[number] = before
        return false
      }
    }
  }

  private func match(_ nodes: ArraySlice<Node>, _ place: Int, _ run: Run, _ next: (Int) -> Bool) -> Bool {
    guard let first = nodes.first else { return next(place) }
    return match(first, place, run) { match(nodes.dropFirst(), $0, run, next) }
  }

  private func repeated(
    _ inner: Node,
    _ low: Int,
    _ high: Int,
    _ place: Int,
    _ run: Run,
    _ next: (Int) -> Bool
  ) -> Bool {
    if let ends = simpleEnds(inner, high, place, run) {
      guard ends >= low else { return false }
      for count in stride(from: ends, through: low, by: -1) where next(place + count) { return true }
      return false
    }
    if high > 0,
      match(
        inner,
        place,
        run,
        { end in
          end != place && repeated(inner, max(0, low - 1), high == .max ? .max : high - 1, end, run, next)
        }
      )
    {
      return true
    }
    return low == 0 && next(place)
  }

  /// How often a node of one character matches in a row; nil for other nodes.
  private func simpleEnds(_ node: Node, _ high: Int, _ place: Int, _ run: Run) -> Int? {
    let matches: (Character) -> Bool
    switch node {
    case .any: matches = { _ in true }
    case .character(let character): matches = { $0 == character }
    case .set(let ranges, let isNegated):
      matches = { candidate in ranges.contains { $0.contains(candidate) } != isNegated }
    default: return nil
    }
    var count = 0
    while count < high, place + count < run.text.count, matches(run.text[place + count]) { count += 1 }
    run.steps += count
    return count
  }

  /// Whether a line matches, anywhere, as a whole or as a word.
  func matches(_ line: String, whole: Bool = false, word: Bool = false) -> Bool {
    let text = Array(line)
    var begin = 0
    while begin <= text.count, let match = first(in: text, from: begin) {
      if whole {
        if match.range == 0..<text.count { return true }
      } else if word {
        let before = match.range.lowerBound > 0 && text[match.range.lowerBound - 1].isShellName
        let after = match.range.upperBound < text.count && text[match.range.upperBound].isShellName
        if !before, !after { return true }
      } else {
        return true
      }
      begin = match.range.lowerBound + 1
    }
    return false
  }

  /// All matches of a line that are not empty.
  func all(in line: String) -> [String] {
    let text = Array(line)
    var out: [String] = []
    var begin = 0
    while let match = first(in: text, from: begin) {
      if !match.range.isEmpty { out.append(String(text[match.range])) }
      begin = max(match.range.upperBound, match.range.lowerBound + 1)
      if begin > text.count { break }
    }
    return out
  }
}
