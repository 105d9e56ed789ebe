/// A pattern as `case`, file names and `${name#…}` have it: `*`, `?`, `[…]`; what was quoted stands for itself.
struct ShellPattern: Sendable {
  private enum Element: Sendable {
    case literal(Character)
    case any
    case anyOne
    case set([ClosedRange<Character>], isNegated: Bool)
  }

  private var elements: [Element] = []
  /// Whether it has anything else than characters that stand for themselves.
  private(set) var isSpecial = false

  init(_ pieces: [ShellField.Piece]) {
    for piece in pieces {
      if piece.isQuoted {
        elements += piece.text.map(Element.literal)
      } else {
        add(Array(piece.text))
      }
    }
  }

  init(_ text: String) { add(Array(text)) }

  private mutating func add(_ text: [Character]) {
    var place = 0
    while place < text.count {
      switch text[place] {
      case "*":
        elements.append(.any)
        isSpecial = true
      case "?":
        elements.append(.anyOne)
        isSpecial = true
      case "[":
        if let (set, end) = ShellPattern.set(text, from: place) {
          elements.append(set)
          isSpecial = true
          place = end
        } else {
          elements.append(.literal("["))
        }
      case "\\" where place + 1 < text.count:
        place += 1
        elements.append(.literal(text[place]))
      default: elements.append(.literal(text[place]))
      }
      place += 1
    }
  }

  /// The bracket expression that begins at `start`, and the place of its closing bracket.
  private static func set(_ text: [Character], from start: Int) -> (Element, Int)? {
    var place = start + 1
    let isNegated = place < text.count && (text[place] == "!" || text[place] == "^")
    if isNegated { place += 1 }
    guard let members = CharacterClass.members(text, from: &place) else { return nil }
    return (.set(members.ranges, isNegated: isNegated), place)
  }

  func matches(_ text: String) -> Bool { matches(Array(text)[...]) }

  /// Whether all of `text` matches; O(elements × characters).
  func matches(_ text: ArraySlice<Character>) -> Bool {
    var element = 0
    var place = text.startIndex
    var star: (element: Int, place: Int)?
    while place < text.endIndex {
      if element < elements.count, case .any = elements[element] {
        star = (element, place)
        element += 1
      } else if element < elements.count, ShellPattern.matches(elements[element], text[place]) {
        element += 1
        place += 1
      } else if let last = star {
        star = (last.element, last.place + 1)
        element = last.element + 1
        place = last.place + 1
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy { if case .any = $0 { true } else { false } }
  }

  private static func matches(_ element: Element, _ character: Character) -> Bool {
    switch element {
    case .literal(let other): other == character
    case .any, .anyOne: true
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
    }
  }

  /// `text` without the shortest or longest beginning or end that matches.
  func removed(from text: String, isPrefix: Bool, isLongest: Bool) -> String {
    let characters = Array(text)
    let lengths = isLongest ? Array((0...characters.count).reversed()) : Array(0...characters.count)
    for length in lengths {
      if isPrefix, matches(characters[..<length]) { return String(characters[length...]) }
      let rest = characters.count - length
      if !isPrefix, matches(characters[rest...]) { return String(characters[..<rest]) }
    }
    return text
  }
}

/// `[:digit:]` and its kin.
enum CharacterClass {
  static let ranges: [String: [ClosedRange<Character>]] = [
    "digit": ["0"..."9"], "lower": ["a"..."z"], "upper": ["A"..."Z"], "alpha": ["A"..."Z", "a"..."z"],
    "alnum": ["0"..."9", "A"..."Z", "a"..."z"], "space": [" "..." ", "\t"..."\r"], "blank": [" "..." ", "\t"..."\t"],
    "punct": ["!"..."/", ":"..."@", "["..."`", "{"..."~"], "xdigit": ["0"..."9", "A"..."F", "a"..."f"],
  ]

  /// The class whose name begins with `[:` at `place`, and the place after its `:]`.
  static func named(_ text: [Character], at place: Int) -> ([ClosedRange<Character>], Int)? {
    guard place + 1 < text.count, text[place + 1] == ":" else { return nil }
    var name = ""
    var end = place + 2
    while end < text.count, text[end] != ":" {
      name.append(text[end])
      end += 1
    }
    guard end + 1 < text.count, text[end + 1] == "]", let found = ranges[name] else { return nil }
    return (found, end + 2)
  }

  /// The members of a bracket expression from `place` on, which then stands at the closing bracket; nil where that is
  /// missing. A range whose ends are the wrong way round holds nothing, and is told of.
  static func members(
    _ text: [Character],
    from place: inout Int
  ) -> (ranges: [ClosedRange<Character>], areOrdered: Bool)? {
    var found: [ClosedRange<Character>] = []
    var areOrdered = true
    let first = place
    while place < text.count, text[place] != "]" || place == first {
      if text[place] == "[", let (named, end) = named(text, at: place) {
        found += named
        place = end
      } else if place + 2 < text.count, text[place + 1] == "-", text[place + 2] != "]" {
        if text[place] <= text[place + 2] { found.append(text[place]...text[place + 2]) } else { areOrdered = false }
        place += 3
      } else {
        found.append(text[place]...text[place])
        place += 1
      }
    }
    return place < text.count ? (found, areOrdered) : nil
  }
}
