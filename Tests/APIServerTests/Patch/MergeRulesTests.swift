import APIServer
import Objects
import Testing

@Suite struct MergeRulesTests {
  private func patch(_ original: String, with patch: String, type: String) throws -> Value {
    .object(
      try StrategicMergePatch.apply(try fields(patch), to: try fields(original), type: type, rules: .schema)
    )
  }

  @Test func containersAreMergedByNameInsideATemplate() throws {
    let result = try patch(
      #"{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"x","args":["1"]},{"name":"b"}]}}}}"#,
      with: #"{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"y","args":["2"]}]}}}}"#,
      type: "ReplicaSet"
    )
    let expected =
      #"{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"y","args":["2"]},{"name":"b"}]}}}}"#
    #expect(result == (try json(expected)))
  }

  @Test func tolerationsAreReplaced() throws {
    let result = try patch(
      #"{"spec":{"tolerations":[{"key":"a"}]}}"#,
      with: #"{"spec":{"tolerations":[{"key":"b"}]}}"#,
      type: "Pod"
    )
    #expect(result == (try json(#"{"spec":{"tolerations":[{"key":"b"}]}}"#)))
  }
}
