import Foundation
import Testing

@Suite("kubestep replay")
final class ReplayCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private var file: String { folder.appending(path: "run.jsonl").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pod = folder.appending(path: "pod.yaml")
    try Manifests.pod.write(to: pod, atomically: true, encoding: .utf8)
    let script = """
      create -f \(pod.path)
      sleep 5s
      back 10
      delete pod web
      sleep 40s
      save \(file)

      """
    let result = try Executable.run(Executable.debug, ["run", "-"], input: script)
    #expect(result.exit == 0)
    #expect(result.output.contains("saved in \(file)"))
    try FileManager.default.removeItem(at: pod)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func replay(_ arguments: String..., input: String = "") throws -> (output: String, exit: Int32) {
    try Executable.run(Executable.debug, ["replay"] + arguments, input: input)
  }

  @Test("opens at the start; the recorded inputs act at their moment")
  func opens() throws {
    let result = try replay(file, input: "step 1\nforward 1000\nget pods\nbranches\nswitch main\nget pods\n")
    #expect(result.exit == 0)
    #expect(result.output.contains("paused at its start"))
    #expect(result.output.contains("create -f"))
    #expect(result.output.contains("* branch-2"))
    #expect(result.output.contains("web    1/1     Running"))
  }

  @Test("--verify finds the same run, and the input at which an altered one parts")
  func verifies() throws {
    let same = try replay("--verify", file)
    #expect(same.exit == 0)
    #expect(same.output.contains("the same run: 5 lines typed again"))
    var text = try String(contentsOfFile: file, encoding: .utf8)
    text = text.replacing("\"input\":\"back 10\"", with: "\"input\":\"back 11\"")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let altered = try replay("--verify", file)
    #expect(altered.exit == 1)
    #expect(altered.output.contains("the same run: 2 lines typed again"), "what comes before the damage")
  }

  @Test("a newer format, another file and none are refused")
  func refuses() throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("\"format\":1", with: "\"format\":9").write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try replay(file).exit == 1)
    #expect(try replay("--verify", file).exit == 1)
    #expect(try replay(folder.path).exit == 1)
    #expect(try replay(file + "x").exit == 1)
  }
}
