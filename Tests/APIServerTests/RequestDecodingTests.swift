import APIServer
import Basics
import Objects
import Testing

@Suite struct RequestDecodingTests {
  private let job: Value = [
    "metadata": ["name": "pi", "uid": "what the manifest says"],
    "spec": ["template": ["spec": ["restartPolicy": "Never", "containers": [["name": "pi", "image": "perl"]]]]],
  ]

  private func server() throws -> APIServer {
    var server = APIServer(seed: 1)
    _ = try server.create(
      Object(kind: .namespace, fields: ["metadata": ["name": "default"]]),
      at: Instant(unixSeconds: 0)
    )
    return server
  }

  @Test func aJobSelectsItsPodsByItsOwnUID() throws {
    var server = try server()
    var uids: Set<String> = []
    for name in ["one", "two"] {
      var value = job
      value["metadata"]?["name"] = .string(name)
      let decoded = try RequestDecoding.forCreate(
        value,
        as: .job,
        namespace: "default",
        uid: server.nextUID,
        validation: .strict
      )
      let stored = try server.create(decoded.object, at: Instant(unixSeconds: 0)).object
      let uid = stored.metadata.uid.text
      uids.insert(uid)
      #expect(stored.metadata.labels["batch.kubernetes.io/controller-uid"] == uid)
      #expect(stored.body["spec"]?["selector"]?["matchLabels"]?["batch.kubernetes.io/controller-uid"]?.string == uid)
    }
    #expect(uids.count == 2)
    #expect(!uids.contains("what the manifest says"))
  }

  @Test func aJobThatAControllerMakesGetsThemToo() throws {
    var server = try server()
    var fields = job.object ?? [:]
    fields["metadata"] = ["name": "pi", "namespace": "default"]
    let stored = try server.create(Object(kind: .job, fields: fields), at: Instant(unixSeconds: 0)).object
    #expect(stored.metadata.labels["controller-uid"] == stored.metadata.uid.text)
    #expect(stored.body["spec"]?["completions"] == 1)
  }

  @Test func unknownFieldsAreRefusedWarnedOfOrIgnored() throws {
    var value = job
    value["spec"]?["replicas"] = 3
    func decode(_ validation: FieldValidation) throws -> [String] {
      try RequestDecoding.forCreate(
        value,
        as: .job,
        namespace: "default",
        uid: UID("u"),
        validation: validation
      ).warnings
    }
    let text =
      "Job in version \"v1\" cannot be handled as a Job: strict decoding error: unknown field \"spec.replicas\""
    #expect(throws: APIError.badRequest(text)) { try decode(.strict) }
    #expect(try decode(.warn) == ["unknown field \"spec.replicas\""])
    #expect(try decode(.ignore) == [])
  }
}
