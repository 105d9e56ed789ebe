import Terminal
import Testing

@Suite struct TerminalFactsTests {
  private func facts(
    _ environment: [String: String],
    kind: TerminalKind = TerminalKind(movesCursor: true, colors: 8),
    isTerminal: Bool = true,
    width: Int? = 100
  ) -> TerminalFacts {
    TerminalFacts(
      environment: environment,
      kind: { _ in kind },
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

  @Test("what a terminal can do is what the database says of its kind")
  func kinds() {
    #expect(TerminalKind.named("xterm-256color") == TerminalKind(movesCursor: true, colors: 256))
    #expect(TerminalKind.named("vt100") == TerminalKind(movesCursor: true, colors: 0))
    #expect(TerminalKind.named("no-such-terminal") == .unknown)
    let old = facts(["TERM": "vt100"], kind: TerminalKind(movesCursor: true, colors: 0))
    #expect(old.movesCursor && !old.allowsColor && old.unknownKind == nil)
    let unknown = facts(["TERM": "strange"], kind: .unknown)
    #expect(!unknown.movesCursor && !unknown.allowsColor && unknown.unknownKind == "strange")
    #expect(facts(["TERM": "dumb"], kind: .unknown).unknownKind == nil)
    #expect(facts(["TERM": "strange"], kind: .unknown, isTerminal: false).unknownKind == nil)
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
