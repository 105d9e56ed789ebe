import Basics
import Objects

/// Reads manifests as kubectl reads the files given with `-f`.
package enum ManifestReader {
  /// The deepest nesting that is read, which keeps what walks the values within the stack. It is libyaml's own limit.
  static let maxDepth = 1000

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
