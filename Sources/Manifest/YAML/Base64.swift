import Foundation

/// Base64 as `!!binary` uses it.
enum Base64 {
  /// The text in `encoded`, with U+FFFD for what is not UTF-8; nil for what is not base64.
  static func decode(_ encoded: String) -> String? {
    let letters = encoded.filter { !$0.isNewline }
    return Data(base64Encoded: letters).map { String(decoding: $0, as: UTF8.self) }
  }
}
