import Foundation
import Testing

/// The simulator's answers beside those of a real cluster; see `Recordings/README.md`.
@Suite("As a real cluster answered")
struct GoldenTests {
  /// What the README's fidelity list says of each scenario: the numbers of the answers that differ, by the
  /// scenario's short name (`03b`).
  static let listed: [String: Set<Int>] = {
    let file = URL(fileURLWithPath: #filePath).appending(path: "../../../README.md").standardizedFileURL
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").drop { !$0.hasPrefix("| differs from Kubernetes in") }
    return lines.prefix { $0.hasPrefix("|") }.dropFirst(2).reduce(into: [:]) { listed, row in
      guard let answers = row.split(separator: "|").last else { return }
      for entry in answers.split(separator: ";") {
        let words = entry.split { $0 == " " || $0 == "," }
        guard let scenario = words.first else { continue }
        listed[String(scenario), default: []].formUnion(words.dropFirst().flatMap { numbers($0) })
      }
    }
  }()

  static let names: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: Recording.folder.path)
    return (found ?? []).filter { !$0.contains(".") }.sorted()
  }()

  /// `7` or `7–9`.
  private static func numbers(_ text: Substring) -> [Int] {
    let ends = text.split(separator: "–").compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last, first <= last else { return [] }
    return Array(first...last)
  }

  @Test("an answer differs only where the README says so", arguments: names)
  func holds(_ name: String) throws {
    let score = try Recording(name).score()
    let listed = GoldenTests.listed[String(name.prefix { $0 != "-" })] ?? []
    let different = Set(score.different.map(\.number))
    #expect(score.scored > 0)
    let unlisted = score.different.filter { !listed.contains($0.number) }
    #expect(unlisted.isEmpty, "not in the list: \(unlisted)")
    let alike = listed.subtracting(different).subtracting(score.unscored)
    #expect(alike.isEmpty, "in the list, and alike: \(alike.sorted())")
  }

  @Test("every scenario of the list is held")
  func allAreHeld() {
    let short = Set(GoldenTests.names.map { String($0.prefix { $0 != "-" }) })
    #expect(short.count == GoldenTests.names.count)
    #expect(short.count > 60)
    // 13f asks for nothing but the API's own descriptions, which are not this project's to keep.
    #expect(Set(GoldenTests.listed.keys).subtracting(short) == ["13f"])
    #expect(GoldenTests.listed.count > 20)
  }
}
