/// A DaemonSet: keeps one Pod on each node that fits its template.
package struct DaemonSet: SpecAndStatus, Equatable {
  package static let kind = Kind.daemonSet
  package var metadata: ObjectMeta
  package var spec: DaemonSetSpec
  package var status = DaemonSetStatus()
  package var other = Fields()

  /// Counts the changes of the template; the API server keeps it.
  package static let templateGeneration = "deprecated.daemonset.template.generation"

  package init(metadata: ObjectMeta, spec: DaemonSetSpec) {
    self.metadata = metadata
    self.spec = spec
  }
}

/// `spec` of a DaemonSet.
package struct DaemonSetSpec: Hashable, Sendable, FieldCodable {
  /// What happens to Pods of an old template.
  package enum Strategy: Hashable, Sendable {
    /// They stay until somebody deletes them.
    case onDelete
    case rollingUpdate(maxUnavailable: IntOrPercent, maxSurge: IntOrPercent)
  }

  package var minReadySeconds: Int
  package var revisionHistoryLimit: Int
  package var selector: LabelSelector
  package var template: PodTemplate
  package var updateStrategy: Strategy
  package var other: Fields

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    minReadySeconds = reader.int("minReadySeconds") ?? 0
    revisionHistoryLimit = reader.int("revisionHistoryLimit") ?? 10
    selector = reader.structure("selector") ?? LabelSelector(fields: [:])
    template = reader.structure("template") ?? PodTemplate(fields: [:])
    let strategy = reader.fields("updateStrategy") ?? [:]
    if strategy["type"] == "OnDelete" {
      updateStrategy = .onDelete
    } else {
      let limits = strategy["rollingUpdate"]
      updateStrategy = .rollingUpdate(
        maxUnavailable: IntOrPercent(limits?["maxUnavailable"]) ?? .count(1),
        maxSurge: IntOrPercent(limits?["maxSurge"]) ?? .count(0)
      )
    }
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out.setNonZero("minReadySeconds", minReadySeconds)
    out["revisionHistoryLimit"] = .int(Int64(revisionHistoryLimit))
    out["selector"] = .object(selector.fields)
    out["template"] = .object(template.fields)
    switch updateStrategy {
    case .onDelete: out["updateStrategy"] = ["type": "OnDelete"]
    case .rollingUpdate(let unavailable, let surge):
      out["updateStrategy"] = [
        "type": "RollingUpdate",
        "rollingUpdate": ["maxUnavailable": unavailable.value, "maxSurge": surge.value],
      ]
    }
    return out
  }
}

/// `status` of a DaemonSet.
package struct DaemonSetStatus: Hashable, Sendable, FieldCodable {
  /// Nodes that should have a Pod of it, and have one.
  package var currentNumberScheduled = 0
  /// Nodes that have one and should not.
  package var numberMisscheduled = 0
  /// Nodes that should have one.
  package var desiredNumberScheduled = 0
  package var numberReady = 0
  package var updatedNumberScheduled = 0
  package var numberAvailable = 0
  package var numberUnavailable = 0
  package var observedGeneration = 0
  /// `collisionCount`, `conditions`: nothing here sets them.
  package var other = Fields()

  package init() {}

  package init(fields: Fields) {
    var reader = FieldReader(fields)
    currentNumberScheduled = reader.int("currentNumberScheduled") ?? 0
    numberMisscheduled = reader.int("numberMisscheduled") ?? 0
    desiredNumberScheduled = reader.int("desiredNumberScheduled") ?? 0
    numberReady = reader.int("numberReady") ?? 0
    updatedNumberScheduled = reader.int("updatedNumberScheduled") ?? 0
    numberAvailable = reader.int("numberAvailable") ?? 0
    numberUnavailable = reader.int("numberUnavailable") ?? 0
    observedGeneration = reader.int("observedGeneration") ?? 0
    other = reader.rest
  }

  package var fields: Fields {
    var out = other
    out["currentNumberScheduled"] = .int(Int64(currentNumberScheduled))
    out["numberMisscheduled"] = .int(Int64(numberMisscheduled))
    out["desiredNumberScheduled"] = .int(Int64(desiredNumberScheduled))
    out["numberReady"] = .int(Int64(numberReady))
    out.setNonZero("updatedNumberScheduled", updatedNumberScheduled)
    out.setNonZero("numberAvailable", numberAvailable)
    out.setNonZero("numberUnavailable", numberUnavailable)
    out.setNonZero("observedGeneration", observedGeneration)
    return out
  }
}
