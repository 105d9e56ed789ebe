/// A search of the history: for the newest line with what is typed, and from there for older and newer ones.
struct HistorySearch {
  /// Oldest first.
  private let lines: [[UInt8]]
  /// What is looked for.
  private(set) var wanted = ""
  /// The line that was found last, and where in it.
  private var found: (line: Int, offset: Int)?
  /// Whether nothing fits any more; what was found before it stays.
  private(set) var isFailing = false

  init(_ lines: [String]) { self.lines = lines.map { Array($0.utf8) } }

  /// The line that was found last, and the text before what was looked for; nil for none yet.
  var result: (line: String, before: String)? {
    found.map { found in
      let line = lines[found.line]
      return (String(decoding: line, as: UTF8.self), String(decoding: line[..<found.offset], as: UTF8.self))
    }
  }

  /// Looks for `text` behind what was looked for so far.
  mutating func add(_ text: String) {
    wanted += text
    look(in: lines.indices.prefix((found?.line ?? lines.count) + 1).reversed())
  }

  /// Takes the last character back.
  mutating func removeLast() {
    if wanted.isEmpty { return }
    wanted.removeLast()
    (found, isFailing) = (nil, false)
    if !wanted.isEmpty { look(in: lines.indices.reversed()) }
  }

  mutating func older() { look(in: lines.indices.prefix(found?.line ?? lines.count).reversed()) }
  mutating func newer() { look(in: lines.indices.dropFirst((found?.line ?? lines.count) + 1)) }

  private mutating func look(in places: some Sequence<Int>) {
    let wanted = Array(wanted.utf8)
    for place in places {
      guard let range = lines[place].firstRange(of: wanted) else { continue }
      (found, isFailing) = ((place, range.lowerBound), false)
      return
    }
    isFailing = true
  }
}
