package import Basics
package import Objects

/// One document of a manifest: what kubectl would send, and where in the text each part of it was written.
package struct ManifestDocument: Sendable {
  /// The document as JSON values.
  package let value: Value
  /// The line of the whole text, from 1, on which the document's part of the stream begins.
  package let firstLine: Int
  let places: SourceMap

  init(value: Value, firstLine: Int, places: SourceMap) {
    self.value = value
    self.firstLine = firstLine
    self.places = places
  }

  /// Where the field `path` was written, in lines of the whole text.
  ///
  /// `path` is a path as the API server and kubectl write it: `spec.containers[0].image`. For a field that is not
  /// in the text (a missing one, or one that an alias brought) the answer is the nearest field around it.
  package func position(of path: String) -> SourcePosition {
    places.position(of: path)
  }
}
