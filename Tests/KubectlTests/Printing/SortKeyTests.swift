import Objects
import Testing

@testable import Kubectl

@Suite struct SortKeyTests {
  private func names(sortedBy key: String, _ objects: [Object]) throws -> [String] {
    try SortKey(key).sorted(objects).map(\.metadata.name)
  }

  @Test func numbersTextsAndQuantities() throws {
    let objects = [("a10", 9, "512Mi"), ("a2", 10, "1Gi"), ("a1", 2, "2000k")].map { name, priority, memory in
      Object(
        kind: .pod,
        fields: [
          "metadata": ["name": .string(name)],
          "spec": [
            "priority": .int(Int64(priority)),
            "containers": [["name": "c", "resources": ["limits": ["memory": .string(memory)]]]],
          ],
        ]
      )
    }
    #expect(try names(sortedBy: ".metadata.name", objects) == ["a1", "a2", "a10"])
    #expect(try names(sortedBy: "{.spec.priority}", objects) == ["a1", "a10", "a2"])
    #expect(try names(sortedBy: "spec.containers[0].resources.limits.memory", objects) == ["a1", "a10", "a2"])
  }

  @Test func missingFieldsComeFirstAndTiesKeepTheirOrder() throws {
    let objects = ["b", "a", "c"].map { name in
      Object(
        kind: .pod,
        fields: ["metadata": ["name": .string(name)], "spec": name == "c" ? [:] : ["nodeName": "n"]]
      )
    }
    #expect(try names(sortedBy: ".spec.nodeName", objects) == ["c", "b", "a"])
  }

  @Test func aFieldThatNoObjectHas() throws {
    let key = try SortKey(".foo")
    #expect(
      throws: JSONPath.PathError(message: "couldn't find any field with path \"{.foo}\" in the list of objects")
    ) { try key.sorted([OutputFormTests.pod("a")]) }
    #expect(try key.sorted([]).isEmpty)
  }

  @Test func structuresHaveNoOrder() throws {
    let key = try SortKey(".metadata.labels")
    #expect(throws: JSONPath.PathError.self) { try key.sorted([OutputFormTests.pod("a"), OutputFormTests.pod("b")]) }
  }

  @Test(arguments: [
    ("10.244.1.9", "10.244.1.56", true), ("a", "b", true), ("a01", "a1", false), ("a1", "a01", true), ("x", "x", false),
    ("2", "10", true), ("a", "a0", true), ("1a", "1", false),
  ])
  func naturalOrder(left: String, right: String, precedes: Bool) {
    #expect(left.precedesNaturally(right) == precedes)
  }
}
