import Machinery
import Objects

extension PodTemplate {
  /// A new Pod made from this template, owned by `owner`; the API server gives it its name.
  ///
  /// Mirrors `controller.GetPodFromTemplate`.
  func pod(ownedBy owner: ObjectMeta, kind: Kind) -> Pod {
    var metadata = ObjectMeta()
    metadata.generateName = owner.name + "-"
    metadata.namespace = owner.namespace
    metadata.labels = self.metadata.labels
    metadata.annotations = self.metadata.annotations
    metadata.finalizers = self.metadata.finalizers
    metadata.ownerReferences = [OwnerReference(controller: kind, owner)]
    return Pod(metadata: metadata, spec: spec)
  }
}

/// Batches for creating many Pods: 1, 2, 4, 8 …, so that an error that all would meet is met once.
///
/// Mirrors `controller.slowStartBatch` with its initial size of 1.
enum SlowStart {
  /// The batch number of each of `count` creations, starting with batch `first`.
  static func batches(_ count: Int, first: Int) -> [Int] {
    var out: [Int] = []
    var size = 1
    var batch = first
    while out.count < count {
      out += Array(repeating: batch, count: min(size, count - out.count))
      size *= 2
      batch += 1
    }
    return out
  }
}
