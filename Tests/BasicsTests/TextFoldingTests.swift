import Basics
import Testing

@Suite("Folding lines")
struct TextFoldingTests {
  @Test("at spaces, by terminal cells")
  func cells() {
    #expect("one two three".folded(toCells: 7) == ["one two", "three"])
    #expect("파드가 준비됨 안됨".folded(toCells: 13) == ["파드가 준비됨", "안됨"])
    #expect("averylongword b".folded(toCells: 5) == ["averylongword", "b"])
    #expect("".folded(toCells: 5) == [""])
    #expect("one two three".folded(toCells: 9, first: "- ") == ["- one two", "  three"])
  }

  @Test(
    "what is folded goes on under the last column",
    arguments: [
      ("short  line", "short  line"),
      (
        "#12   +1s  kubelet  starts the container again",
        "#12   +1s  kubelet  starts the\n                    container\n                    again"
      ),
      ("    - one two three four five six seven", "    - one two three four five\n      six seven"),
      ("no column at all in this line of words", "no column at all in this line\n  of words"),
      ("    labels app=web,of-more-than-a-whole-line", "    labels\n      app=web,of-more-than-a-whole-line"),
      ("  ID:   of-more-than-a-whole-line-by-itself", "  ID:   of-more-than-a-whole-line-by-itself"),
      ("a word    and behind the middle  more words", "a word    and behind the\n          middle more words"),
    ]
  )
  func columns(line: String, expected: String) {
    #expect(line.foldedInColumn(toCells: 30) == expected)
  }

  @Test("no line of any text is wider than it must be, and no word is lost")
  func property() {
    var generator = Generator(seed: 11)
    for _ in 0..<500 {
      let words = (0..<generator.below(30)).map { _ in
        String(repeating: generator.below(2) == 0 ? "가" : "x", count: 1 + generator.below(9))
      }
      let width = 20 + generator.below(60)
      let lines = words.joined(separator: generator.below(5) == 0 ? "  " : " ").foldedInColumn(toCells: width)
        .split(separator: "\n")
      #expect(lines.allSatisfy { $0.cellWidth <= width }, "\(lines)")
      #expect(lines.flatMap { $0.split(separator: " ") }.map(String.init) == words)
    }
  }
}
