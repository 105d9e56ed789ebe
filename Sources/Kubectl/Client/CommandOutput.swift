/// What one command answered: what it wrote to its two streams, and its exit code.
package struct CommandOutput: Hashable, Sendable {
  package enum Stream: Hashable, Sendable { case output, errors }

  /// What was written to one stream before something was written to the other.
  package struct Piece: Hashable, Sendable {
    package var stream: Stream
    package var text: String
  }

  /// In the order in which it was written: where both streams go to the same place, it is read so.
  package private(set) var pieces: [Piece] = []
  package var exit: Int32 = 0

  package init() {}

  package var stdout: String { text(of: .output) }
  package var stderr: String { text(of: .errors) }

  /// Both streams, as they are read where they go to the same place.
  package var text: String { pieces.map(\.text).joined() }

  private func text(of stream: Stream) -> String {
    pieces.lazy.filter { $0.stream == stream }.map(\.text).joined()
  }

  /// Adds `text` to a stream.
  package mutating func write(_ text: String, to stream: Stream = .output) {
    if text.isEmpty { return }
    if let last = pieces.indices.last, pieces[last].stream == stream {
      pieces[last].text += text
    } else {
      pieces.append(Piece(stream: stream, text: text))
    }
  }

  /// Adds a line to standard output.
  package mutating func print(_ line: String) { write(line + "\n") }

  /// Adds a line to standard error.
  package mutating func warn(_ line: String) { write(line + "\n", to: .errors) }

  /// Adds a line to standard error and makes the command a failed one.
  package mutating func fail(_ line: String, exit code: Int32 = 1) {
    warn(line)
    exit = code
  }

  /// Adds what another command answered.
  package mutating func append(_ other: CommandOutput) {
    for piece in other.pieces { write(piece.text, to: piece.stream) }
    if other.exit != 0 { exit = other.exit }
  }

  /// Writes all of it in another way, or what one stream has.
  package mutating func rewrite(_ stream: Stream? = nil, _ form: (String) -> String) {
    for index in pieces.indices where stream == nil || pieces[index].stream == stream {
      pieces[index].text = form(pieces[index].text)
    }
  }

  /// Hands on what was written so far, to be shown before the command is over.
  package mutating func take() -> CommandOutput {
    defer { pieces = [] }
    return self
  }
}
