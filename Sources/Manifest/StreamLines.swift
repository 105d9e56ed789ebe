import Basics

/// Splits a stream into the documents that `---` lines separate.
///
/// Mirrors `YAMLReader` of apimachinery's util/yaml: a separator is a line that starts with `---` and has nothing but a
/// comment behind; one that comes before any other line stays part of its document.
struct StreamLines {
  /// The lines of one document, each ended by a line feed.
  struct Chunk {
    var bytes: [UInt8] = []
    /// The line of the whole stream, from 1, on which the chunk begins.
    var firstLine: Int
  }

  private let bytes: [UInt8]
  private var offset: Int
  private var line: Int

  /// Starts at `offset`, which is in line `line` of the stream.
  init(_ bytes: [UInt8], offset: Int, line: Int) {
    self.bytes = bytes
    self.offset = offset
    self.line = line
  }

  /// The next document; nil at the end.
  mutating func next() throws(ManifestError) -> Chunk? {
    var chunk = Chunk(firstLine: line)
    while let text = nextLine() {
      if text.starts(with: Array("---".utf8)) {
        let rest = String(decoding: text.dropFirst(3), as: UTF8.self).trimmingGoSpace()
        guard rest.isEmpty || rest.hasPrefix("#") else {
          throw .separator(text: rest, position: SourcePosition(line: line - 1, column: 1))
        }
        if !chunk.bytes.isEmpty { return chunk }
      }
      chunk.bytes += text
      chunk.bytes.append(UInt8(ascii: "\n"))
    }
    return chunk.bytes.isEmpty ? nil : chunk
  }

  /// The next line without its end, which may be that of Windows.
  private mutating func nextLine() -> ArraySlice<UInt8>? {
    guard offset < bytes.count else { return nil }
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    var text = bytes[offset..<end]
    if end < bytes.count, text.last == UInt8(ascii: "\r") { text.removeLast() }
    offset = end + 1
    line += 1
    return text
  }
}

extension String {
  /// This text without the white space around it, as Go's `strings.TrimSpace`.
  func trimmingGoSpace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
