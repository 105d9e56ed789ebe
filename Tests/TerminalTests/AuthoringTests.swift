import Foundation
import Testing

/// `kubestep lesson check` as an author calls it.
@Suite struct AuthoringTests {
  private static let lessons = URL(filePath: #filePath).appending(path: "../../../Lessons").standardizedFileURL

  private func check(_ paths: [String]) throws -> (exit: Int32, out: String, err: String) {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = Process()
    process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "kubestep")
    process.arguments = ["lesson", "check"] + paths
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    try process.run()
    let texts = [out, err].map { String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }

  @Test("a folder stands for the lessons in it, in both languages")
  func folder() throws {
    let answer = try check([AuthoringTests.lessons.appending(path: "08-play").path])
    #expect(answer.exit == 0)
    #expect(answer.out == "2 files, 0 findings, 0 stale blocks of translations\n")
  }

  @Test("a file that is named is checked also where it is no lesson; its place is told")
  func noLesson() throws {
    let file = AuthoringTests.lessons.appending(path: "beliefs.md").path
    let answer = try check([file])
    #expect(answer.exit == 1)
    #expect(answer.err.hasPrefix("\(file):1: "))
  }

  @Test("what is not there is refused")
  func missing() throws {
    let answer = try check(["/no/such/folder"])
    #expect(answer.exit != 0)
    #expect(answer.err.contains("cannot read /no/such/folder"))
  }
}
