/// One word of a typed line, with its place.
package struct Word: Hashable, Sendable {
  /// The word without its quotes.
  package var text: String
  /// Where it stands in the line, quotes included, in UTF-8 bytes.
  package var range: Range<Int>

  package init(_ text: String, at range: Range<Int>) {
    self.text = text
    self.range = range
  }
}

/// One typed line as a shell would hand it to a command.
package struct ShellLine: Hashable, Sendable {
  /// `NAME=value` in front of the command, as in `KUBE_EDITOR=… edit`.
  package struct Assignment: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  package var assignments: [Assignment] = []
  package var words: [Word] = []
  /// The file after `<`, which becomes standard input.
  package var input: Word?

  package init() {}

  /// The words without a leading `kubectl` or `k`, which may be typed or left out.
  package var command: ArraySlice<Word> {
    switch words.first?.text {
    case "kubectl", "k": words.dropFirst()
    default: words[...]
    }
  }
}

/// What a line asks of a shell that is not offered here, or what it leaves open.
package enum ShellWordsError: Error, Hashable, Sendable {
  /// `character` is the quote; `offset` its place in UTF-8 bytes.
  case openQuote(character: Character, offset: Int)
  case openBackslash(offset: Int)
  /// `what` is the operator as typed: `|`, `$(`, `>` …
  case unsupported(what: String, offset: Int)
  case missingInputFile(offset: Int)
  case secondInputFile(offset: Int)

  /// The place in the line, in UTF-8 bytes.
  package var offset: Int {
    switch self {
    case .openQuote(_, let offset), .openBackslash(let offset), .unsupported(_, let offset),
      .missingInputFile(let offset), .secondInputFile(let offset):
      offset
    }
  }

  package var message: String {
    switch self {
    case .openQuote(let character, _): "error: the quote \(character) is never closed"
    case .openBackslash: "error: a backslash at the end of the line has nothing to escape"
    case .unsupported(let what, _):
      "error: not simulated: \(what) of a shell (put it in single quotes to pass it to the command)"
    case .missingInputFile: "error: a file name must follow <"
    case .secondInputFile: "error: only one < FILE can be standard input"
    }
  }
}
