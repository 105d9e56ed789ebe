import Kubectl
import Objects

/// JSONPath templates, followed through random objects.
struct JSONPathTarget: FuzzTarget {
  static let name = "jsonpath"
  private let objects: [Object]

  init() {
    let world = World()
    objects = Kind.allCases.flatMap(world.objects)
  }

  func input(seed: UInt64) -> FuzzInput {
    var draw = Draw(seed: seed)
    var value = draw.pick(objects).value
    for _ in 0..<draw.below(3) { value = draw.changed(value, structure: nil) }
    return .jsonPath(draw.jsonPath(), json: value.json)
  }

  func run(_ input: FuzzInput) -> FuzzOutcome {
    guard case .jsonPath(let template, let json) = input, let value = try? JSONText.parse(json) else {
      return .broken("no JSON")
    }
    do throws(JSONPath.PathError) {
      let path = try JSONPath(template)
      _ = try path.text(for: value)
      _ = try path.jsonText(for: value)
      _ = try? JSONPath(relaxed: template).results(in: value)
      return .accepted
    } catch {
      return error.message.isEmpty ? .broken("refused without a word") : .refused
    }
  }
}

extension Draw {
  mutating func jsonPath() -> String {
    let text = (0..<(1 + below(3))).map { _ in jsonPathPart() }.joined(separator: pick(["", "", " ", "\\n"]))
    return once(in: 2) ? changed(text) : text
  }

  private mutating func jsonPathPart() -> String {
    switch below(8) {
    case 0: pick(["name: ", "x", "\\t", "{\"\\n\"}", "{'a'}", "{1}", "{-2.5}", "{true}", "{end}"])
    case 1: "{range \(jsonPathSteps())}{\(jsonPathSteps())}{end}"
    case 2: "{range .items[*]}{.metadata.name}{range \(jsonPathSteps())}{@}{end}{end}"
    case 3: "{.metadata['name', \"labels\"]}"
    default: "{\(jsonPathSteps())}"
    }
  }

  private mutating func jsonPathSteps() -> String {
    pick(["", "", "$", "@"]) + (0..<(1 + below(4))).map { _ in jsonPathStep() }.joined()
  }

  private mutating func jsonPathStep() -> String {
    switch below(10) {
    case 0: "[*]"
    case 1: "[\(pick(["0", "-1", "5", "0:2", ":", "::2", "-3:-1", "1:", "2:1", "::-1", "::0", "0,1"]))]"
    case 2: "..\(pick(["name", "image", "", "*"]))"
    case 3: ".*"
    case 4: "['\(pick(["name", "a\\.b", "example.com/key", "x"]))']"
    case 5:
      "[?(\(pick(["@.name", "@.type", "@", "@.x.y", "1"]))\(pick(["==", "!=", "<", ">=", "", "=~", "==="]))"
        + "\(pick(["\"main\"", "'Ready'", "1", "@.name", "", "true"])))]"
    default:
      "."
        + pick([
          "metadata", "spec", "status", "name", "containers", "items", "labels", "conditions", "a\\.b", "template",
        ])
    }
  }
}
