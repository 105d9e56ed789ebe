import Basics
import Objects

extension PodTemplate {
  /// A short name for this template: equal templates have equal ones, as long as `collisions` is the same.
  ///
  /// Mirrors `controller.ComputeHash`: 32 bits as a decimal number in safe letters. For a template with structures that
  /// `GoText` does not know the letters are others than Kubernetes'.
  func shortHash(collisions: Int? = nil) -> String {
    var hash = FowlerNollVo()
    hash.combine(GoText.podTemplate(self) ?? Value.object(fields).json)
    if let collisions { hash.combine(littleEndian: UInt32(truncatingIfNeeded: collisions)) }
    return Generator.safeEncoding(String(hash.value))
  }
}

/// The 32-bit FNV-1a hash, as `hash/fnv.New32a`.
private struct FowlerNollVo {
  private(set) var value: UInt32 = 0x811C_9DC5

  mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
  }

  /// As eight bytes, the upper four of which are 0.
  mutating func combine(littleEndian number: UInt32) {
    for shift in stride(from: 0, to: 64, by: 8) { combine(UInt8(truncatingIfNeeded: UInt64(number) >> UInt64(shift))) }
  }

  private mutating func combine(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
}
