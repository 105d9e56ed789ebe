import Basics

/// The switches of Kubernetes' components that can be set here.
package struct FeatureGates: Hashable, Sendable {
  /// Whether daemon Pods are bound by the scheduler; without it the DaemonSet controller binds them itself, as it did
  /// before Kubernetes v1.12.
  package var scheduleDaemonSetPods = true

  package init() {}

  /// Sets the gates that `text` names: `ScheduleDaemonSetPods=false`, several with commas between them.
  ///
  /// Mirrors `featuregate.featureGate.Set`.
  package mutating func set(_ text: String) throws(FeatureGateError) {
    var changed = self
    for setting in text.split(separator: ",") {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw .missingValue(parts[0]) }
      guard let isOn = FeatureGates.truth[parts[1]] else { throw .invalidValue(gate: parts[0], value: parts[1]) }
      guard parts[0] == FeatureGates.daemonSetPods else { throw .unrecognized(parts[0]) }
      changed.scheduleDaemonSetPods = isOn
    }
    self = changed
  }

  /// Each gate with its value, as it is typed.
  package var text: String { "\(FeatureGates.daemonSetPods)=\(scheduleDaemonSetPods)" }

  /// All that can be set, as it is typed.
  package static let settings = ["\(daemonSetPods)=false", "\(daemonSetPods)=true"]

  private static let daemonSetPods = "ScheduleDaemonSetPods"

  /// What Go's `strconv.ParseBool` reads.
  private static let truth: [String: Bool] = [
    "1": true, "t": true, "T": true, "true": true, "TRUE": true, "True": true,
    "0": false, "f": false, "F": false, "false": false, "FALSE": false, "False": false,
  ]
}

/// Why feature gates could not be set.
package enum FeatureGateError: Error, Hashable, Sendable {
  case missingValue(String)
  case invalidValue(gate: String, value: String)
  case unrecognized(String)

  /// In the words of Kubernetes' components.
  package var text: String {
    switch self {
    case .missingValue(let gate): "missing bool value for \(gate)"
    case .invalidValue(let gate, let value):
      "invalid value of \(gate)=\(value), err: strconv.ParseBool: parsing \"\(value)\": invalid syntax"
    case .unrecognized(let gate): "unrecognized feature gate: \(gate)"
    }
  }
}
