import Terminal
import Testing

@Suite struct TerminalFactsTests {
  private func facts(_ environment: [String: String], isTerminal: Bool = true, width: Int? = 100) -> TerminalFacts {
    TerminalFacts(
      environment: environment,
      isInputTerminal: isTerminal,
      isOutputTerminal: isTerminal,
      width: width
    )
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], true, true), (["TERM": "xterm"], false, false), (["TERM": "dumb"], true, false),
      ([:], true, false), (["TERM": "xterm", "NO_COLOR": "1"], true, false),
      (["TERM": "xterm", "NO_COLOR": ""], true, true),
    ] as [([String: String], Bool, Bool)]
  )
  func colourNeedsATerminalAndNoObjection(environment: [String: String], isTerminal: Bool, expected: Bool) {
    #expect(facts(environment, isTerminal: isTerminal).allowsColor == expected)
  }

  @Test(
    arguments: [
      (["LANG": "ko_KR.UTF-8"], true), (["LANG": "en_US.utf8"], true), (["LANG": "C"], false), ([:], false),
      (["LANG": "ko_KR.UTF-8", "LC_ALL": "C"], false), (["LANG": "C", "LC_CTYPE": "C.UTF-8"], true),
      (["LANG": "C.UTF-8", "LC_ALL": ""], true),
    ] as [([String: String], Bool)]
  )
  func theLocaleTellsWhetherLettersBeyondASCIIShow(environment: [String: String], expected: Bool) {
    #expect(facts(environment).isUTF8 == expected)
  }

  @Test func widthIsThatOfATerminal() {
    #expect(facts([:], width: 132).width == 132)
    #expect(facts([:], width: 0).width == 80)
    #expect(facts([:], width: nil).width == 80)
    #expect(facts([:], isTerminal: false).width == nil)
  }

  @Test func accessibleOutputIsAskedForWithOne() {
    #expect(facts(["ACCESSIBLE": "1"]).isAccessible)
    #expect(!facts(["ACCESSIBLE": "0"]).isAccessible)
    #expect(!facts([:]).isAccessible)
  }
}
