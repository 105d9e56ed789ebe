import Objects

/// `kubectl create poddisruptionbudget`.
enum CreatePodDisruptionBudgetVerb {
  static let verb = Verb(
    "create",
    "poddisruptionbudget",
    manual: manual,
    flags: FlagTable([maxUnavailable, minAvailable, selector]) + CreateFlags.common,
    run: run
  )

  private static let manual = Manual(
    "create a PodDisruptionBudget",
    "파드 디스럽션 버짓을 만듭니다",
    usage: "NAME --selector=LABELS (--min-available=COUNT | --max-unavailable=COUNT)",
    examples: "create poddisruptionbudget web --selector=app=web --min-available=2",
    "create pdb shop --selector=app=shop --max-unavailable=50%"
  )

  private static let maxUnavailable = Flag.string("max-unavailable", takes: .free("COUNT"))
  private static let minAvailable = Flag.string("min-available", takes: .free("COUNT"))
  private static let selector = Flag.string("selector", takes: .labels)

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    if call[selector].isEmpty { throw .plain("a selector must be specified") }
    switch (call[maxUnavailable].isEmpty, call[minAvailable].isEmpty) {
    case (true, true): throw .plain("one of min-available or max-unavailable must be specified")
    case (false, false): throw .plain("min-available and max-unavailable cannot be both specified")
    default: break
    }
    let field = call[minAvailable].isEmpty ? "maxUnavailable" : "minAvailable"
    let text = call[minAvailable].isEmpty ? call[maxUnavailable] : call[minAvailable]
    let spec: Value = .object([
      field: Int64(text).map(Value.int) ?? .string(text),
      "selector": .object(try labelSelector(call[selector]).fields),
    ])
    try CreateFlags.finish(
      Generated(
        kind: .podDisruptionBudget,
        name: name,
        fields: [
          "apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": ["name": .string(name)], "spec": spec,
          "status": ["currentHealthy": 0, "desiredHealthy": 0, "disruptionsAllowed": 0, "expectedPods": 0],
        ]
      ),
      call,
      &context,
      failure: "failed to create poddisruptionbudgets"
    )
  }

  /// Mirrors `metav1.ParseToLabelSelector`.
  private static func labelSelector(_ text: String) throws(KubectlError) -> LabelSelector {
    let query: LabelQuery
    do throws(LabelQueryError) {
      query = try LabelQuery.parse(text)
    } catch {
      throw .plain("couldn't parse the selector string \(text.goQuoted): \(error.text)")
    }
    var labels = StringMap()
    var expressions: [Value] = []
    for requirement in query.requirements {
      let (operation, values): (String, [String])
      switch requirement.test {
      case .equals(let value):
        labels[requirement.key] = value
        continue
      case .notEquals(let value): (operation, values) = ("NotIn", [value])
      case .isIn(let list): (operation, values) = ("In", list)
      case .notIn(let list): (operation, values) = ("NotIn", list)
      case .exists: (operation, values) = ("Exists", [])
      case .absent: (operation, values) = ("DoesNotExist", [])
      case .greaterThan, .lessThan:
        throw .plain("couldn't parse the selector string \(text.goQuoted): not a valid label selector operator")
      }
      var expression: Fields = ["key": .string(requirement.key), "operator": .string(operation)]
      expression.set("values", values)
      expressions.append(.object(expression))
    }
    var fields = Fields()
    fields.set("matchLabels", labels)
    if !expressions.isEmpty { fields["matchExpressions"] = .array(expressions) }
    return LabelSelector(fields: fields)
  }
}
