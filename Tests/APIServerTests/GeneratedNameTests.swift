import APIServer
import Basics
import Objects
import Testing

@Suite("Generated names") struct GeneratedNameTests {
  @Test("leave room for their suffix", arguments: [(5, 11), (58, 63), (59, 63), (200, 63)])
  func leaveRoom(length: Int, total: Int) throws {
    var server = APIServer(seed: 1)
    let now = Instant(unixSeconds: 0)
    _ = try server.create(Object(kind: .namespace, fields: ["metadata": ["name": "default"]]), at: now)
    let base = String(repeating: "a", count: length)
    let fields: Fields = ["metadata": ["generateName": .string(base + "-"), "namespace": "default"]]
    let name = try server.create(Object(kind: .configMap, fields: fields), at: now).object.metadata.name
    #expect(name.utf8.count == total)
    #expect(name.hasPrefix(String((base + "-").prefix(58))))
  }
}
