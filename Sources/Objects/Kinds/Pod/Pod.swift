package import Basics

/// A Pod: one or more containers that are scheduled together onto a node.
package struct Pod: StatusHolder, Equatable {
  package static let kind = Kind.pod
  package var metadata: ObjectMeta
  package var spec: Boxed<PodSpec>
  package var status: PodStatus
  package var other = Fields()

  package static let initialStatus = {
    var status = PodStatus()
    status.phase = .pending
    return status
  }()

  package init(metadata: ObjectMeta, spec: PodSpec) {
    self.metadata = metadata
    self.spec = Boxed(spec)
    status = PodStatus()
  }

  package init(metadata: ObjectMeta, body: Fields) {
    var reader = FieldReader(body)
    self.metadata = metadata
    spec = Boxed(reader.structure("spec") ?? PodSpec(fields: [:]))
    status = reader.structure("status") ?? PodStatus()
    other = reader.rest
  }

  package var body: Fields {
    var out = other
    out["spec"] = .object(spec.value.fields)
    out["status"] = .object(status.fields)
    return out
  }
}

extension Pod {
  /// Whether the Pod has ended and will not run again.
  ///
  /// Mirrors `podutil.IsPodTerminal`.
  package var isTerminal: Bool { status.phase == .succeeded || status.phase == .failed }

  /// Whether the Pod counts for a controller: neither ended nor being deleted.
  ///
  /// Mirrors `controller.IsPodActive`.
  package var isActive: Bool { !isTerminal && !metadata.isBeingDeleted }

  /// Whether condition Ready is True.
  ///
  /// Mirrors `podutil.IsPodReady`.
  package var isReady: Bool { status.condition(.ready)?.status == .true }

  /// Whether the Pod has been ready for at least `minReadySeconds`.
  ///
  /// Mirrors `podutil.IsPodAvailable`.
  package func isAvailable(minReadySeconds: Int, at now: Instant) -> Bool {
    guard let ready = status.condition(.ready), ready.status == .true else { return false }
    guard minReadySeconds > 0 else { return true }
    guard let since = ready.lastTransitionTime else { return false }
    return since + .seconds(Int64(minReadySeconds)) <= now
  }
}
