import APIServer
import Basics
import Objects
import Testing

@Suite struct ThreeWayMergeTests {
  private func patch(_ original: String, _ modified: String, _ current: String) throws -> Value {
    .object(
      try ThreeWayMerge(rules: podRules).patch(
        original: try fields(original),
        modified: try fields(modified),
        current: try fields(current),
        type: "Pod"
      )
    )
  }

  @Test(arguments: [
    // The server's own defaults are left alone.
    (#"{"spec":{"a":1}}"#, #"{"spec":{"a":1}}"#, #"{"spec":{"a":1,"b":2}}"#, "{}"),
    (#"{"spec":{"a":1}}"#, #"{"spec":{"a":2}}"#, #"{"spec":{"a":1,"b":2}}"#, #"{"spec":{"a":2}}"#),
    // What was applied before and is not asked for any more goes, even where others have changed it.
    (#"{"spec":{"a":1,"b":2}}"#, #"{"spec":{"a":1}}"#, #"{"spec":{"a":1,"b":3}}"#, #"{"spec":{"b":null}}"#),
    // What another has changed comes back.
    (#"{"spec":{"a":1}}"#, #"{"spec":{"a":1}}"#, #"{"spec":{"a":9}}"#, #"{"spec":{"a":1}}"#),
    (
      #"{"spec":{"containers":[{"name":"a","image":"x"}]}}"#,
      #"{"spec":{"containers":[{"name":"a","image":"y"}]}}"#,
      #"{"spec":{"containers":[{"name":"a","image":"x","policy":"Always"}]}}"#,
      #"{"spec":{"$setElementOrder/containers":[{"name":"a"}],"containers":[{"image":"y","name":"a"}]}}"#
    ),
    (
      #"{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}"#,
      #"{"spec":{"containers":[{"name":"a"}]}}"#,
      #"{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}"#,
      #"{"spec":{"$setElementOrder/containers":[{"name":"a"}],"containers":[{"$patch":"delete","name":"b"}]}}"#
    ),
    (
      #"{"metadata":{"finalizers":["a","b"]}}"#,
      #"{"metadata":{"finalizers":["a","c"]}}"#,
      #"{"metadata":{"finalizers":["a","b","x"]}}"#,
      #"{"metadata":{"$deleteFromPrimitiveList/finalizers":["b"],"$setElementOrder/finalizers":["a","c"],"finalizers":["c"]}}"#
    ),
    (
      #"{"spec":{}}"#,
      #"{"spec":{"strategy":{"type":"Recreate"}}}"#,
      #"{"spec":{"strategy":{"type":"RollingUpdate","rollingUpdate":{}}}}"#,
      #"{"spec":{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}}"#
    ),
  ])
  func compares(original: String, modified: String, current: String, result: String) throws {
    #expect(try patch(original, modified, current) == json(result))
  }

  /// Laying the patch over the live object gives all that is asked for, and a second patch is empty.
  @Test func applyingThePatchSettlesTheDifference() throws {
    for seed in UInt64(1)...300 {
      var generator = Generator(seed: seed)
      let (original, modified) = (pod(&generator), pod(&generator))
      let current = JSONMergePatch.apply(.object(["spec": ["nodeName": "n"]]), to: .object(original)).object ?? [:]
      let merge = ThreeWayMerge(rules: podRules)
      let first = try merge.patch(original: original, modified: modified, current: current, type: "Pod")
      let settled = try StrategicMergePatch.apply(first, to: current, type: "Pod", rules: podRules)
      let second = try merge.patch(original: modified, modified: modified, current: settled, type: "Pod")
      #expect(second.isEmpty, "seed \(seed): \(Value.object(second).json)")
      #expect(Value.object(settled)[path: ["spec", "nodeName"]] == "n", "seed \(seed)")
    }
  }

  private func pod(_ generator: inout Generator) -> Fields {
    let names = ["a", "b", "c", "d"].filter { _ in generator.below(2) == 0 }
    let order = generator.below(2) == 0 ? names : names.reversed()
    let containers = order.map { name in
      Value.object(["name": .string(name), "image": .int(Int64(generator.below(3)))])
    }
    var labels = Fields()
    for name in ["x", "y"] where generator.below(2) == 0 { labels[name] = .int(Int64(generator.below(3))) }
    return ["metadata": ["labels": .object(labels)], "spec": ["containers": .array(containers)]]
  }
}

@Suite struct LastAppliedTests {
  @Test func describesTheObjectWithoutItself() throws {
    let plain = try fields(#"{"kind":"Pod","metadata":{"name":"a","annotations":{"k":"v"}}}"#)
    let annotated = LastApplied.annotated(plain)
    #expect(LastApplied.annotated(annotated) == annotated)
    #expect(LastApplied.configuration(of: annotated) == plain)
    let text = Value.object(annotated)[path: ["metadata", "annotations", LastApplied.annotation]]?.string
    #expect(text == #"{"kind":"Pod","metadata":{"annotations":{"k":"v"},"name":"a"}}"# + "\n")
  }

  @Test func emptyAnnotationsAreWritten() throws {
    let annotated = LastApplied.annotated(try fields(#"{"metadata":{"name":"a"}}"#))
    #expect(LastApplied.configuration(of: annotated) == (try fields(#"{"metadata":{"annotations":{},"name":"a"}}"#)))
    #expect(LastApplied.configuration(of: [:]) == nil)
  }
}
