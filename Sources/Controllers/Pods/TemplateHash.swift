import Basics
import Objects

extension PodTemplate {
  /// A short name for this template: equal templates have equal ones.
  ///
  /// Mirrors `controller.ComputeHash`: 32 bits as a decimal number in safe letters. The letters themselves are others
  /// than Kubernetes', which hashes Go's own print-out of the structure.
  var shortHash: String {
    var hasher = StableHasher()
    Value.object(fields).hash(into: &hasher)
    let folded = UInt32(truncatingIfNeeded: hasher.value ^ (hasher.value >> 32))
    return Generator.safeEncoding(String(folded))
  }
}
