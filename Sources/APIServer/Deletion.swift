import Basics
import Objects

/// How a deletion begins.
///
/// Mirrors `rest.BeforeDelete` and `podStrategy.CheckGracefulDelete`.
enum Deletion {
  struct Outcome {
    var object: Object
    /// Nothing holds the object: it leaves the store with this request.
    var goesAtOnce: Bool
  }

  static func begin(_ old: Object, _ options: DeleteOptions, at now: Instant) -> Outcome {
    let grace = old.as(Pod.self).map { gracePeriod(of: $0, options) } ?? 0
    let finalizers = finalizers(of: old, options)
    if old.kind == .namespace, !old.namespaceFinalizers.isEmpty {
      return Outcome(object: terminating(old, at: now), goesAtOnce: false)
    }
    let object = old.with { metadata in
      metadata.finalizers = finalizers
      // A second request may shorten the grace period, never lengthen it.
      if let before = metadata.deletionGracePeriodSeconds, before <= grace { return }
      if let timestamp = metadata.deletionTimestamp, let before = metadata.deletionGracePeriodSeconds {
        metadata.deletionTimestamp = timestamp - .seconds(Int64(before - grace))
      } else {
        metadata.deletionTimestamp = (now + .seconds(Int64(grace))).wholeSecond
        if metadata.generation > 0 { metadata.generation += 1 }
      }
      metadata.deletionGracePeriodSeconds = grace
    }
    return Outcome(object: object, goesAtOnce: grace == 0 && finalizers.isEmpty)
  }

  /// A namespace stays until it has been emptied.
  private static func terminating(_ namespace: Object, at now: Instant) -> Object {
    if namespace.metadata.isBeingDeleted { return namespace }
    var fields = namespace.fields
    var status = fields["status"] ?? [:]
    status["phase"] = "Terminating"
    fields["status"] = status
    return Object(kind: .namespace, fields: fields).with { $0.deletionTimestamp = now.wholeSecond }
  }

  /// Seconds: 0 for a Pod that no kubelet has, or that has ended.
  private static func gracePeriod(of pod: Pod, _ options: DeleteOptions) -> Int {
    let asked = options.gracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30
    // A negative grace period counts as the least one that still waits.
    let period = asked < 0 ? 1 : asked
    if pod.spec.nodeName.isEmpty || pod.isTerminal { return 0 }
    return period
  }

  private static func finalizers(of old: Object, _ options: DeleteOptions) -> [String] {
    let others = old.metadata.finalizers.filter {
      $0 != ObjectMeta.foregroundFinalizer && $0 != ObjectMeta.orphanFinalizer
    }
    return switch options.propagation {
    case .background: others
    case .foreground: others + [ObjectMeta.foregroundFinalizer]
    case .orphan: others + [ObjectMeta.orphanFinalizer]
    }
  }
}

extension Object {
  /// What holds a namespace beside the finalizers that every object may have.
  var namespaceFinalizers: [Value] { body["spec"]?["finalizers"]?.array ?? [] }
}
