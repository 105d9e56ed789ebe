import Foundation
import Testing

@Suite("The manual page")
struct ManualPageTests {
  private static let path = Executable.root.appending(path: "man/kubestep.1").path

  @Test("names every subcommand and option")
  func complete() throws {
    // In mdoc a hyphen before a name is part of the macro.
    let page = try String(contentsOfFile: Self.path, encoding: .utf8)
    let dump = try Executable.run(["--experimental-dump-help"]).output
    let root = try #require(try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any])
    var found = 0
    func look(_ command: [String: Any]) {
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        for name in argument["names"] as? [[String: Any]] ?? [] where name["kind"] as? String == "long" {
          let option = name["name"] as? String ?? ""
          found += 1
          #expect(page.contains("Fl -\(option)") || page.contains(", -\(option)"), "--\(option)")
        }
      }
      for inner in command["subcommands"] as? [[String: Any]] ?? [] {
        let name = inner["commandName"] as? String ?? ""
        if name == "help" { continue }
        #expect(page.contains(name), "\(name)")
        look(inner)
      }
    }
    look(try #require(root["command"] as? [String: Any]))
    #expect(found > 20)
  }

  @Test("has no mistakes", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")))
  func lint() throws {
    let answer = try Executable.run(program: "/usr/bin/mandoc", ["-Tlint", "-Wwarning", Self.path])
    #expect(answer.exit == 0, "\(answer.output)\(answer.error)")
  }
}
