import Basics
import Testing

@testable import Terminal

@Suite struct CompletionTests {
  @Test func completesWhatIsCertain() {
    let words = ["get", "get-all", "delete"].map { Candidate($0) }
    #expect(Completion(of: "d", from: words) == .insert("elete "))
    #expect(Completion(of: "g", from: words) == .insert("et"))
    #expect(Completion(of: "get", from: words) == .list(["get", "get-all"]))
    #expect(Completion(of: "", from: words) == .list(["get", "get-all", "delete"]))
    #expect(Completion(of: "x", from: words) == .none)
    #expect(Completion(of: "--o", from: [Candidate("--output=", goesOn: true)]) == .insert("utput="))
    #expect(Completion(of: "파", from: [Candidate("파드"), Candidate("파드들")]) == .insert("드"))
  }

  @Test(arguments: [("get po", 6, "po"), ("get po", 5, "p"), ("get ", 4, ""), ("ge", 2, "ge"), ("파 드x", 7, "드")])
  func theWordBeginsBehindTheLastSpace(line: String, cursor: Int, expected: String) {
    #expect(Completion.typedWord(in: line, cursor: cursor) == expected)
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
