import Basics
import Testing

@testable import Terminal

@Suite struct CompletionTests {
  private func complete(
    _ typed: TypedWord,
    _ words: [Candidate],
    following: String = ""
  ) -> Completion {
    Completion(Choices(typed, typed.completed(by: words)), following: Substring(following))
  }

  private func complete(_ typed: String, _ words: [String], following: String = "") -> Completion {
    complete(TypedWord(typed), words.map { Candidate($0) }, following: following)
  }

  private func inserts(_ text: String) -> Completion { .edit(.init(text: text)) }

  @Test func completesWhatIsCertain() {
    let words = ["get", "get-all", "delete"]
    #expect(complete("d", words) == inserts("elete "))
    #expect(complete("g", words) == inserts("et"))
    #expect(complete("x", words) == .none)
    #expect(complete(TypedWord("--o"), [Candidate("--output=", goesOn: true)]) == inserts("utput="))
    #expect(complete("파", ["파드", "파드들"]) == inserts("드"))
    guard case .list(let choices) = complete("get", words) else {
      Issue.record("no list")
      return
    }
    #expect(choices.ends == ["get", "get-all"])
  }

  @Test func aWordThatIsOfferedTwiceIsOneWord() {
    #expect(complete("g", ["get", "get"]) == inserts("et "))
  }

  @Test(
    "what stands behind the cursor is not typed again",
    arguments: [
      ("desc", " pods", "ribe", 1), ("des", "cribe pods", "", 6), ("des", "cribe", "", 5), ("de", "x", "scribe ", 0),
    ]
  )
  func passesOver(typed: String, following: String, text: String, skipped: Int) {
    #expect(complete(typed, ["describe"], following: following) == .edit(.init(text: text, skipped: skipped)))
  }

  @Test func writesCapitalsAsTheWordHasThem() {
    #expect(complete("WE", ["web"]) == .edit(.init(erased: 2, text: "web ")))
    #expect(complete("We", ["web-1", "web-2"]) == .edit(.init(erased: 2, text: "web-")))
    #expect(complete("we", ["web", "WEB"]) == inserts("b "))
  }

  @Test(
    "quotes what a shell would take apart",
    arguments: [
      ("wi", "wi", Quoting.bare, "th\\ blank.yaml "), ("with ", "with\\ ", .bare, "blank.yaml "),
      ("wi", "'wi", .single, "th blank.yaml' "), ("wi", "\"wi", .double, "th blank.yaml\" "),
      ("wi", "wi", .literal, "th blank.yaml "),
    ]
  )
  func quotes(text: String, raw: String, quoting: Quoting, expected: String) {
    #expect(complete(TypedWord(text, raw: raw, quoting: quoting), [Candidate("with blank.yaml")]) == inserts(expected))
  }

  @Test func aJSONPathComesInQuotes() {
    let path = [Candidate("{.", goesOn: true)]
    #expect(complete(TypedWord("", raw: "", quoting: .bare), path) == inserts("'{."))
    #expect(complete(TypedWord("", raw: "'", quoting: .single), path) == inserts("{."))
  }

  @Test("lists the first words in byte order, and how many there are beside", arguments: UInt64(1)...5)
  func listsTheFirst(seed: UInt64) {
    var generator = Generator(seed: seed)
    let words = (0..<1_000).map { _ in "pod-\(generator.below(500))" }
    let choices = Choices(TypedWord(""), words.map { Candidate($0) })
    let sorted = Set(words).sorted { $0.precedesByBytes($1) }
    #expect(choices.ends == sorted, "seed \(seed)")
    #expect(choices.listed(atMost: 20).ends == Array(sorted.prefix(20)), "seed \(seed)")
    #expect(Completion.listing(choices, width: 80).contains("… +"), "seed \(seed)")
  }

  @Test func columnsAreFilledFromTopToBottom() {
    #expect(Completion.columns(["a", "bb", "파드", "c", "d"], width: 18) == "a     파드  d\nbb    c\n")
    #expect(Completion.columns(["a", "b"], width: 1) == "a\nb\n")
    #expect(Completion.columns([], width: 80) == "")
  }

  @Test(
    arguments: [
      ("a \u{1B}[1;32mb\u{1B}[0m> ", "a \u{1}\u{1B}[1;32m\u{1}b\u{1}\u{1B}[0m\u{1}> "),
      ("\u{1B}[1m\u{1B}[32mb\u{1B}[0m", "\u{1}\u{1B}[1m\u{1B}[32m\u{1}b\u{1}\u{1B}[0m\u{1}"), ("plain> ", "plain> "),
    ]
  )
  func colourSequencesInAPromptAreMarked(prompt: String, expected: String) {
    #expect(LineEditor.marked(prompt) == expected)
  }
}
