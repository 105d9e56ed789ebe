import Objects

/// `kubectl set selector`: changes which Pods a Service stands for.
///
/// Mirrors `pkg/cmd/set/set_selector.go`.
enum SetSelectorVerb {
  static let verb = Verb("set", "selector", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "change the selector of a Service",
    "서비스의 셀렉터를 바꿉니다",
    usage: "(service NAME | service/NAME | -f FILE) LABELS",
    takes: Grammar([.type([.service]), .name, .labels], [.object([.service]), .labels]),
    examples: "set selector service kubernetes app=web --dry-run=client",
    "set selector service/kubernetes app=web,tier=front --dry-run=client"
  )

  private static let flags =
    FlagTable([
      CommonFlags.all, CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.filename, CommonFlags.local,
      CommonFlags.recursive, CommonFlags.resourceVersion,
    ]) + CommonFlags.print

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard let expression = call.words.last else { throw .plain("one selector is required") }
    let selector = try self.query(expression.text)
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, isTyped: true, context: context)
    let resources = Array(call.words.dropLast())
    let query = try ObjectQuery(call, words: resources, typeMeansAll: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    try found.each { (object) throws(KubectlError) in
      let patch = patch(of: object, to: try labels(selector, for: object), call)
      let changed = try context.merge(patch, into: object, dryRun: dryRun)
      try printer.print(changed, "selector updated", to: &context.output)
    }
  }

  private static func query(_ text: String) throws(KubectlError) -> LabelQuery {
    do throws(LabelQueryError) {
      return try LabelQuery.parse(text)
    } catch {
      throw .plain("couldn't parse the selector string \"\(text)\": \(error.text)")
    }
  }

  /// The labels that a Service is to ask for, which can ask for nothing else.
  ///
  /// Mirrors `metav1.ParseToLabelSelector` and `updateSelectorForObject`.
  private static func labels(_ query: LabelQuery, for object: Object) throws(KubectlError) -> StringMap {
    guard object.kind == .service else { throw .plain("setting a selector is only supported for Services") }
    var labels = StringMap()
    var expressions: [String] = []
    for requirement in query.requirements {
      switch requirement.test {
      case .equals(let value): labels[requirement.key] = value
      case .isIn(let values): expressions.append("{\(requirement.key) In [\(values.joined(separator: " "))]}")
      case .notIn(let values): expressions.append("{\(requirement.key) NotIn [\(values.joined(separator: " "))]}")
      case .notEquals(let value): expressions.append("{\(requirement.key) NotIn [\(value)]}")
      case .exists: expressions.append("{\(requirement.key) Exists []}")
      case .absent: expressions.append("{\(requirement.key) DoesNotExist []}")
      case .greaterThan: throw .plain("\"gt\" is not a valid label selector operator")
      case .lessThan: throw .plain("\"lt\" is not a valid label selector operator")
      }
    }
    guard expressions.isEmpty else {
      throw .plain("match expression [\(expressions.joined(separator: " "))] not supported on this object")
    }
    return labels
  }

  /// The old labels go.
  private static func patch(of service: Object, to labels: StringMap, _ call: Invocation) -> Value {
    var selector = Fields((service.body["spec"]?["selector"]?.object ?? [:]).map { ($0.name, .null) })
    for label in labels { selector[label.key] = .string(label.value) }
    var patch: Value = ["spec": ["selector": .object(selector)]]
    let version = call[CommonFlags.resourceVersion]
    if !version.isEmpty { patch["metadata"] = ["resourceVersion": .string(version)] }
    return patch
  }
}
