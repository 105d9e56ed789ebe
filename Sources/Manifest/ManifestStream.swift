import Basics
import Objects

/// The documents of a stream, one at a time.
///
/// Mirrors `YAMLOrJSONDecoder` of apimachinery's util/yaml: a stream that begins with `{` is read as JSON values one
/// after another, until the first or second of them turns out to be none; from there on it is YAML.
struct ManifestStream {
  private let bytes: [UInt8]
  /// Where the next JSON value begins.
  private var offset = 0
  private var line = 1
  private var valueCount = 0
  /// The rest of the stream once it is known to be YAML.
  private var lines: StreamLines?

  init(_ input: [UInt8]) {
    var text = String(decoding: input, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    bytes = Array(text.utf8)
    let first = bytes.first { !ManifestStream.isSpace($0) }
    if first != UInt8(ascii: "{") { lines = StreamLines(bytes, offset: 0, line: 1) }
  }

  /// The next document, whose value can be null; nil at the end.
  mutating func next() throws(ManifestError) -> ManifestDocument? {
    if lines != nil { return try nextYAML() }
    advance(to: bytes[offset...].firstIndex { !ManifestStream.isSpace($0) } ?? bytes.count)
    guard offset < bytes.count else { return nil }
    let end = try endOfValue()
    do throws(JSONSyntaxError) {
      let text = Array(bytes[offset..<end])
      let value = try JSONText.parse(bytes: text)
      let document = ManifestDocument(value: value, firstLine: line, places: places(of: text))
      valueCount += 1
      advance(to: end)
      return document
    } catch {
      let failure = failure(error)
      if valueCount > 1 { throw failure }
      lines = StreamLines(bytes, offset: offset, line: line)
      do throws(ManifestError) {
        return try nextYAML()
      } catch {
        throw failure
      }
    }
  }

  private mutating func nextYAML() throws(ManifestError) -> ManifestDocument? {
    guard let chunk = try lines?.next() else { return nil }
    return try YAMLComposer.document(chunk)
  }

  /// JSON is YAML but for details of its strings, so YAML's parser knows the places of the fields.
  private func places(of text: [UInt8]) -> SourceMap {
    let document = try? YAMLComposer.document(StreamLines.Chunk(bytes: text, firstLine: line))
    return document?.places ?? SourceMap(root: SourcePosition(line: line, column: 1))
  }

  private func failure(_ error: JSONSyntaxError) -> ManifestError {
    let position = SourcePosition(line: line + error.position.line - 1, column: error.position.column)
    // Go counts the byte at fault as read, and forgets the place once it has seen two values.
    let isPlaced = valueCount <= 1 && error.problem != .unexpectedEnd
    return .json(error, offset: isPlaced ? offset + error.offset + 1 : nil, position: position)
  }

  private mutating func advance(to end: Int) {
    line += bytes[offset..<end].count { $0 == UInt8(ascii: "\n") }
    offset = end
  }

  /// The end of the object or array that begins at `offset`: behind the bracket that closes it, or that of the stream.
  private func endOfValue() throws(ManifestError) -> Int {
    var depth = 0
    var isString = false
    var isEscaped = false
    for index in offset..<bytes.count {
      switch bytes[index] {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\") where isString: isEscaped = true
      case UInt8(ascii: "\""): isString.toggle()
      case _ where isString: break
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth > ManifestReader.maxDepth { throw .tooDeep(position: position(of: index)) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return index + 1 }
      default: break
      }
    }
    return bytes.count
  }

  /// The place of the byte at `index`, which is not before `offset`.
  private func position(of index: Int) -> SourcePosition {
    let lines = bytes[..<index].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = String(decoding: lines.last ?? [], as: UTF8.self).unicodeScalars.count + 1
    return SourcePosition(line: lines.count, column: column)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }
}
