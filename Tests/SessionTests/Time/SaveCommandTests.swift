import Foundation
import Objects
import Testing

/// What `save` does with files of the machine.
@Suite("Saving a session")
final class SaveCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What `save PATH` writes to standard error, and its exit code.
  private func save(_ path: String) throws -> (error: String, exit: Int64) {
    let script = "run web --image=nginx\nsave \(path)\n"
    let result = try Executable.run(Executable.debug, ["run", "--output", "json", "-"], input: script)
    let last = try #require(result.output.split(separator: "\n").last)
    let value = try JSONText.parse(String(last))
    return (value["stderr"]?.string ?? "", value["exit"]?.int ?? -1)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  @Test("a full disk is told, and a device stays what it is")
  func fullDisk() throws {
    let saved = try save("/dev/full")
    #expect(saved.error == "error: /dev/full: No space left on device\n" && saved.exit == 1)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  @Test("what cannot be written is told in the system's words")
  func refused() throws {
    let missing = path("none/run.jsonl")
    #expect(try save(missing).error == "error: \(missing): No such file or directory\n")
    #expect(try save(folder.path).error == "error: \(folder.path): Is a directory\n")
    #expect(try save("/proc/run.jsonl").exit == 1)
  }

  @Test("takes the place of what was there: its permissions stay, a link is followed, nothing is left beside it")
  func replaces() throws {
    let file = path("run.jsonl")
    try Data("old".utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: file)
    #expect(try save(path("link")).exit == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("{\"featureGates\""))
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["link", "run.jsonl"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == file)
  }
}
