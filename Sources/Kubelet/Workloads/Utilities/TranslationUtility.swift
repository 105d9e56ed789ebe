/// `tr`.
enum TranslationUtility {
  @Sendable static func translate(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("dsc")
    if options.has("c") || options.unknown != nil { return call.refuse("tr \(options.unknown ?? "-c")") }
    guard let first = options.operands.first else { return call.fail("missing operand") }
    let from = characters(first)
    let to = options.operands.count > 1 ? characters(options.operands[1]) : []
    let (deletes, squeezes) = (options.has("d"), options.has("s"))
    if !deletes, to.isEmpty, !squeezes { return call.fail("missing operand after '\(first)'") }
    let squeezed = to.isEmpty ? from : to
    return .filters(
      TextFilter(
        .text { text in
          var out = ""
          for character in text {
            guard let place = from.lastIndex(of: character) else {
              out.append(character)
              continue
            }
            if deletes { continue }
            let new = to.isEmpty ? character : to[min(place, to.count - 1)]
            if squeezes, out.last == new, squeezed.contains(new) { continue }
            out.append(new)
          }
          return out
        }
      )
    )
  }

  /// `a-z`, `[:upper:]`, `\n`
  private static func characters(_ text: String) -> [Character] {
    let source = Array(text)
    var out: [Character] = []
    var place = 0
    while place < source.count {
      if source[place] == "[", let (ranges, end) = CharacterClass.named(source, at: place) {
        for range in ranges { out += all(range) }
        place = end
      } else if source[place] == "\\", place + 1 < source.count {
        out.append(["n": "\n", "t": "\t", "r": "\r"][source[place + 1]] ?? source[place + 1])
        place += 2
      } else if place + 2 < source.count, source[place + 1] == "-", source[place] <= source[place + 2] {
        out += all(source[place]...source[place + 2])
        place += 3
      } else {
        out.append(source[place])
        place += 1
      }
    }
    return out
  }

  private static func all(_ range: ClosedRange<Character>) -> [Character] {
    guard let low = range.lowerBound.asciiValue, let high = range.upperBound.asciiValue, low <= high else {
      return [range.lowerBound]
    }
    return (low...high).map { Character(UnicodeScalar($0)) }
  }
}
