import Objects

/// `kubectl create priorityclass`.
enum CreatePriorityClassVerb {
  static let verb = Verb("create", "priorityclass", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "create a PriorityClass",
    "프라이어리티 클래스를 만듭니다",
    usage: "NAME --value=NUMBER",
    examples: "create priorityclass high --value=1000",
    "create pc low --value=-10 --preemption-policy=Never"
  )

  private static let description = Flag.string("description")
  private static let globalDefault = Flag.bool("global-default")
  private static let preemptionPolicy = Flag.string(
    "preemption-policy",
    default: "PreemptLowerPriority",
    takes: .words(["Never", "PreemptLowerPriority"])
  )
  private static let value = Flag.int("value")

  private static let flags =
    FlagTable([description, globalDefault, preemptionPolicy, value]) + CreateFlags.common

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let name = try CreateFlags.name(call)
    if call.given(value) == nil { throw .plain("required flag(s) \"value\" not set") }
    var fields: Fields = [
      "apiVersion": "scheduling.k8s.io/v1", "kind": "PriorityClass", "metadata": ["name": .string(name)],
      "preemptionPolicy": .string(call[preemptionPolicy]), "value": .int(call[value]),
    ]
    fields.setNonEmpty("description", call[description])
    if call[globalDefault] { fields["globalDefault"] = true }
    try CreateFlags.finish(
      Generated(kind: .priorityClass, name: name, fields: fields),
      call,
      &context,
      failure: "failed to create priorityclass"
    )
  }
}
