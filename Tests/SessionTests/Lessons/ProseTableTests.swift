import Basics
import Narration
import Testing

@testable import Lessons

@Suite("Tables in lessons")
struct ProseTableTests {
  private static let text = """
    | Pod | the question | what counts |
    | --- | :---: | --- |
    | `by-http` | an HTTP GET of `/a\\|b` at port 80 | a status from 200 \\| 399 |
    | 파드 | 명령 | |
    """

  private static func prose() throws -> Lesson.Prose {
    let lines = text.split(separator: "\n").map(String.init)
    return .table(try #require(ProseTable(lines)))
  }

  @Test("have columns that fit the line; long cells go on below")
  func columns() throws {
    let wide = ProseLayout(Layout(width: 80)).lines(try ProseTableTests.prose(), after: nil)
    #expect(
      wide == [
        "", "  Pod        the question                      what counts",
        "  ---------  --------------------------------  -----------------------",
        "  `by-http`  an HTTP GET of `/a|b` at port 80  a status from 200 | 399",
        "  파드       명령",
      ]
    )
    for width in [40, 50, 60] {
      let lines = ProseLayout(Layout(width: width)).lines(try ProseTableTests.prose(), after: nil)
      #expect(lines.allSatisfy { $0.cellWidth <= width }, "\(lines)")
      let words = lines.joined(separator: " ").split(separator: " ")
      #expect(words.count { $0 == "`/a|b`" } == 1 && words.count { $0 == "399" } == 1)
    }
  }

  @Test("are sentences for a reader who listens")
  func sentences() throws {
    let lines = ProseLayout(Layout(isAccessible: true)).lines(try ProseTableTests.prose(), after: nil)
    #expect(lines[1].hasPrefix("Pod: `by-http`, the question: an HTTP GET"))
    #expect(lines.last == "Pod: 파드, the question: 명령")
  }

  @Test("a row may have fewer cells than names")
  func raggedRows() throws {
    let table = try #require(ProseTable(["| a | b |", "| - | - |", "| 1 |"]))
    #expect(ProseLayout(Layout()).lines(.table(table), after: nil) == ["", "  a  b", "  -  -", "  1"])
    #expect(ProseTable([]) == nil && ProseTable(["| a |", "| 1 |"]) == nil)
  }
}
