/// What a line has been, for taking changes back: word by word where it was typed.
struct LineUndo {
  private struct State {
    var line: String
    /// What stands before the cursor.
    var before: String
    /// Whether it came by typing one letter more.
    var isTyped: Bool
  }

  /// Oldest first; the last one is the line as it is.
  private var states: [State] = []

  /// Takes note of the line as it is now.
  mutating func note(_ line: String, before: String) {
    guard let last = states.last else {
      states = [State(line: line, before: before, isTyped: false)]
      return
    }
    if last.line == line {
      states[states.count - 1].before = before
      return
    }
    let isTyped = line.unicodeScalars.dropLast().elementsEqual(last.line.unicodeScalars)
    let goesOn = isTyped && last.isTyped && line.last != " "
    if goesOn { states.removeLast() }
    states.append(State(line: line, before: before, isTyped: isTyped))
  }

  /// The line before its last change, and what stands before its cursor; nil where there is none.
  mutating func takeBack() -> (line: String, before: String)? {
    guard states.count > 1 else { return nil }
    states.removeLast()
    // What is typed now is another change.
    states[states.count - 1].isTyped = false
    return states.last.map { ($0.line, $0.before) }
  }
}
