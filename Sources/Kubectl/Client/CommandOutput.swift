package import Narration

/// What one command answered: what it wrote to its two streams, and its exit code.
package struct CommandOutput: Hashable, Sendable {
  package enum Stream: Hashable, Sendable { case output, errors }

  /// What was written to one stream before something else was written.
  package struct Piece: Hashable, Sendable {
    package var stream: Stream
    package var text: String
    /// Whether these are sentences, which a narrow terminal folds. Manifests, logs and differences are data, which it
    /// leaves alone.
    package var isSaid: Bool
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

  /// Adds data to a stream.
  package mutating func write(_ text: String, to stream: Stream = .output) {
    add(Piece(stream: stream, text: text, isSaid: false))
  }

  /// Adds whole lines of sentences to a stream.
  package mutating func say(_ text: String, to stream: Stream = .output) {
    add(Piece(stream: stream, text: text, isSaid: true))
  }

  private mutating func add(_ piece: Piece) {
    if piece.text.isEmpty { return }
    if let last = pieces.indices.last, pieces[last].stream == piece.stream, pieces[last].isSaid == piece.isSaid {
      pieces[last].text += piece.text
    } else {
      pieces.append(piece)
    }
  }

  /// Adds a line to standard output.
  package mutating func print(_ line: String) { say(line + "\n") }

  /// Adds a line to standard error.
  package mutating func warn(_ line: String) { say(line + "\n", to: .errors) }

  /// Adds a line to standard error and makes the command a failed one.
  package mutating func fail(_ line: String, exit code: Int32 = 1) {
    warn(line)
    exit = code
  }

  /// Adds what another command answered.
  package mutating func append(_ other: CommandOutput) {
    for piece in other.pieces { add(piece) }
    if other.exit != 0 { exit = other.exit }
  }

  /// Folds the sentences where they are longer than the lines of `layout`.
  package mutating func fold(in layout: Layout) {
    for index in pieces.indices where pieces[index].isSaid { pieces[index].text = layout.folded(pieces[index].text) }
  }

  /// Hands on what was written so far, to be shown before the command is over.
  package mutating func take() -> CommandOutput {
    defer { pieces = [] }
    return self
  }
}
