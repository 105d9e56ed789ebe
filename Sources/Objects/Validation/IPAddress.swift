/// An address of the Internet Protocol as Kubernetes reads it.
///
/// Mirrors `netutils.ParseIPSloppy`: zeros may stand before the numbers of an IPv4 address.
struct IPAddress: Hashable {
  enum Family: String {
    case four = "IPv4"
    case six = "IPv6"
  }

  let family: Family
  /// Four or sixteen.
  private let bytes: [UInt8]

  init?(_ text: String) {
    if !text.contains(":") {
      guard let bytes = IPAddress.four(text) else { return nil }
      (family, self.bytes) = (.four, bytes)
    } else {
      guard let bytes = IPAddress.six(text) else { return nil }
      (family, self.bytes) = (.six, bytes)
    }
  }

  /// Reads `10.0.0.0/8`; the number of bits is checked, not what is set behind them.
  static func isNetwork(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let address = IPAddress(parts[0]), !parts[1].isEmpty, parts[1].utf8.allSatisfy(isDigit),
      let bits = Int(parts[1])
    else { return false }
    return bits <= address.bytes.count * 8
  }

  /// Why no traffic can be sent there from outside; nil for other addresses.
  ///
  /// Mirrors `ValidateNonSpecialIP`.
  var special: String? {
    let first = bytes[0]
    let second = bytes[1]
    let last = bytes.last ?? 0
    let isShort = bytes.dropLast().allSatisfy { $0 == 0 }
    if isShort, last == 0 { return "may not be unspecified (0.0.0.0 or ::)" }
    if family == .four ? first == 127 : isShort && last == 1 {
      return "may not be in the loopback range (127.0.0.0/8, ::1/128)"
    }
    if family == .four ? first == 169 && second == 254 : first == 0xFE && second & 0xC0 == 0x80 {
      return "may not be in the link-local range (169.254.0.0/16, fe80::/10)"
    }
    if family == .four ? first == 224 && second == 0 && bytes[2] == 0 : first == 0xFF && second & 0x0F == 2 {
      return "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func four(_ text: String) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bytes: [UInt8] = []
    for part in parts {
      guard !part.isEmpty, part.utf8.allSatisfy(isDigit), let byte = UInt8(part) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static func six(_ text: String) -> [UInt8]? {
    let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard halves.count <= 2, let head = groups(halves[0]) else { return nil }
    guard halves.count == 2 else { return head.count == 16 ? head : nil }
    guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
    return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
  }

  /// Groups of four digits; the last may be an IPv4 address.
  private static func groups(_ text: String) -> [UInt8]? {
    if text.isEmpty { return [] }
    var bytes: [UInt8] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    for (index, part) in parts.enumerated() {
      if part.contains(".") {
        guard index == parts.count - 1, let four = four(part) else { return nil }
        bytes += four
      } else {
        let isHex = part.utf8.allSatisfy { isDigit($0) || (97...102).contains($0 | 32) }
        guard (1...4).contains(part.utf8.count), isHex, let number = UInt16(part, radix: 16) else { return nil }
        bytes += [UInt8(number >> 8), UInt8(number & 0xFF)]
      }
    }
    return bytes
  }
}

extension Validator {
  /// Refuses a text that is no address; the address.
  @discardableResult
  mutating func address(_ text: String, _ path: FieldPath) -> IPAddress? {
    if let address = IPAddress(text) { return address }
    invalid(path, .string(text), "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")
    return nil
  }

  mutating func network(_ text: String, _ path: FieldPath) {
    guard !IPAddress.isNetwork(text) else { return }
    invalid(path, .string(text), "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)")
  }
}
