/// What a Job says about failed Pods and about early success.
///
/// Mirrors `validatePodFailurePolicy` and `validateSuccessPolicy` of `pkg/apis/batch/validation`.
extension Validator {
  private static let mostRules = 20
  private static let mostConditions = 20
  private static let mostExitCodes = 255
  /// Bytes.
  private static let longestIndexes = 64 * 1024

  mutating func podFailurePolicy(_ spec: Fields, _ path: FieldPath) {
    let template = spec.structure("template").structure("spec")
    let containers = (template.items("containers") + template.items("initContainers")).map { $0.text("name") }
    let rules = spec.structure("podFailurePolicy").items("rules")
    let path = path.child("rules")
    if rules.count > Validator.mostRules {
      add(path, .tooMany(actual: rules.count, maximum: Validator.mostRules))
    }
    for (index, rule) in rules.enumerated() {
      let path = path[index]
      failureAction(rule, isPerIndex: spec["backoffLimitPerIndex"] != nil, path.child("action"))
      let codes = rule["onExitCodes"]?.object
      let conditions = rule.items("onPodConditions")
      if let codes { exitCodes(codes, containers, path.child("onExitCodes")) }
      podConditions(conditions, path.child("onPodConditions"))
      if codes != nil, !conditions.isEmpty {
        add(path, .invalidAsWhole, "specifying both OnExitCodes and OnPodConditions is not supported")
      }
      if codes == nil, conditions.isEmpty {
        add(path, .invalidAsWhole, "specifying one of OnExitCodes and OnPodConditions is required")
      }
    }
  }

  private mutating func failureAction(_ rule: Fields, isPerIndex: Bool, _ path: FieldPath) {
    let action = rule.text("action")
    if action != "FailIndex" {
      oneOf(action, ["Count", "FailIndex", "FailJob", "Ignore"], path)
    } else if !isPerIndex {
      invalid(path, .string(action), "requires the backoffLimitPerIndex to be set")
    }
  }

  /// Refuses a text that is none of `supported`; where it is missing, the error lists them.
  private mutating func oneOf(_ text: String, _ supported: [String], _ path: FieldPath) {
    if text.isEmpty {
      required(path, "valid values: [\(supported.map(\.goQuoted).joined(separator: " "))]")
    } else if !supported.contains(text) {
      add(path, .unsupported(.string(text), supported: supported))
    }
  }

  private mutating func exitCodes(_ codes: Fields, _ containers: [String], _ path: FieldPath) {
    oneOf(codes.text("operator"), ["In", "NotIn"], path.child("operator"))
    if let name = codes["containerName"], !containers.contains(name.string ?? "") {
      invalid(
        path.child("containerName"),
        name,
        "must be one of the container or initContainer names in the pod template"
      )
    }
    let values = codes["values"]?.array ?? []
    let path = path.child("values")
    if values.isEmpty {
      invalid(path, codes["values"] ?? .null, "at least one value is required")
    } else if values.count > Validator.mostExitCodes {
      add(path, .tooMany(actual: values.count, maximum: Validator.mostExitCodes))
    }
    for (index, value) in values.enumerated() {
      if codes.text("operator") == "In", value == 0 {
        invalid(path[index], value, "must not be 0 for the In operator")
      }
      if values[..<index].contains(value) { duplicate(path[index], value) }
    }
    let numbers = values.compactMap(\.int)
    if zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 }) {
      invalid(path, .array(values), "must be ordered")
    }
  }

  private mutating func podConditions(_ conditions: [Fields], _ path: FieldPath) {
    if conditions.count > Validator.mostConditions {
      add(path, .tooMany(actual: conditions.count, maximum: Validator.mostConditions))
    }
    for (index, pattern) in conditions.enumerated() {
      let type = pattern.text("type")
      invalid(path[index].child("type"), .string(type), NameSyntax.labelKey(type))
      oneOf(pattern.text("status"), ["False", "True", "Unknown"], path[index].child("status"))
    }
  }

  mutating func successPolicy(_ spec: Fields, _ path: FieldPath) {
    let policy = spec.structure("successPolicy")
    guard spec["completionMode"] == "Indexed" else {
      return add(path, .invalidJSON(InternalJob.successPolicy(policy).json), "requires indexed completion mode")
    }
    let rules = policy.items("rules")
    let path = path.child("rules")
    if rules.isEmpty { required(path, "at least one rules must be specified when the successPolicy is specified") }
    if rules.count > Validator.mostRules {
      add(path, .tooMany(actual: rules.count, maximum: Validator.mostRules))
    }
    let completions = spec["completions"]?.int ?? 0
    for (index, rule) in rules.enumerated() { successRule(rule, completions: completions, path[index]) }
  }

  private mutating func successRule(_ rule: Fields, completions: Int64, _ path: FieldPath) {
    if rule["succeededCount"] == nil, rule["succeededIndexes"] == nil {
      required(path, "at least one of succeededCount or succeededIndexes must be specified")
    }
    var total: Int64 = 0
    if let indexes = rule["succeededIndexes"] {
      let text = indexes.string ?? ""
      let path = path.child("succeededIndexes")
      if text.utf8.count > Validator.longestIndexes { add(path, .tooLong(maximum: Validator.longestIndexes)) }
      do throws(IndexListError) {
        total = try IndexList.count(text, below: completions)
      } catch {
        invalid(path, indexes, "error parsing succeededIndexes: \(error.text)")
      }
    }
    guard let count = rule["succeededCount"], let number = count.int else { return }
    let path = path.child("succeededCount")
    nonNegative(count, path)
    if number > completions {
      invalid(path, count, "must be less than or equal to \(completions) (the number of specified completions)")
    }
    if rule["succeededIndexes"] != nil, number > total {
      invalid(
        path,
        count,
        "must be less than or equal to \(total) (the number of indexes in the specified succeededIndexes field)"
      )
    }
  }
}

/// A list of completion indexes as a user writes it: `0-2,4`.
///
/// Mirrors `validateIndexesFormat`.
private enum IndexList {
  /// How many indexes the list holds, all of which have to be below `completions`.
  static func count(_ text: String, below completions: Int64) throws(IndexListError) -> Int64 {
    var total: Int64 = 0
    var last: Int64?
    guard !text.isEmpty else { return total }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let range = try interval(String(part), below: completions)
      if let last, last >= range.lowerBound { throw .order(last, range.lowerBound) }
      total += Int64(range.count)
      last = range.upperBound
    }
    return total
  }

  private static func interval(
    _ text: String,
    below completions: Int64
  ) throws(IndexListError) -> ClosedRange<Int64> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if ends.count > 2 { throw .parts(text) }
    let first = try index(ends[0], below: completions)
    guard ends.count == 2 else { return first...first }
    let last = try index(ends[1], below: completions)
    if first >= last { throw .order(first, last) }
    return first...last
  }

  private static func index(_ text: String, below completions: Int64) throws(IndexListError) -> Int64 {
    guard let number = Int64(text) else { throw .notANumber(text) }
    if number >= completions { throw .tooLarge(text) }
    return number
  }
}

private enum IndexListError: Error {
  case parts(String)
  case notANumber(String)
  case tooLarge(String)
  case order(Int64, Int64)

  var text: String {
    switch self {
    case .parts(let text):
      "the fragment \(text.goQuoted) violates the requirement that an index interval can have at most two parts "
        + "separated by '-'"
    case .notANumber(let text): "cannot convert string to integer for index: \(text.goQuoted)"
    case .tooLarge(let text): "too large index: \(text.goQuoted)"
    case .order(let previous, let current): "non-increasing order, previous: \(previous), current: \(current)"
    }
  }
}
