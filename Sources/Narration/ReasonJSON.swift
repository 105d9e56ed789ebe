import Machinery
import Objects

extension NodeRejection {
  var json: Fields {
    switch self {
    case .name(let name): ["rule": "nodeName", "nodeName": .string(name)]
    case .selection: ["rule": "nodeSelector"]
    case .taint(let taint): ["rule": "taint", "taint": .object(taint.fields)]
    }
  }
}

extension DeletionReason {
  var json: Fields {
    switch self {
    case .surplus(let rank): ["reason": "surplus", "rank": .int(Int64(rank))]
    case .ended(let phase): ["reason": "ended", "phase": .string(phase.rawValue)]
    case .nodeRejects(let rejection): ["reason": "nodeRejects", "rejection": .object(rejection.json)]
    case .nodeIsGone(let node): ["reason": "nodeIsGone", "node": .string(node)]
    case .duplicate: ["reason": "duplicate"]
    case .outdated: ["reason": "outdated"]
    case .beyondHistoryLimit(let limit): ["reason": "beyondHistoryLimit", "limit": .int(Int64(limit))]
    case .expired: ["reason": "expired"]
    case .jobEnds(let reason): ["reason": "jobEnds", "condition": .string(reason)]
    case .suspended: ["reason": "suspended"]
    }
  }
}

extension UpdateReason {
  var json: Fields {
    switch self {
    case .revision(let number): ["reason": "revision", "revision": .int(Int64(number))]
    }
  }
}
