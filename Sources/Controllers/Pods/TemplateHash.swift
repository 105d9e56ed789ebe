import Basics
import Objects

extension PodTemplate {
  /// A short name for this template: equal templates have equal ones, as long as `collisions` is the same.
  ///
  /// Mirrors `controller.ComputeHash`: 32 bits as a decimal number in safe letters. The letters themselves are others
  /// than Kubernetes', which hashes Go's own print-out of the structure.
  func shortHash(collisions: Int? = nil) -> String {
    var hasher = StableHasher()
    Value.object(fields).hash(into: &hasher)
    if let collisions { hasher.combine(collisions) }
    let folded = UInt32(truncatingIfNeeded: hasher.value ^ (hasher.value >> 32))
    return Generator.safeEncoding(String(folded))
  }
}
