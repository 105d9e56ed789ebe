import APIServer
import Objects
import Testing

@Suite struct StrategicMergePatchTests {
  private func apply(_ patch: String, to original: String) throws -> Value {
    .object(try StrategicMergePatch.apply(try fields(patch), to: try fields(original), type: "Pod", rules: podRules))
  }

  @Test(arguments: [
    // Objects are merged, null removes, unknown lists are replaced.
    (
      #"{"spec":{"a":{"b":1,"c":2},"l":[1]}}"#, #"{"spec":{"a":{"b":null,"d":3},"l":[2]}}"#,
      #"{"spec":{"a":{"c":2,"d":3},"l":[2]}}"#
    ),
    // Elements are matched by the merge key and keep their place; new ones follow the patch's order.
    (
      #"{"spec":{"containers":[{"name":"a","image":"x"},{"name":"b","image":"y"}]}}"#,
      #"{"spec":{"containers":[{"name":"b","image":"z"}]}}"#,
      #"{"spec":{"containers":[{"name":"a","image":"x"},{"name":"b","image":"z"}]}}"#
    ),
    (
      #"{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}"#,
      #"{"spec":{"containers":[{"name":"c","env":null}]}}"#,
      #"{"spec":{"containers":[{"name":"c"},{"name":"a"},{"name":"b"}]}}"#
    ),
    (
      #"{"spec":{"containers":[{"name":"a"},{"name":"b"},{"name":"c"}]}}"#,
      #"{"spec":{"containers":[{"name":"b","$patch":"delete"}]}}"#,
      #"{"spec":{"containers":[{"name":"a"},{"name":"c"}]}}"#
    ),
    (
      #"{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}"#,
      #"{"spec":{"containers":[{"$patch":"replace"},{"name":"z"}]}}"#,
      #"{"spec":{"containers":[{"name":"z"}]}}"#
    ),
    (
      #"{"spec":{"containers":[{"name":"a","image":"x"},{"name":"b"},{"name":"s"}]}}"#,
      #"{"spec":{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}],"containers":[{"name":"a","image":"n"}]}}"#,
      #"{"spec":{"containers":[{"name":"b"},{"name":"a","image":"n"},{"name":"s"}]}}"#
    ),
    (#"{"spec":{"a":{"b":1}}}"#, #"{"spec":{"a":{"$patch":"replace","c":2}}}"#, #"{"spec":{"a":{"c":2}}}"#),
    (#"{"spec":{"a":{"b":1}}}"#, #"{"spec":{"a":{"$patch":"delete"}}}"#, #"{"spec":{"a":{}}}"#),
    (
      #"{"spec":{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}}"#,
      #"{"spec":{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}}"#,
      #"{"spec":{"strategy":{"type":"Recreate"}}}"#
    ),
    (
      #"{"metadata":{"finalizers":["a","b"]}}"#, #"{"metadata":{"finalizers":["c","a"]}}"#,
      #"{"metadata":{"finalizers":["c","a","b"]}}"#
    ),
    (
      #"{"metadata":{"finalizers":["a","b","c"]}}"#, #"{"metadata":{"$deleteFromPrimitiveList/finalizers":["b"]}}"#,
      #"{"metadata":{"finalizers":["a","c"]}}"#
    ),
    (#"{"metadata":{"finalizers":["a"]}}"#, #"{"metadata":{"finalizers":null}}"#, #"{"metadata":{}}"#),
  ])
  func applies(original: String, patch: String, result: String) throws {
    #expect(try apply(patch, to: original) == json(result))
  }

  @Test(arguments: [
    (
      #"{"spec":{"containers":[{"image":"nginx"}]}}"#,
      "map: map[image:nginx] does not contain declared merge key: name"
    ),
    (#"{"spec":{"a":{"$patch":"frob"}}}"#, "unknown patch type: frob in map: map[$patch:frob]"),
    (#"{"spec":{"containers":["x"]}}"#, "list element types are not identical"),
    (#"{"spec":{"strategy":{"$retainKeys":["x"],"type":"y"}}}"#, "invalid patch format of retainKeys"),
    (#"{"spec":{"$setElementOrder/containers":1}}"#, "invalid patch format of setElementOrder list"),
    (
      #"{"spec":{"$setElementOrder/containers":[{"name":"b"}],"containers":[{"name":"a","image":"n"}]}}"#,
      "the order in patch list doesn't match $setElementOrder list"
    ),
  ])
  func refuses(patch: String, message: String) throws {
    let original = #"{"spec":{"a":{},"strategy":{},"containers":[{"name":"a"},{"name":"b"}]}}"#
    let error = try #require(throws: PatchError.self) { try apply(patch, to: original) }
    #expect(error.message == message)
  }
}
