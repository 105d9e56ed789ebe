import APIServer
import Basics
import Objects

/// The evictions of one node's Pods, which go on side by side: each is asked for until it is granted, and then looked
/// after until the Pod has gone.
///
/// Mirrors `drain.Helper.evictPods`, with a goroutine a Pod: the one that was made last runs first.
struct Evictions {
  private struct Task {
    let pod: Pod
    var isGranted = false
    var due: Instant
  }

  private static let retryPause = Interval.seconds(5)
  private static let lookPause = Interval.seconds(1)

  private let dryRun: DryRun
  private let timeout: Interval
  private let gracePeriod: Int?
  private let skipWait: Int64
  private let pods: [Pod]

  init(_ pods: [Pod], _ call: Invocation, _ dryRun: DryRun) {
    self.dryRun = dryRun
    self.pods = pods
    timeout = call[CommonFlags.timeout]
    gracePeriod = Evictions.gracePeriod(call)
    skipWait = call[DrainVerb.skipWait]
  }

  /// Pods that were to be gone before this moment are not waited for; nil where all are.
  ///
  /// Mirrors `shouldSkipPod`.
  static func skipLimit(_ call: Invocation, at now: Instant) -> Instant? {
    let seconds = call[DrainVerb.skipWait]
    return seconds > 0 ? now - .seconds(min(seconds, 1 << 31)) : nil
  }

  /// Seconds; nil for each Pod's own.
  static func gracePeriod(_ call: Invocation) -> Int? {
    let asked = Int(call[CommonFlags.gracePeriod])
    return asked < 0 ? nil : asked
  }

  /// Lets time pass until all Pods have gone, the time-out is over or the user interrupts.
  func run(_ context: inout KubectlContext) throws(KubectlError) {
    guard dryRun == .none else {
      for pod in pods { context.output.print("evicting pod \(pod.metadata.key)\(dryRun.suffix)") }
      return
    }
    let start = context.now
    let end = timeout == .zero ? nil : start + timeout
    var tasks = (pods.suffix(1) + pods.dropLast()).map { Task(pod: $0, due: start) }
    var errors: [KubectlError] = []
    while let index = next(of: tasks) {
      var task = tasks.remove(at: index)
      if task.due > context.now {
        guard context.mayWait else { return }
        _ = context.wait(task.due - context.now) { _ in false }
        if context.isInterrupted {
          context.output.exit = 1
          return
        }
      }
      do throws(KubectlError) {
        let goesOn = try task.isGranted ? !look(after: &task, end, &context) : !ask(for: &task, end, &context)
        if goesOn { tasks.append(task) }
      } catch {
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw .several(errors) }
  }

  /// The one that is due first; of several the one that has waited longest.
  private func next(of tasks: [Task]) -> Int? {
    tasks.indices.min { (tasks[$0].due, $0) < (tasks[$1].due, $1) }
  }

  /// Asks for one eviction; whether nothing more is to be done about the Pod.
  private func ask(
    for task: inout Task,
    _ end: Instant?,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Bool {
    let metadata = task.pod.metadata
    let place = "pods/\(metadata.name.goQuoted) -n \(metadata.namespace.goQuoted)"
    context.output.print("evicting pod \(metadata.key)")
    if let end, context.now >= end {
      throw .plain("error when evicting \(place): global timeout reached: \(timeout.goText)")
    }
    do throws(APIError) {
      try context.evict(Object(task.pod).id, DeleteOptions(gracePeriodSeconds: gracePeriod))
    } catch {
      switch error {
      case .notFound: return true
      case .tooManyRequests(let message):
        context.output.warn("error when evicting \(place) (will retry after 5s): \(message)")
        task.due = context.now + Evictions.retryPause
        return false
      default: throw .plain("error when evicting \(place): \(error.message)")
      }
    }
    task.isGranted = true
    return try look(after: &task, end, &context)
  }

  /// Looks whether the Pod has gone.
  private func look(
    after task: inout Task,
    _ end: Instant?,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Bool {
    let metadata = task.pod.metadata
    guard let pod = context.store[Object(task.pod).id], pod.metadata.uid == metadata.uid else {
      context.output.print("pod/\(metadata.name) evicted")
      return true
    }
    if let deletion = pod.metadata.deletionTimestamp, skipWait > 0, (context.now - deletion).wholeSeconds > skipWait {
      context.output.print(
        "pod \(metadata.name.goQuoted) has DeletionTimestamp older than \(skipWait) seconds, skipping"
      )
      return true
    }
    if let end, context.now >= end {
      throw .plain(
        "error when waiting for pod \(metadata.name.goQuoted) in namespace \(metadata.namespace.goQuoted) to terminate: "
          + "global timeout reached: \(timeout.goText)"
      )
    }
    task.due = context.now + Evictions.lookPause
    return false
  }
}
