import Basics
import Objects

/// `kubectl rollout pause`, `resume` and `restart`.
///
/// Mirrors polymorphichelpers' `objectpauser.go`, `objectresumer.go` and `objectrestarter.go`.
enum RolloutChangeVerbs {
  static let pause = Verb(
    "rollout",
    "pause",
    manual: Manual(
      "hold a rollout where it is",
      "롤아웃을 멈춥니다",
      usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
      takes: Grammar([.type([.deployment]), .name], [.object([.deployment])]),
      examples: "rollout pause deployment/shop",
      "rollout pause deploy shop"
    ),
    flags: RolloutArguments.change
  ) { (context, call) throws(KubectlError) in
    try change(&context, call, "paused") { (object, _) throws(KubectlError) in
      try check(object, supports: "pausing", kinds: [.deployment])
      if isPaused(object) { throw .plain("\(name(object)) is already paused") }
      return ["spec": ["paused": true]]
    }
  }

  static let resume = Verb(
    "rollout",
    "resume",
    manual: Manual(
      "let a held rollout go on",
      "멈춘 롤아웃을 계속합니다",
      usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
      takes: Grammar([.type([.deployment]), .name], [.object([.deployment])]),
      examples: "rollout resume deployment/shop",
      "rollout resume deploy shop"
    ),
    flags: RolloutArguments.change
  ) {
    (context, call) throws(KubectlError) in
    try change(&context, call, "resumed") { (object, _) throws(KubectlError) in
      try check(object, supports: "resuming", kinds: [.deployment])
      if !isPaused(object) { throw .plain("\(name(object)) is not paused") }
      return ["spec": ["paused": .null]]
    }
  }

  /// The annotation whose change makes the template a new one.
  private static let restartedAt = "kubectl.kubernetes.io/restartedAt"

  static let restart = Verb(
    "rollout",
    "restart",
    manual: Manual(
      "replace all Pods, as by a new template",
      "새 템플릿처럼 모든 파드를 다시 만듭니다",
      usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
      takes: Grammar(
        [.type([.deployment, .daemonSet, .statefulSet]), .name],
        [.object([.deployment, .daemonSet, .statefulSet])]
      ),
      examples: "rollout restart deployment/shop",
      "rollout restart ds monitor"
    ),
    flags: RolloutArguments.change
  ) {
    (context, call) throws(KubectlError) in
    try change(&context, call, "restarted") { (object, now) throws(KubectlError) in
      try check(object, supports: "restarting", kinds: [.deployment, .daemonSet, .statefulSet])
      if isPaused(object) {
        throw .plain("\(name(object)) can't restart paused deployment (run rollout resume first)")
      }
      let path = ["spec", "template", "metadata", "annotations", restartedAt]
      if object.value[path: path]?.string == now.rfc3339 {
        throw .plain(
          "failed to create patch for \(object.metadata.name): if restart has already been triggered within the past "
            + "second, please wait before attempting to trigger another"
        )
      }
      return ["spec": ["template": ["metadata": ["annotations": .object([restartedAt: .string(now.rfc3339)])]]]]
    }
  }

  private static func isPaused(_ object: Object) -> Bool { object.body["spec"]?["paused"]?.bool == true }

  private static func name(_ object: Object) -> String { "\(object.kind.resource) \(object.metadata.name.goQuoted)" }

  private static func check(_ object: Object, supports what: String, kinds: [Kind]) throws(KubectlError) {
    if !kinds.contains(object.kind) { throw .plain("\(name(object)) \(what) is not supported") }
  }

  /// Merges what `patch` makes into each object of the line.
  private static func change(
    _ context: inout KubectlContext,
    _ call: Invocation,
    _ done: String,
    _ patch: (Object, Instant) throws(KubectlError) -> Value
  ) throws(KubectlError) {
    var printer = try ChangePrinter(call, isTyped: true, context: context)
    let found = try RolloutArguments.find(call, &context)
    if found.objects.isEmpty, found.errors.isEmpty {
      context.output.warn("No resources found in \(call.namespace(in: context)) namespace.")
    }
    try found.each { (object) throws(KubectlError) in
      let changed = try context.merge(try patch(object, context.now), into: object)
      try printer.print(changed, done, to: &context.output)
    }
  }
}
