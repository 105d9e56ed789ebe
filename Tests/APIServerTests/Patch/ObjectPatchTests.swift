import APIServer
import Objects
import Testing

/// What the API server says of a patch, or of what it makes.
@Suite struct ObjectPatchTests {
  private static let web = """
    {"metadata":{"name":"web","namespace":"default","labels":{"app":"web"}},"spec":{"replicas":3,"selector":\
    {"matchLabels":{"app":"web"}},"template":{"spec":{"containers":[{"name":"main","image":"nginx"}]}}}}
    """

  private func refusal(
    _ form: ObjectPatch.Form,
    _ patch: String,
    _ validation: FieldValidation = .warn
  ) throws -> String {
    let old = Object(kind: .replicaSet, fields: try fields(ObjectPatchTests.web))
    let patched = try ObjectPatch(form, try json(patch)).applied(to: old)
    do throws(APIError) { try patched.check(patching: old, validation) } catch { return error.message }
    return ""
  }

  /// A strategic merge patch is not read as JSON: what does not fit is told in the words of Go's conversions, without
  /// the field.
  @Test(arguments: [
    (#"{"spec":{"replicas":4}}"#, ""),
    (#"{"spec":{"replicas":4.0}}"#, ""),
    (#"{"spec":{"replicas":4.5}}"#, "map[spec:map[replicas:4.5]]: cannot convert float64 to int32"),
    (#"{"spec":{"replicas":"x"}}"#, "map[spec:map[replicas:x]]: unrecognized type: int32"),
    (#"{"spec":"x"}"#, "map[spec:x]: cannot restore struct from: string"),
    (#"{"metadata":{"labels":[]}}"#, "map[metadata:map[labels:[]]]: cannot restore map from slice"),
    (#"{"metadata":{"labels":{"a":1}}}"#, "map[metadata:map[labels:map[a:1]]]: cannot convert int64 to string"),
    (#"{"metadata":{"labels":{"a":true}}}"#, "map[metadata:map[labels:map[a:true]]]: unrecognized type: string"),
    (#"{"metadata":{"finalizers":1}}"#, "map[metadata:map[finalizers:1]]: cannot restore slice from int64"),
  ])
  func aStrategicPatchThatDoesNotFit(patch: String, problem: String) throws {
    let answer = try refusal(.strategic, patch)
    guard !problem.isEmpty else { return #expect(answer.isEmpty) }
    let parts = problem.split(separator: "]: ", maxSplits: 1)
    #expect(answer == " \"\" is invalid: patch: Invalid value: \"\(parts[0])]\": \(parts[1])")
  }

  /// Directives, lists with an order and nulls for nothing are gone from the patch that is shown.
  @Test(arguments: [
    (
      #"""
      {"spec":{"foo":1,"template":{"spec":{"$setElementOrder/containers":[{"name":"main"}],
      "containers":[{"name":"main","image":"x"}]}}}}
      """#, "map[spec:map[foo:1 template:map[spec:map[]]]]"
    ),
    (
      #"{"spec":{"template":{"foo":1,"spec":{"nodeSelector":{"a":null,"b":"c"}}}}}"#,
      "map[spec:map[template:map[foo:1 spec:map[nodeSelector:map[b:c]]]]]"
    ),
  ])
  func whatIsLeftOfAPatchIsShown(patch: String, shown: String) throws {
    let answer = try refusal(.strategic, patch, .strict)
    let start = " \"\" is invalid: patch: Invalid value: \"\(shown)\": strict decoding error: unknown field"
    #expect(answer.hasPrefix(start))
  }

  @Test(arguments: [ObjectPatch.Form.merge, .strategic])
  func aPatchKeepsNameAndNamespace(form: ObjectPatch.Form) throws {
    #expect(
      try refusal(form, #"{"metadata":{"name":"other"}}"#)
        == "the name of the object (other) does not match the name on the URL (web)"
    )
    #expect(
      try refusal(form, #"{"metadata":{"namespace":"other"}}"#)
        == "the namespace of the provided object does not match the namespace sent on the request"
    )
  }

  /// Only where the object is read from JSON again does its kind count.
  @Test func aPatchMayCallTheObjectSomethingElse() throws {
    #expect(try refusal(.strategic, #"{"kind":"Foo"}"#) == "")
    #expect(try refusal(.merge, #"{"kind":"Foo"}"#).contains(#": no kind "Foo" is registered for version "apps/v1""#))
  }

  @Test func aMergePatchIsReadAsJSON() throws {
    let answer = try refusal(.merge, #"{"spec":{"replicas":"x"}}"#)
    #expect(answer.hasPrefix(" \"\" is invalid: patch: Invalid value: \"{\\\""))
    let field = "ReplicaSetSpec.spec.replicas"
    #expect(answer.hasSuffix(": json: cannot unmarshal string into Go struct field \(field) of type int32"))
  }

  @Test(arguments: [
    (ObjectPatch.Form.strategic, "[]", "json: cannot unmarshal array into Go value of type map[string]interface {}"),
    (
      .merge, "1",
      "error decoding patch: json: cannot unmarshal number into Go value of type map[string]interface {}"
    ),
    (.merge, "null", "Invalid JSON Patch"),
    (
      .json, #"[{"op":5}]"#,
      "error decoding patch: json: cannot unmarshal number into Go struct field jsonPatchOp.op of type string"
    ),
  ])
  func aPatchOfTheWrongForm(form: ObjectPatch.Form, patch: String, message: String) throws {
    let old = Object(kind: .replicaSet, fields: try fields(ObjectPatchTests.web))
    let error = try #require(throws: PatchError.self) { try ObjectPatch(form, try json(patch)).applied(to: old) }
    #expect(error.message == message)
    #expect(error.answer == .badRequest)
  }
}
