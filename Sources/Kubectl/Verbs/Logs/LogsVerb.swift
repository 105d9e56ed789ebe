import APIServer
import Basics
import Cluster
import Objects

/// `kubectl logs`: what containers have written.
///
/// Mirrors `pkg/cmd/logs`.
enum LogsVerb {
  static let verb = Verb("logs", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "show what a container has written",
    "컨테이너가 출력한 것을 보여 줍니다",
    usage: "(POD | TYPE/NAME) [-c CONTAINER]",
    takes: .once(
      [.named(.pod), .container],
      [.object(Kind.podSpecHolders.filter { $0 != .cronJob }), .container]
    ),
    examples: "logs job/pi --limit-bytes=40",
    "logs web --tail=5"
  )

  static let allContainers = Flag.bool("all-containers")
  static let allPods = Flag.bool("all-pods")
  static let container = Flag.string("container", "c", takes: .container)
  static let follow = Flag.bool("follow", "f")
  static let ignoreErrors = Flag.bool("ignore-errors")
  static let limitBytes = Flag.int("limit-bytes")
  static let maxRequests = Flag.int("max-log-requests", default: 5)
  static let podRunningTimeout = Flag.duration("pod-running-timeout", default: .seconds(20))
  static let prefix = Flag.bool("prefix")
  static let previous = Flag.bool("previous", "p")
  static let since = Flag.duration("since")
  static let sinceTime = Flag.string("since-time", takes: .free("TIME"))
  static let tail = Flag.int("tail", default: -1)
  static let timestamps = Flag.bool("timestamps")

  /// The API server reaches every kubelet here, whatever its certificate.
  private static let skipsVerification = Flag.bool("insecure-skip-tls-verify-backend")

  private static let flags = FlagTable([
    allContainers, allPods, container, follow, ignoreErrors, limitBytes, maxRequests, podRunningTimeout, prefix,
    previous, CommonFlags.selector, since, sinceTime, skipsVerification, tail, timestamps,
  ])

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let selects = !call[CommonFlags.selector].isEmpty
    switch call.words.count {
    case 0 where selects, 1 where !selects, 2 where !selects: break
    case 1 where selects: throw call.usage("only a selector (-l) or a POD name is allowed")
    default:
      throw call.usage(
        "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the "
          + "logs command"
      )
    }
    let request = try LogRequest(call)
    let found = try objects(call, &context)
    try LogRequest.check(call)
    let streams = try LogStream.streams(of: try pods(of: found, call, &context), call, &context)
    guard call[follow] else {
      try context.show(streams, request, ignoresErrors: call[ignoreErrors])
      return
    }
    if streams.count > 1, streams.count > call[maxRequests] {
      throw .plain(
        "you are attempting to follow \(streams.count) log streams, but maximum allowed concurrency is "
          + "\(call[maxRequests]), use --max-log-requests to increase the limit"
      )
    }
    // A script that follows wants the end; at the prompt it would be a long time until something happens.
    let limit = context.showsPlaces ? nil : Interval.hours(1)
    try context.follow(streams, request, ignoresErrors: call[ignoreErrors], limit: limit)
  }

  /// What the line names: the Pods that a selector finds, or one object.
  private static func objects(_ call: Invocation, _ context: inout KubectlContext) throws(KubectlError) -> [Object] {
    let namespace = call.namespace(in: context)
    if !call[CommonFlags.selector].isEmpty {
      let query = try ObjectQuery(call, words: [Word("pods", at: 0..<0)], context: context)
      let found = try context.list(.pod, query)
      if found.isEmpty { context.output.warn("No resources found in \(namespace) namespace.") }
      return found
    }
    let word = call.words[0]
    let argument = word.text.contains("/") ? word : Word("pods/\(word.text)", at: word.range)
    guard case .names(let names) = try ResourceArguments([argument]).resolve(), let named = names.first else {
      return []
    }
    let id = ObjectID(named.kind, namespace: named.kind.isNamespaced ? namespace : "", name: named.name)
    guard let object = context.store[id] else {
      throw .plain(
        "error from server (NotFound): \(id.kind.resource) \(id.key.name.goQuoted) not found in namespace "
          + namespace.goQuoted
      )
    }
    return [object]
  }

  /// The Pods to read: those that were named, or one or all of a controller's.
  private static func pods(
    of objects: [Object],
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> [Pod] {
    let pods = objects.compactMap { $0.as(Pod.self) }
    guard pods.isEmpty, let owner = objects.first else { return pods }
    let choice = PodChoice(owner, purpose: .logs, timeout: call[podRunningTimeout])
    let found = try choice.pods(in: &context)
    if found.count > 1, !call[allPods] {
      context.output.warn("Found \(found.count) pods, using pod/\(found[0].metadata.name)")
    }
    return call[allPods] ? found : Array(found.prefix(1))
  }
}
