import APIServer
import Basics
import Cluster
import Objects

/// `kubectl logs`: what containers have written.
///
/// Mirrors `pkg/cmd/logs`.
enum LogsVerb {
  static let verb = Verb("logs", flags: flags, run: run)

  static let allContainers = Flag.bool("all-containers")
  static let container = Flag.string("container", "c")
  static let follow = Flag.bool("follow", "f")
  static let ignoreErrors = Flag.bool("ignore-errors")
  static let limitBytes = Flag.int("limit-bytes")
  static let maxRequests = Flag.int("max-log-requests", default: 5)
  static let prefix = Flag.bool("prefix")
  static let previous = Flag.bool("previous", "p")
  static let since = Flag.duration("since")
  static let sinceTime = Flag.string("since-time")
  static let tail = Flag.int("tail", default: -1)
  static let timestamps = Flag.bool("timestamps")

  private static let flags = FlagTable(
    [
      allContainers, container, follow, ignoreErrors, limitBytes, maxRequests, prefix, previous, CommonFlags.selector,
      since, sinceTime, tail, timestamps,
    ],
    refused: ["all-pods", "insecure-skip-tls-verify-backend", "pod-running-timeout"]
  )

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
    if call.words.count == 2, call.given(container) != nil {
      throw call.usage("only one of -c or an inline [CONTAINER] arg is allowed")
    }
    let request = try LogRequest(call, now: context.now)
    let streams = try LogStream.streams(of: try pods(call, &context), call, &context)
    if call[follow], streams.count > call[maxRequests] {
      throw .plain(
        "you are attempting to follow \(streams.count) log streams, but maximum allowed concurrency is "
          + "\(call[maxRequests]), use --max-log-requests to increase the limit"
      )
    }
    if call[follow] { context.followUntilTheEnd(of: streams) }
    for stream in streams {
      do throws(KubectlError) {
        context.output.stdout += try context.log(of: stream, request)
      } catch {
        guard call[ignoreErrors] else { throw error }
        context.output.stderr += error.text
      }
    }
  }

  /// The Pods that the line means: one by name, those that a selector finds, or one of a controller's.
  private static func pods(_ call: Invocation, _ context: inout KubectlContext) throws(KubectlError) -> [Pod] {
    let namespace = call.namespace(in: context)
    if !call[CommonFlags.selector].isEmpty {
      let query = try ObjectQuery(call, words: [Word("pods", at: 0..<0)], context: context)
      let found = try context.list(.pod, query).compactMap { $0.as(Pod.self) }
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
    if let pod = object.as(Pod.self) { return [pod] }
    return [try firstPod(of: object, namespace: namespace, &context)]
  }

  /// Mirrors `polymorphichelpers.GetFirstPod`.
  static func firstPod(
    of object: Object,
    namespace: String,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Pod {
    let selector = object.body["spec"]?["selector"]?.object
    let isMap = object.kind == .replicationController || object.kind == .service
    guard let selector, object.kind.podSpecPath != nil || object.kind == .service, object.kind != .cronJob else {
      throw .plain(
        "cannot get the logs from *v1.\(object.kind.name): selector for *v1.\(object.kind.name) not implemented"
      )
    }
    let labels = LabelSelector(fields: isMap ? ["matchLabels": .object(selector)] : selector)
    let pods = context.list(.pod, in: namespace).compactMap { $0.as(Pod.self) }
      .filter { labels.matches($0.metadata.labels) }
      .sorted(by: precedesForLogs)
    guard let first = pods.first else { throw .plain("timed out waiting for the condition") }
    if pods.count > 1 { context.output.warn("Found \(pods.count) pods, using pod/\(first.metadata.name)") }
    return first
  }

  /// Which of two Pods is the better one to read.
  ///
  /// Mirrors `podutils.ByLogging`.
  private static func precedesForLogs(_ left: Pod, _ right: Pod) -> Bool {
    func rank(_ pod: Pod) -> (Int, Int, Int) {
      let phase = [PodPhase.running: 0, .unknown: 1, .pending: 2][pod.status.phase ?? .pending] ?? 3
      return (pod.spec.nodeName.isEmpty ? 1 : 0, phase, pod.isReady ? 0 : 1)
    }
    if rank(left) != rank(right) { return rank(left) < rank(right) }
    func readySince(_ pod: Pod) -> Instant? { pod.status.condition(.ready)?.lastTransitionTime }
    if left.isReady, let first = readySince(left), let second = readySince(right), first != second {
      return first < second
    }
    func restarts(_ pod: Pod) -> Int { pod.status.containerStatuses.map(\.restartCount).max() ?? 0 }
    if restarts(left) != restarts(right) { return restarts(left) > restarts(right) }
    if let first = left.metadata.creationTimestamp, let second = right.metadata.creationTimestamp, first != second {
      return first < second
    }
    return left.metadata.key < right.metadata.key
  }
}
