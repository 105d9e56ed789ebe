/// How a command writes a file; the only way out of a session, handed in by the top layer.
package struct FileWriter: Sendable {
  /// Writes `bytes` as the file `path`, in the place of one that is there; nil where it is written, else why it is not,
  /// in the system's words.
  package var write: @Sendable (_ path: String, _ bytes: [UInt8]) -> String?

  package init(_ write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> String?) { self.write = write }

  /// A writer that writes nothing.
  package static let none = FileWriter { _, _ in "Read-only file system" }
}
