import Basics
import Kubectl
import Testing

@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("get pods", ["get", "pods"]),
    ("  get\tpods  -o   wide ", ["get", "pods", "-o", "wide"]),
    ("get pods -l 'app in (bare, other)'", ["get", "pods", "-l", "app in (bare, other)"]),
    (#"a"b c"'d e'f"#, ["ab cd ef"]),
    (#"a\ b \"c"#, ["a b", "\"c"]),
    (#""a\"b\c""#, [#"a"b\c"#]),
    ("'' x", ["", "x"]),
    ("get pods # a comment", ["get", "pods"]),
    ("a#b", ["a#b"]),
    ("get po -o jsonpath={.items[*].metadata.name}", ["get", "po", "-o", "jsonpath={.items[*].metadata.name}"]),
    ("echo 5$ $", ["echo", "5$", "$"]),
    ("get pods -l '$x `y`'", ["get", "pods", "-l", "$x `y`"]),
    ("", []),
  ])
  func splits(line: String, words: [String]) throws {
    #expect(try ShellWords.split(line).words.map(\.text) == words)
  }

  @Test func wordsKeepTheirPlaces() throws {
    let words = try ShellWords.split(#"get "한 글"  x"#).words
    #expect(words.map(\.range) == [0..<3, 4..<13, 15..<16])
  }

  @Test func inputFileIsItsOwnNotion() throws {
    let line = try ShellWords.split("apply -f - <pods.yaml")
    #expect(line.words.map(\.text) == ["apply", "-f", "-"])
    #expect(line.input?.text == "pods.yaml")
  }

  @Test func assignmentsStandInFront() throws {
    let line = try ShellWords.split(#"KUBE_EDITOR="sed -i s/a\ b/c/" edit rc kubia x=1"#)
    #expect(line.assignments.map(\.name) == ["KUBE_EDITOR"])
    #expect(line.assignments.map(\.value) == [#"sed -i s/a\ b/c/"#])
    #expect(line.words.map(\.text) == ["edit", "rc", "kubia", "x=1"])
  }

  @Test func programNameMayBeLeftOut() throws {
    for prefix in ["kubectl ", "k ", ""] {
      #expect(try ShellWords.split(prefix + "get po").command.map(\.text) == ["get", "po"])
    }
  }

  @Test(arguments: [
    ("get 'pods", ShellWordsError.openQuote(character: "'", offset: 4)),
    ("get \"pods", .openQuote(character: "\"", offset: 4)),
    ("get pods\\", .openBackslash(offset: 8)),
    ("get pods | grep x", .unsupported(what: "|", offset: 9)),
    ("get pods || x", .unsupported(what: "||", offset: 9)),
    ("get pods > x", .unsupported(what: ">", offset: 9)),
    ("get $(x)", .unsupported(what: "$(", offset: 4)),
    ("get \"$(x)\"", .unsupported(what: "$(", offset: 5)),
    ("get `x`", .unsupported(what: "`", offset: 4)),
    ("get $HOME", .unsupported(what: "$H", offset: 4)),
    ("a; b", .unsupported(what: ";", offset: 1)),
    ("a && b", .unsupported(what: "&&", offset: 2)),
    ("a (b)", .unsupported(what: "(", offset: 2)),
    ("a <<EOF", .unsupported(what: "<<", offset: 2)),
    ("a <", .missingInputFile(offset: 2)),
    ("a < < b", .missingInputFile(offset: 2)),
    ("a < b < c", .secondInputFile(offset: 6)),
  ])
  func refuses(line: String, error: ShellWordsError) {
    #expect(throws: error) { try ShellWords.split(line) }
  }

  @Test func anyTextIsSplitOrRefused() {
    for seed in UInt64(1)...400 {
      var generator = Generator(seed: seed)
      let alphabet = Array("ab=- \t'\"\\<>|$(`#\u{0}\u{7F}é한\u{1F600}\u{301}".unicodeScalars)
      var text = ""
      for _ in 0..<generator.below(60) { text.unicodeScalars.append(alphabet[generator.below(alphabet.count)]) }
      guard let line = try? ShellWords.split(text) else { continue }
      let length = text.utf8.count
      var end = 0
      for word in line.words {
        #expect(word.range.lowerBound >= end && word.range.upperBound <= length, "seed \(seed): \(text)")
        end = word.range.upperBound
      }
    }
  }

  @Test func longLinesAreNoTrouble() throws {
    let line = String(repeating: "a 'b' \\c ", count: 120_000)
    #expect(try ShellWords.split(line).words.count == 360_000)
    #expect(throws: ShellWordsError.openQuote(character: "'", offset: 0)) {
      try ShellWords.split("'" + String(repeating: "x", count: 1 << 20))
    }
  }
}
