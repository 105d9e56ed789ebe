/// A 64-bit hash that is the same in every process and on every machine (FNV-1a), unlike `Hasher`.
package struct StableHasher: Sendable {
  package private(set) var value: UInt64

  package init() { value = 0xCBF2_9CE4_8422_2325 }

  /// One that goes on where another one's `value` was that.
  package init(continuing value: UInt64) { self.value = value }

  package mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  package mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(0xFF as UInt8)
  }

  package mutating func combine(_ number: Int64) {
    var rest = UInt64(bitPattern: number)
    for _ in 0..<8 {
      combine(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  package mutating func combine(_ number: Int) { combine(Int64(number)) }

  package mutating func combine(_ flag: Bool) { combine(flag ? 1 : 0 as UInt8) }
}
