/// How a command reaches files; the only way out of the simulator, handed in by the top layer.
package struct FileReader: Sendable {
  /// What a path stands for.
  package enum Entry: Hashable, Sendable {
    case file([UInt8])
    /// The names in a folder, in byte order.
    case folder([String])
    case missing
    /// It is there and cannot be read; the system's words.
    case unreadable(String)
  }

  package var read: @Sendable (_ path: String) -> Entry
  /// Files that can be read by a bare name wherever one is, in byte order.
  package var bareNames: [String]

  package init(bareNames: [String] = [], _ read: @escaping @Sendable (_ path: String) -> Entry) {
    self.bareNames = bareNames
    self.read = read
  }

  /// A reader that finds nothing.
  package static let none = FileReader { _ in .missing }

  /// The path that stands for what somebody types, for commands that read standard input at a prompt.
  package static let typed = "-"
}
