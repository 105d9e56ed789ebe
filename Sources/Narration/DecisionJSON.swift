import Machinery
import Objects

extension SchedulingDecision {
  var json: Fields {
    [
      "pod": RecordJSON.reference(pod),
      "nodes": .int(Int64(nodes)),
      "needsPreemption": .bool(needsPreemption),
      "node": node.map { .string($0) } ?? .null,
      "tied": .int(Int64(tied)),
      "verdicts": .array(verdicts.map { .object($0.json) }),
    ]
  }
}

extension SchedulingDecision.Verdict {
  fileprivate var json: Fields {
    var out: Fields = ["node": .string(node), "total": .int(Int64(total))]
    if let rejection {
      out["filter"] = .string(rejection.filter)
      out["reasons"] = .array(rejection.reasons.map(Value.string))
      out["hopeless"] = .bool(rejection.isHopeless)
    }
    if let points {
      out["scores"] = .object(Fields(points.named.map { ($0.plugin, .int(Int64($0.points))) }))
    }
    return out
  }
}

extension GarbageDecision {
  var json: Fields {
    var out: Fields = [
      "owners": .array(
        owners.map { owner in
          [
            "kind": .string(owner.reference.kind), "name": .string(owner.reference.name),
            "state": .string(owner.state.rawValue),
          ]
        }
      )
    ]
    switch verdict {
    case .delete: out["verdict"] = "delete"
    case .dropReferences: out["verdict"] = "dropReferences"
    case .release: out["verdict"] = "release"
    case .orphan(let dependents):
      out["verdict"] = "orphan"
      out["dependents"] = .array(dependents.map { RecordJSON.reference($0.id) })
    case .await(let dependents):
      out["verdict"] = "await"
      out["dependents"] = .array(dependents.map { RecordJSON.reference($0.id) })
    }
    return out
  }
}
