import Machinery
import Objects

extension NodeRejection {
  var json: Fields {
    switch self {
    case .name(let name): ["rule": "nodeName", "nodeName": .string(name)]
    case .selection: ["rule": "nodeSelector"]
    case .hostPorts: ["rule": "hostPorts"]
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
    case .namespaceTerminates: ["reason": "namespaceTerminates"]
    case .jobEnds(let reason): ["reason": "jobEnds", "condition": .string(reason)]
    case .suspended: ["reason": "suspended"]
    }
  }
}

extension UpdateReason {
  var json: Fields {
    switch self {
    case .revision(let number): ["reason": "revision", "revision": .int(Int64(number))]
    case .followsOwner: ["reason": "followsOwner"]
    case .scaled(let from, let to, let why):
      ["reason": "scaled", "from": .int(Int64(from)), "to": .int(Int64(to)), "because": .object(why.json)]
    }
  }
}

extension ScaleReason {
  fileprivate var json: Fields {
    switch self {
    case .surge(let limit): ["reason": "surge", "limit": .int(Int64(limit))]
    case .beyondReplicas: ["reason": "beyondReplicas"]
    case .unavailable(let count): ["reason": "unavailable", "count": .int(Int64(count))]
    case .spare(let available, let minimum):
      ["reason": "spare", "available": .int(Int64(available)), "minimum": .int(Int64(minimum))]
    case .recreateOld: ["reason": "recreateOld"]
    case .recreateNew: ["reason": "recreateNew"]
    case .deploymentScaled: ["reason": "deploymentScaled"]
    case .share(let total): ["reason": "share", "total": .int(Int64(total))]
    case .saturated: ["reason": "saturated"]
    }
  }
}
