import Basics
import Cluster
import Objects

/// `kubectl describe`: tells of objects at length, with their Events.
///
/// Mirrors `pkg/cmd/describe`.
enum DescribeVerb {
  static let verb = Verb("describe", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "tell of objects at length, with their Events",
    "오브젝트를 이벤트와 함께 자세히 보여 줍니다",
    usage: "(TYPE [NAME…] | TYPE/NAME… | -f FILE)",
    takes: Grammar([.type(), .name], [.object()]),
    examples: "describe pod web",
    "describe rs/web"
  )

  private static let showEvents = Flag.bool("show-events", default: true)

  private static let flags =
    FlagTable([CommonFlags.allNamespaces, CommonFlags.chunkSize, CommonFlags.selector, showEvents]) + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if call.words.isEmpty, call[CommonFlags.filename].isEmpty {
      throw .plain(
        "You must specify the type of resource to describe. Use \"kubectl api-resources\" for a complete list of "
          + "supported resources."
      )
    }
    let query = try ObjectQuery(call, typeMeansAll: true, context: context)
    var found = try context.find(query, call)
    if found.objects.isEmpty, query.isSingle, call.words.count == 2 {
      let alike = beginning(query, context)
      if !alike.isEmpty { found = FoundObjects(objects: alike.map { ($0, nil) }) }
    }
    let objects = found.objects.map(\.object)
    let wantsEvents = call.given(showEvents) ?? (objects.count <= 1)
    let texts = objects.map { Describer.text(of: $0, context.surroundings(of: $0, events: wantsEvents)) }
    context.output.say(texts.joined(separator: "\n\n"))
    if objects.isEmpty, found.errors.isEmpty {
      let isNamespaced = query.namespace != nil && query.kinds.allSatisfy(\.isNamespaced)
      context.output.warn("No resources found" + (isNamespaced ? " in \(call.namespace(in: context)) namespace." : ""))
    }
    try found.throwErrors()
  }

  /// The objects whose name begins with the one that was asked for and not found.
  private static func beginning(_ query: ObjectQuery, _ context: KubectlContext) -> [Object] {
    guard case .names(let names) = query.selection, let named = names.first else { return [] }
    return context.list(named.kind, in: query.namespace).filter { $0.metadata.name.hasPrefix(named.name) }
  }
}

extension KubectlContext {
  /// What a description looks up beside the object.
  fileprivate func surroundings(of object: Object, events wanted: Bool) -> DescribeContext {
    var surroundings = DescribeContext(
      now: now,
      events: wanted ? list(.event, in: nil).compactMap { $0.as(Event.self) } : nil
    )
    let namespace = object.metadata.namespace
    let pods = list(.pod, in: object.kind == .node ? nil : namespace).compactMap { $0.as(Pod.self) }
    surroundings.pods = object.kind == .node ? pods.filter { $0.spec.nodeName == object.metadata.name } : pods
    surroundings.replicaSets = list(.replicaSet, in: namespace).compactMap { $0.as(ReplicaSet.self) }
    surroundings.quotas = object.kind == .namespace ? list(.resourceQuota, in: object.metadata.name) : []
    if object.kind == .service {
      surroundings.endpointSlices = list(.endpointSlice, in: namespace).filter {
        $0.metadata.controllerRef?.uid == object.metadata.uid
      }
    }
    if object.kind == .node {
      surroundings.leaseRenewTime = timeline.cluster.lastHeartbeat(of: object.metadata.name)
    }
    return surroundings
  }
}
