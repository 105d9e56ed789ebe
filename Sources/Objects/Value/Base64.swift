/// Standard base64 with padding.
package enum Base64 {
  /// Where `text` stops being base64, as Go's `encoding/base64` counts; nil where it is.
  static func firstError(in text: String) -> Int? {
    let bytes = text.utf8.filter { $0 != 10 && $0 != 13 }
    let body = bytes.prefix { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "/")
    }
    let padding = bytes.dropFirst(body.count)
    let needed = (4 - body.count % 4) % 4
    if needed == 3 { return padding.isEmpty ? body.count - 1 : body.count }
    if padding.allSatisfy({ $0 == UInt8(ascii: "=") }), padding.count == needed { return nil }
    return padding.isEmpty ? body.count / 4 * 4 : body.count
  }

  /// The base64 of text.
  package static func encode(_ text: String) -> String { encode(Array(text.utf8)) }

  /// The base64 of bytes.
  package static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var out = ""
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let group = Array(bytes.prefix(3))
      bytes = bytes.dropFirst(3)
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 { out.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : "=") }
    }
    return out
  }

  /// The text that base64 stands for; nil where it is none, or no UTF-8.
  package static func decode(_ text: String) -> String? {
    guard firstError(in: text) == nil else { return nil }
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in text.utf8 {
      guard let value = value(of: byte) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
      }
      bits &= 0xFFFF
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
