import Objects

/// Label selectors and field selectors as they are typed.
struct SelectorTarget: FuzzTarget {
  static let name = "selectors"

  init() {}

  func input(seed: UInt64) -> FuzzInput {
    var draw = Draw(seed: seed)
    if draw.once(in: 4) { return .fieldSelector(draw.fieldSelector()) }
    return .labelSelector(draw.labelSelector())
  }

  func run(_ input: FuzzInput) -> FuzzOutcome {
    switch input {
    case .labelSelector(let text): label(text)
    case .fieldSelector(let text): field(text)
    default: .broken("no selector")
    }
  }

  /// What is accepted reads back from its canonical form as the same.
  private func label(_ text: String) -> FuzzOutcome {
    do throws(LabelQueryError) {
      let query = try LabelQuery.parse(text)
      _ = query.matches(["app": "web", "tier": "5", "example.com/key": ""])
      let canonical = query.requirements.map(\.description).joined(separator: ",")
      let again = try LabelQuery.parse(canonical)
      let isSame = again.requirements.map(\.description) == query.requirements.map(\.description)
      return isSame ? .accepted : .broken("\(canonical) reads back otherwise")
    } catch {
      return error.text.isEmpty ? .broken("refused without a word") : .refused
    }
  }

  private func field(_ text: String) -> FuzzOutcome {
    do throws(FieldSelectorError) {
      let selector = try FieldSelector.parse(text)
      _ = selector.matches(["metadata": ["name": "web"], "spec": ["nodeName": "node-1"]])
      for kind in Kind.allCases { try selector.check(for: kind) }
      return .accepted
    } catch {
      return error.text.isEmpty ? .broken("refused without a word") : .refused
    }
  }
}

extension Draw {
  mutating func labelSelector() -> String {
    let space = once(in: 3) ? " " : ""
    let parts = (0..<(1 + below(4))).map { _ in labelRequirement() }
    let text = parts.joined(separator: "," + space)
    return once(in: 2) ? changed(text) : text
  }

  private mutating func labelRequirement() -> String {
    let key = pick(["app", "tier", "example.com/key", "in", "notin", "a.b-c_d", "exists"])
    func values(_ draw: inout Draw) -> String {
      (0..<draw.below(4)).map { _ in draw.pick(["a", "b", "5", "", "x-y", "in", "v1.0"]) }.joined(separator: ",")
    }
    switch below(9) {
    case 0: return key
    case 1: return "!\(key)"
    case 2: return "\(key) in (\(values(&self)))"
    case 3: return "\(key) notin (\(values(&self)))"
    case 4: return "\(key)\(pick([">", "<"]))\(once(in: 4) ? oddText() : String(below(10)))"
    default: return "\(key)\(pick(["=", "==", "!=", " = "]))\(pick(["web", "", "a_b", "x", "5"]))"
    }
  }

  mutating func fieldSelector() -> String {
    let fields = [
      "metadata.name", "metadata.namespace", "status.phase", "spec.nodeName", "involvedObject.name", "reason", "type",
      "spec.restartPolicy", "status.successful", "spec.unschedulable",
    ]
    let terms = (0..<(1 + below(3))).map { _ in
      "\(pick(fields))\(pick(["=", "==", "!="]))\(pick(["web", "", "Running", "a\\,b", "a\\=b", "a\\\\"]))"
    }
    let text = terms.joined(separator: ",")
    return once(in: 2) ? changed(text) : text
  }
}
