import Foundation
import Testing

/// The simulator's answers beside those of a real cluster; see `Recordings/README.md`.
@Suite("As a real cluster answered")
struct GoldenTests {
  /// `NAME EQUAL/SCORED`, a scenario a line.
  struct Held: Sendable, CustomTestStringConvertible {
    let name: String
    let equal: Int
    let scored: Int
    var testDescription: String { name }
  }

  static let held: [Held] = {
    let text = try? String(contentsOf: Recording.folder.appending(path: "equal.txt"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").compactMap { line in
      let words = line.split { $0 == " " || $0 == "/" }
      guard words.count == 3, let equal = Int(words[1]), let scored = Int(words[2]) else { return nil }
      return Held(name: String(words[0]), equal: equal, scored: scored)
    }
  }()

  @Test("no fewer answers are alike than were", arguments: held)
  func holds(_ held: Held) throws {
    let score = try Recording(held.name).score()
    #expect(score.scored == held.scored)
    #expect(score.equal >= held.equal, "\(held.name) \(score.equal)/\(score.scored); not alike: \(score.different)")
    // Read when the numbers are to be raised.
    if score.equal > held.equal { print("more alike than held: \(held.name) \(score.equal)/\(score.scored)") }
  }

  @Test("every recording is held")
  func allAreHeld() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Recording.folder.path)
      .filter { !$0.contains(".") }
    #expect(Set(names) == Set(GoldenTests.held.map(\.name)))
    #expect(names.count > 60)
  }
}
