import Basics
import Manifest
import Objects
import Testing

/// What is written reads back as what it was, whatever it is.
@Suite struct RoundTripTests {
  private static let pieces = [
    "a", "b c", " ", "\n", "\t", "\r", ":", ": ", " #", "#", "-", "- ", "---", "...", "?", "!", "&", "*", "%", "@", "`",
    "\"", "'", "{", "}", "[", "]", ",", "|", ">", "<<", "~", "0", "1", ".", "_", "e", "+", "0x1", "yes", "null",
    "2026-11-24", "12:30", "가", "é", "😀", "\u{7}", "\u{A0}", "\u{85}", "\u{2028}", "\\",
    "long words in a line of text ",
  ]

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func whatIsWrittenReadsBack(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let value: Value = ["value": randomValue(depth: 0, &generator)]
    let text = YAMLWriter.text(value)
    let documents = ManifestReader.documents(text)
    #expect(try documents.map { try $0.get().value } == [value], "seed \(seed):\n\(text)")
  }

  private func randomValue(depth: Int, _ generator: inout Generator) -> Value {
    switch generator.below(depth > 4 ? 7 : 10) {
    case 0: return .null
    case 1: return .bool(generator.below(2) == 0)
    case 2: return .int(Int64(generator.below(1_000_000)) - 500_000)
    case 3: return .double(Double(generator.below(1_000_000)) + 0.25)
    case 7: return .array((0..<generator.below(4)).map { _ in randomValue(depth: depth + 1, &generator) })
    case 8, 9:
      let members = (0..<generator.below(4)).map { _ in
        (randomText(&generator), randomValue(depth: depth + 1, &generator))
      }
      return .object(Fields(members))
    default: return .string(randomText(&generator))
    }
  }

  private func randomText(_ generator: inout Generator) -> String {
    (0..<generator.below(8)).map { _ in RoundTripTests.pieces[generator.below(RoundTripTests.pieces.count)] }.joined()
  }
}
