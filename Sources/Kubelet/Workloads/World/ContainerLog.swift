package import Basics
import Objects

/// One line that a container wrote.
package struct LogLine: Hashable, Sendable {
  package var time: Instant
  package var text: String

  package init(time: Instant, text: String) {
    self.time = time
    self.text = text
  }
}

/// What one life of a container has written, in order; the oldest lines go once there are too many.
///
/// A kubelet rotates logs by size (10 MiB); here it is `limit` lines, so that a container that writes for days costs no
/// more than one that writes for an hour. Lines are kept in boxed pieces, so that a snapshot and the log that grows on
/// share all but the last piece.
package struct ContainerLog: Sendable {
  /// So many lines are kept at least, and not more than one piece beyond it.
  package static let limit = 5_000
  private static let pieceSize = 250

  private var pieces: [Boxed<[LogLine]>] = []
  private var rest: [LogLine] = []

  init() {}

  /// The lines that are kept, oldest first.
  package var lines: [LogLine] { pieces.flatMap(\.value) + rest }

  /// Adds a line; its time must not be before that of the last.
  mutating func append(_ line: LogLine) {
    rest.append(line)
    guard rest.count == ContainerLog.pieceSize else { return }
    pieces.append(Boxed(rest))
    rest.removeAll()
    if (pieces.count - 1) * ContainerLog.pieceSize >= ContainerLog.limit { pieces.removeFirst() }
  }

  /// Takes back what would have been written after `time`.
  mutating func cut(after time: Instant) {
    while let last = pieces.last, let line = last.value.last, line.time > time {
      pieces.removeLast()
      rest = last.value + rest
    }
    rest.removeAll { $0.time > time }
  }
}
