import Machinery
import Objects

/// Claims for storage, of which the simulated cluster has none: a Pod that names one waits for it.
///
/// Mirrors `PreFilter` of the plugin VolumeBinding.
enum VolumeBinding {
  /// What speaks against the Pod on any node; nil for nothing.
  static func refusal(of pod: Pod) -> SchedulingDecision.Rejection? {
    for volume in pod.spec.volumes {
      if let claim = volume["persistentVolumeClaim"]?["claimName"]?.string {
        return refusal("persistentvolumeclaim \(claim.goQuoted) not found")
      }
      if volume["ephemeral"] != nil {
        let claim = "\(pod.metadata.name)-\(volume["name"]?.string ?? "")"
        return refusal(
          "waiting for ephemeral volume controller to create the persistentvolumeclaim \(claim.goQuoted)"
        )
      }
    }
    return nil
  }

  private static func refusal(_ reason: String) -> SchedulingDecision.Rejection {
    SchedulingDecision.Rejection(filter: "VolumeBinding", reasons: [reason], isHopeless: true)
  }
}
