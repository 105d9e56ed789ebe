package import Basics

/// A Pod: one or more containers that are scheduled together onto a node.
///
/// There are many of them, in many versions, and all components read them: it is one pointer, whose parts are pointers
/// again, so that a copy is cheap and versions share what did not change.
package struct Pod: StatusHolder, Equatable {
  private struct Parts: Sendable, Equatable {
    var metadata: ObjectMeta
    var spec: Boxed<PodSpec>
    var status: Boxed<PodStatus>
    var other = Fields()
  }

  package static let kind = Kind.pod
  private var parts: Boxed<Parts>

  package var metadata: ObjectMeta {
    get { parts.metadata }
    _modify { yield &parts.value.metadata }
  }
  package var spec: Boxed<PodSpec> {
    get { parts.spec }
    _modify { yield &parts.value.spec }
  }
  package var status: PodStatus {
    get { parts.status.value }
    _modify { yield &parts.value.status.value }
  }

  package static let initialStatus = {
    var status = PodStatus()
    status.phase = .pending
    return status
  }()

  package init(metadata: ObjectMeta, spec: PodSpec) {
    parts = Boxed(Parts(metadata: metadata, spec: Boxed(spec), status: Boxed(PodStatus())))
  }

  package init(metadata: ObjectMeta, body: Fields) {
    var reader = FieldReader(body)
    let spec = Boxed(reader.structure("spec") ?? PodSpec(fields: [:]))
    let status = Boxed(reader.structure("status") ?? PodStatus())
    parts = Boxed(Parts(metadata: metadata, spec: spec, status: status, other: reader.rest))
  }

  package var body: Fields {
    var out = parts.other
    out["spec"] = .object(spec.value.fields)
    out["status"] = .object(status.fields)
    return out
  }
}

extension Pod {
  /// Whether the Pod has ended and will not run again.
  ///
  /// Mirrors `podutil.IsPodTerminal`.
  package var isTerminal: Bool { parts.status.phase == .succeeded || parts.status.phase == .failed }

  /// Whether the Pod counts for a controller: neither ended nor being deleted.
  ///
  /// Mirrors `controller.IsPodActive`.
  package var isActive: Bool { !isTerminal && !metadata.isBeingDeleted }

  /// Whether condition Ready is True.
  ///
  /// Mirrors `podutil.IsPodReady`.
  package var isReady: Bool { parts.status.conditions.contains { $0.type == .ready && $0.status == .true } }

  /// Whether the Pod has been ready for at least `minReadySeconds`.
  ///
  /// Mirrors `podutil.IsPodAvailable`.
  package func isAvailable(minReadySeconds: Int, at now: Instant) -> Bool {
    guard isReady else { return false }
    guard minReadySeconds > 0 else { return true }
    guard let since = status.condition(.ready)?.lastTransitionTime else { return false }
    return since + .seconds(Int64(minReadySeconds)) <= now
  }
}
