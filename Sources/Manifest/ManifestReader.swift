import Basics
import Objects

/// Reads manifests as kubectl reads the files given with `-f`.
package enum ManifestReader {
  /// The documents of a YAML or JSON stream, in order.
  ///
  /// Empty documents are passed over. kubectl stops at the first document that it cannot read, so an error is the last
  /// element, behind the documents that came before it. Any text gives an answer, never a trap.
  package static func documents(_ text: String) -> [Result<ManifestDocument, ManifestError>] {
    documents(bytes: Array(text.utf8))
  }

  /// The same for bytes as they were read: what is not UTF-8 becomes U+FFFD, a byte order mark is dropped.
  package static func documents(bytes: [UInt8]) -> [Result<ManifestDocument, ManifestError>] {
    var stream = ManifestStream(bytes)
    var results: [Result<ManifestDocument, ManifestError>] = []
    do throws(ManifestError) {
      while let document = try stream.next() {
        if !document.value.isNull { results.append(.success(document)) }
      }
    } catch {
      results.append(.failure(error))
    }
    return results
  }
}

/// The documents of a stream, one at a time.
private struct ManifestStream {
  private var lines: StreamLines

  init(_ input: [UInt8]) {
    var text = String(decoding: input, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    lines = StreamLines(Array(text.utf8), offset: 0, line: 1)
  }

  mutating func next() throws(ManifestError) -> ManifestDocument? {
    guard let chunk = try lines.next() else { return nil }
    return try YAMLComposer.document(chunk)
  }
}
