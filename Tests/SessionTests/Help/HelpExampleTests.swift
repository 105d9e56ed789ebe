import Foundation
import Testing

@Suite("The examples of help")
struct HelpExampleTests {
  /// Rewrites what is held where that is asked for; else only looks that nothing is held of commands that are gone.
  @Test("are held, all of them and no others")
  func recording() throws {
    if ProcessInfo.processInfo.environment["KUBESTEP_RECORD"] == "1" {
      try ExampleScene.recording.write(to: ExampleScene.file, atomically: true, encoding: .utf8)
      return
    }
    #expect(Set(ExampleScene.held.keys) == Set(ExampleScene.pages.map(\.name)))
  }

  @Test("answer what is held", arguments: ExampleScene.pages.map(\.name))
  func answers(name: String) throws {
    if ProcessInfo.processInfo.environment["KUBESTEP_RECORD"] == "1" { return }
    let page = try #require(ExampleScene.pages.first { $0.name == name })
    let held = try #require(ExampleScene.held[name], "nothing is held: KUBESTEP_RECORD=1 records it")
    #expect(ExampleScene.transcript(of: page.examples).trimmedEnd == held.trimmedEnd, "KUBESTEP_RECORD=1 records anew")
  }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == "\n" }.reversed()) }
}
