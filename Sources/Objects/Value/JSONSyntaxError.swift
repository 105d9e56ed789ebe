package import Basics

/// Why a text is not JSON, and where.
///
/// The messages are those of Go's `encoding/json` scanner, which kubectl and the API server print.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// A byte that cannot stand where it is; `context` completes `invalid character 'x' …`.
    case invalidCharacter(UInt8, context: String)
    case unexpectedEnd
    /// More than 10000 open arrays and objects.
    case tooDeep
    /// A number that no 64-bit floating point number is close to, as it was written.
    case numberOutOfRange(String)
  }

  package var problem: Problem
  package var position: SourcePosition
  /// Bytes from the start of the text to the one at fault.
  package var offset: Int

  /// The text without its place.
  package var text: String {
    switch problem {
    case .invalidCharacter(let byte, let context):
      "invalid character \(JSONSyntaxError.quoted(byte)) \(context)"
    case .unexpectedEnd: "unexpected end of JSON input"
    case .tooDeep: "exceeded max depth"
    case .numberOutOfRange(let number): "json: cannot unmarshal number \(number) into Go value of type float64"
    }
  }

  /// Mirrors `quoteChar` of `encoding/json`: the byte as a Latin-1 character in single quotes.
  private static func quoted(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "'"): return #"'\''"#
    case UInt8(ascii: "\""): return #"'"'"#
    case UInt8(ascii: "\\"): return #"'\\'"#
    case 7: return #"'\a'"#
    case 8: return #"'\b'"#
    case 9: return #"'\t'"#
    case 10: return #"'\n'"#
    case 11: return #"'\v'"#
    case 12: return #"'\f'"#
    case 13: return #"'\r'"#
    case 0..<32, 127: return #"'\x"# + hex(byte, width: 2) + "'"
    case 128..<161, 173: return #"'\u"# + hex(byte, width: 4) + "'"
    default: return "'\(Character(Unicode.Scalar(byte)))'"
    }
  }

  private static func hex(_ byte: UInt8, width: Int) -> String {
    let digits = String(byte, radix: 16)
    return String(repeating: "0", count: width - digits.count) + digits
  }
}
