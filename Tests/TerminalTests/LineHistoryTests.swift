import Foundation
import Testing

@testable import Terminal

@Suite struct LineHistoryTests {
  @Test func aLineIsThereOnceAndTheLastTimeCounts() {
    var history = LineHistory(["a", "b", "", "a", "c"])
    #expect(history.lines == ["b", "a", "c"])
    let hasMoved = history.add("b")
    #expect(hasMoved)
    #expect(history.lines == ["a", "c", "b"])
    let isKnown = history.add("d")
    #expect(!isKnown)
  }

  @Test func theOldestLinesGo() {
    var history = LineHistory((1...LineHistory.limit + 5).map { "line \($0)" })
    #expect(history.lines.first == "line 6")
    _ = history.add("one more")
    #expect(history.lines.count == LineHistory.limit)
    #expect(history.lines.first == "line 7")
  }

  @Test func theFileIsAddedToAndKeptShort() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = HistoryFile(path: path)
    #expect(file.load().lines.isEmpty)
    let other = HistoryFile(path: path)
    file.append("get pods")
    other.append("파드 보기")
    #expect(file.load().lines == ["get pods", "파드 보기"])
    let many = (1...2 * LineHistory.limit).map { "line \($0)\n" }.joined()
    try (many + "last\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(file.load().lines.last == "last")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.split(separator: "\n").count == LineHistory.limit)
  }

  @Test("takes from a broken file what was typed")
  func brokenFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = Array("get pods\n".utf8) + [0xFF, 0xFE, 10, 0, 65, 10] + Array("a\u{1B}[31mb\n파드\nend".utf8)
    try Data(bytes).write(to: URL(filePath: path))
    #expect(HistoryFile(path: path).load().lines == ["get pods", "파드", "end"])
  }

  @Test("does not wait at a pipe, and leaves it alone")
  func pipe() {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(mkfifo(path, 0o600) == 0)
    let file = HistoryFile(path: path)
    file.append("get pods")
    #expect(file.load().lines.isEmpty)
  }

  @Test func withoutAFolderNothingIsKept() {
    let file = HistoryFile(path: "/proc/nowhere/history")
    file.append("get pods")
    #expect(file.load().lines.isEmpty)
  }

  @Test func aPasteIsATextWithoutCommandsToTheTerminal() {
    #expect(Bracketing.text("a\r\nb\rc\n\td\u{1B}[2J\u{7}\u{7F}\u{9B}파드".utf8) == "a\nb\nc\n\td[2J파드")
  }
}
