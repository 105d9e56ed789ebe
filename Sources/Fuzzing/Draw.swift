import Basics
import Objects

/// Draws random choices and texts.
struct Draw {
  private var generator: Generator

  init(seed: UInt64) { generator = Generator(seed: seed) }

  mutating func below(_ bound: Int) -> Int { generator.below(bound) }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { generator.below(count) == 0 }

  /// One of `choices`, which are not empty.
  mutating func pick<Choices: RandomAccessCollection>(_ choices: Choices) -> Choices.Element {
    choices[choices.index(choices.startIndex, offsetBy: below(choices.count))]
  }

  /// What parsers stumble over: ends of ranges, signs, quotes, other scripts, control characters.
  static let oddTexts = [
    "", " ", "-", "--", "---", "=", ":", "/", ".", "..", ",", "\\", "'", "\"", "`", "{", "}", "[", "]", "(", ")", "*",
    "&", "!", "|", ">", "<", "#", "%", "@", "~", "$", "${x}", "\t", "\n", "\r\n", "\u{0}", "\u{7F}", "\u{FEFF}",
    "\u{2028}", "é", "e\u{301}", "한글", "👩‍👩‍👧", "0", "-0", "00", "007", "1e9", "1e400", "-1", "0x7f", "1_000", ".5", "5.",
    "NaN", ".inf", "true", "yes", "null", "~", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "-9223372036854775809", "18446744073709551615", "2147483648", "1000m", "1Ki", "0.1n", "9999999999Ei", "10s", "1h1",
    "<<", "$patch", "$retainKeys", "metadata", "spec", "status", "name", "a/b", "a/b/c", "pods", "default",
  ]

  mutating func oddText() -> String {
    switch below(40) {
    case 0: String(repeating: pick(Draw.oddTexts), count: 1 + below(300))
    case 1: pick(Draw.oddTexts) + pick(Draw.oddTexts)
    default: pick(Draw.oddTexts)
    }
  }

  /// A number at or near the end of some range.
  mutating func oddNumber() -> Int64 {
    let edge = pick(
      [
        0, 1, 2, 63, 253, 65_535, 1 << 31, -(1 << 31), 1 << 53, .max, .min, 10_000, 100_000, 4_294_967_296,
      ] as [Int64]
    )
    return edge &+ Int64(below(5) - 2)
  }

  /// `text` with a few of its characters changed.
  mutating func changed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<(1 + below(3)) {
      let start = below(scalars.count + 1)
      let end = min(scalars.count, start + below(4))
      switch below(5) {
      case 0: scalars.removeSubrange(start..<end)
      case 1: scalars.insert(contentsOf: scalars[start..<end], at: start)
      case 2 where !scalars.isEmpty: scalars.insert(pick(scalars), at: start)
      default: scalars.replaceSubrange(start..<end, with: Array(oddText().unicodeScalars))
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// `bytes` with a few of them changed; what comes out need not be UTF-8.
  mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 + below(4)) {
      let start = below(bytes.count + 1)
      let end = min(bytes.count, start + 1 + below(3))
      switch below(5) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count + 1))
      case 2 where start < bytes.count: bytes[start] ^= 1 << UInt8(below(8))
      case 3: bytes.insert(contentsOf: oddText().utf8, at: start)
      default: bytes.insert(UInt8(below(256)), at: start)
      }
    }
    return bytes
  }

  /// `text` with lines removed, repeated, exchanged or indented otherwise.
  mutating func changedLines(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<(1 + below(3)) {
      let index = below(lines.count)
      switch below(8) {
      case 0 where lines.count > 1: lines.remove(at: index)
      case 1: lines.insert(lines[index], at: below(lines.count + 1))
      case 2: lines.swapAt(index, below(lines.count))
      case 3: lines[index] = String(repeating: " ", count: below(8)) + lines[index]
      case 4: lines[index] = String(lines[index].drop { $0 == " " })
      case 5: lines[index] = "\t" + lines[index]
      case 6: lines.insert(pick(["---", "...", "# x", "--- # x", "%YAML 1.1", "- x", "? x", "- - -"]), at: index)
      default: lines[index] = changed(lines[index])
      }
    }
    return lines.joined(separator: "\n")
  }
}
