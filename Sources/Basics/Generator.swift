/// A seeded generator of random numbers (SplitMix64): the same seed gives the same numbers on every machine.
///
/// The standard library's `random(in:using:)` may change between releases; `below(_:)` may not.
package struct Generator: Hashable, Sendable {
  package private(set) var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `bound`.
  package mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a bound must be positive")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The suffix of a generated name, from the alphabet that Kubernetes uses so that no words arise.
  ///
  /// Mirrors `k8s.io/apimachinery/pkg/util/rand.String`.
  package mutating func suffix(length: Int = 5) -> String {
    var text = ""
    for _ in 0..<length { text.unicodeScalars.append(Generator.alphabet[below(Generator.alphabet.count)]) }
    return text
  }

  /// `text` with each of its bytes replaced by a letter of that alphabet: how a hash becomes part of a name.
  ///
  /// Mirrors `rand.SafeEncodeString`.
  package static func safeEncoding(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 { encoded.unicodeScalars.append(alphabet[Int(byte) % alphabet.count]) }
    return encoded
  }

  private static let alphabet = Array("bcdfghjklmnpqrstvwxz2456789".unicodeScalars)

  /// A random (version 4) UUID as API servers give to objects.
  package mutating func uuid() -> String {
    let high = (next() & ~0xF000) | 0x4000
    let low = (next() & ~(0xC0 << 56)) | (0x80 << 56)
    var digits = Array((hex(high) + hex(low)).utf8)
    for place in [20, 16, 12, 8] { digits.insert(UInt8(ascii: "-"), at: place) }
    return String(decoding: digits, as: UTF8.self)
  }
}

/// `number` as sixteen lower-case hexadecimal digits.
package func hex(_ number: UInt64) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let places = stride(from: 60, through: 0, by: -4)
  return String(decoding: places.map { digits[Int(truncatingIfNeeded: number >> $0) & 0xF] }, as: UTF8.self)
}
