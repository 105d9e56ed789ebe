import APIServer
import Basics
import Objects
import Testing

@Suite struct JSONPatchTests {
  private func apply(_ patch: String, to document: String) throws -> Value {
    try JSONPatch(try json(patch)).apply(to: try json(document))
  }

  @Test(arguments: [
    (#"{"a":1}"#, #"[{"op":"add","path":"/b","value":2}]"#, #"{"a":1,"b":2}"#),
    (#"{"a":[1,3]}"#, #"[{"op":"add","path":"/a/1","value":2}]"#, #"{"a":[1,2,3]}"#),
    (#"{"a":[1]}"#, #"[{"op":"add","path":"/a/-","value":[2]}]"#, #"{"a":[1,[2]]}"#),
    (#"{"a":1,"b":2}"#, #"[{"op":"remove","path":"/b"}]"#, #"{"a":1}"#),
    (#"{"a":[1,2,3]}"#, #"[{"op":"remove","path":"/a/1"}]"#, #"{"a":[1,3]}"#),
    (#"{"a":[1,2,3]}"#, #"[{"op":"remove","path":"/a/-1"}]"#, #"{"a":[1,2]}"#),
    (#"{"a":1}"#, #"[{"op":"replace","path":"/a","value":{"b":null}}]"#, #"{"a":{"b":null}}"#),
    (#"{"a":{"b":1},"c":{}}"#, #"[{"op":"move","from":"/a/b","path":"/c/d"}]"#, #"{"a":{},"c":{"d":1}}"#),
    (#"{"a":{"b":1}}"#, #"[{"op":"copy","from":"/a","path":"/c"}]"#, #"{"a":{"b":1},"c":{"b":1}}"#),
    (#"{"a/b":1,"m~n":2}"#, #"[{"op":"test","path":"/a~1b","value":1},{"op":"remove","path":"/m~0n"}]"#, #"{"a/b":1}"#),
    (#"{}"#, #"[{"op":"test","path":"/a","value":null}]"#, #"{}"#),
    (#"{}"#, "[]", #"{}"#),
  ])
  func applies(document: String, patch: String, result: String) throws {
    #expect(try apply(patch, to: document) == json(result))
  }

  @Test(arguments: [
    (#"{"op":"remove","path":"/a"}"#, JSONPatchError.notAList("object")),
    ("[1]", .notAnOperation("number")),
    (#"[{"op":"frob","path":"/a"}]"#, .unknownOperation("frob")),
    (#"[{"op":"remove"}]"#, .missingMember("path", operation: "remove")),
    (#"[{"op":"copy","path":"/a"}]"#, .missingMember("from", operation: "copy")),
    (#"[{"op":"remove","path":"/x"}]"#, .missingKey("/x", operation: "remove")),
    (#"[{"op":"replace","path":"/x","value":1}]"#, .missingKey("/x", operation: "replace")),
    (#"[{"op":"add","path":"/x/y","value":1}]"#, .missingPath("/x/y", operation: "add")),
    (#"[{"op":"add","path":"/a/9","value":1}]"#, .badIndex("/a/9", operation: "add")),
    (#"[{"op":"add","path":"/a/x","value":1}]"#, .badIndex("/a/x", operation: "add")),
    (#"[{"op":"remove","path":"/a/-4"}]"#, .badIndex("/a/-4", operation: "remove")),
    (#"[{"op":"remove","path":"/a/-"}]"#, .badIndex("/a/-", operation: "remove")),
    (#"[{"op":"test","path":"/a/0","value":2}]"#, .testFailed(path: "/a/0")),
    (#"[{"op":"remove","path":""}]"#, .missingPath("", operation: "remove")),
  ])
  func refuses(patch: String, error: JSONPatchError) {
    #expect(throws: error) { try apply(patch, to: #"{"a":[1,2,3]}"#) }
  }

  /// Each copy doubles the object: a short patch would fill the memory.
  @Test func copiesAreLimited() throws {
    let copies = (0..<40).map { #"{"op":"copy","from":"/a","path":"/a/x\#($0)"}"# }.joined(separator: ",")
    let error = try #require(throws: JSONPatchError.self) { try apply("[\(copies)]", to: #"{"a":{}}"#) }
    guard case .tooMuchCopied(let bytes) = error else { throw error }
    #expect((3_145_729..<7_000_000).contains(bytes))
    #expect(error.message.hasSuffix("exceeding the limit 3145728"))
  }

  @Test func operationsAreLimited() {
    let tests = Array(repeating: #"{"op":"test","path":"/a","value":1}"#, count: 10_001).joined(separator: ",")
    #expect(throws: JSONPatchError.tooManyOperations(10_001)) { try apply("[\(tests)]", to: #"{"a":1}"#) }
  }

  @Test func anyOperationsApplyOrAreRefused() throws {
    let paths = ["", "/", "/a", "/a/0", "/a/-", "/a/-1", "/a/99999999999999999999", "/b/c", "a", "/~", "/a/0/x", "//"]
    let operations = ["add", "remove", "replace", "move", "copy", "test", "x"]
    for seed in UInt64(1)...500 {
      var generator = Generator(seed: seed)
      let patch = (0..<1 + generator.below(4)).map { _ in
        Value.object([
          "op": .string(operations[generator.below(operations.count)]),
          "path": .string(paths[generator.below(paths.count)]),
          "from": .string(paths[generator.below(paths.count)]),
          "value": generator.below(2) == 0 ? [1, "x"] : ["k": .null],
        ])
      }
      let document = try json(#"{"a":[1,{"x":2}],"b":{"c":null},"":{"":1}}"#)
      guard let result = try? JSONPatch(.array(patch)).apply(to: document) else { continue }
      #expect(result.object != nil, "seed \(seed): the document stays an object")
    }
  }
}
