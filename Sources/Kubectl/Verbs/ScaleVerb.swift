import APIServer
import Basics
import Objects

/// `kubectl scale`: sets how many Pods a controller keeps.
///
/// Mirrors `pkg/cmd/scale`, which writes the scale subresource.
enum ScaleVerb {
  static let verb = Verb("scale", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "set how many Pods a controller keeps",
    "컨트롤러가 유지할 파드 수를 정합니다",
    usage: "(TYPE NAME… | TYPE/NAME… | -f FILE) --replicas=NUMBER",
    takes: Grammar(
      [.type([.deployment, .replicaSet, .replicationController, .statefulSet]), .name],
      [.object([.deployment, .replicaSet, .replicationController, .statefulSet])]
    ),
    examples: "scale rs web --replicas=5",
    "scale deployment shop --replicas=0 --current-replicas=2"
  )

  private static let replicas = Flag.int("replicas")
  private static let currentReplicas = Flag.int("current-replicas", default: -1)

  private static let flags =
    FlagTable(
      [
        CommonFlags.all, currentReplicas, CommonFlags.dryRun, replicas, CommonFlags.resourceVersion,
        CommonFlags.selector, CommonFlags.timeout,
      ]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard let count = call.given(replicas) else { throw .plain("required flag(s) \"replicas\" not set") }
    if count < 0 {
      throw .plain("The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0")
    }
    if call[currentReplicas] < -1 {
      throw .plain("The --current-replicas must specify an integer of -1 or greater")
    }
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let query = try ObjectQuery(call, all: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    if found.objects.isEmpty, found.errors.isEmpty { throw .plain("no objects passed to scale") }
    if !call[CommonFlags.resourceVersion].isEmpty, found.objects.count > 1 {
      throw .plain("cannot use --resource-version with multiple resources")
    }
    // The first that cannot be scaled ends it.
    for (object, _) in found.objects {
      let scaled = try scale(object, to: count, call, dryRun, &context)
      if call[CommonFlags.timeout] != .zero, dryRun == .none {
        try context.waitForScale(of: scaled, call[CommonFlags.timeout])
      }
      // What is shown is the object as it was found, with the new number.
      let shown = try ObjectPatch(.merge, ["spec": ["replicas": .int(count)]]).appliedHere(to: object)
      try printer.print(shown, "scaled", to: &context.output)
    }
    try found.throwErrors()
  }

  private static func scale(
    _ object: Object,
    to count: Int64,
    _ call: Invocation,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Object {
    guard object.kind.hasScale else { throw .server(.noSuchResource) }
    let expected = call[currentReplicas]
    let actual = object.body["spec"]?["replicas"]?.int ?? 1
    if expected >= 0, expected != actual {
      throw .plain("Expected replicas to be \(expected), was \(actual)")
    }
    let version = call[CommonFlags.resourceVersion]
    if !version.isEmpty, version != String(object.metadata.resourceVersion) {
      throw .plain("Expected resource version to be \(version), was \(object.metadata.resourceVersion)")
    }
    return try context.merge(
      ["spec": ["replicas": .int(count)]],
      into: object,
      subresource: .scale,
      dryRun: dryRun
    )
  }
}

extension KubectlContext {
  /// Lets time pass until as many Pods are there as were asked for.
  fileprivate mutating func waitForScale(of object: Object, _ timeout: Interval) throws(KubectlError) {
    let wanted = object.body["spec"]?["replicas"]?.int ?? 1
    let reached = wait(timeout) { store in
      (store[object.id]?.body["status"]?["replicas"]?.int ?? 0) == wanted
    }
    if mayWait, !reached, !isInterrupted {
      throw .plain("timed out waiting for \(object.metadata.name.goQuoted) to be synced")
    }
  }
}
