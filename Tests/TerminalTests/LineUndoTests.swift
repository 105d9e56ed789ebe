import Testing

@testable import Terminal

@Suite struct LineUndoTests {
  private func noted(_ lines: [String]) -> LineUndo {
    var undo = LineUndo()
    for line in lines { undo.note(line, before: line) }
    return undo
  }

  @Test("takes words back that were typed, and other changes one by one")
  func takesBack() {
    var undo = noted(["", "g", "ge", "get", "get ", "get 파", "get 파드", "get ", ""])
    var lines: [String] = []
    while let earlier = undo.takeBack() { lines.append(earlier.line) }
    #expect(lines == ["get ", "get 파드", "get", ""])
  }

  @Test("what was taken back is not taken back again")
  func twice() {
    var undo = noted(["", "a", "pasted"])
    #expect(undo.takeBack()?.line == "a")
    undo.note("a", before: "")
    #expect(undo.takeBack()?.line == "")
    undo.note("", before: "")
    #expect(undo.takeBack() == nil)
    var more = noted(["", "g", "ge", "ge "])
    #expect(more.takeBack()?.line == "ge")
    more.note("get", before: "get")
    #expect(more.takeBack()?.line == "ge")
  }
}
