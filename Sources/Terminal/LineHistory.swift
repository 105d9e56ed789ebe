import Glibc

/// The lines that a person has typed, oldest first; none of them twice.
struct LineHistory: Equatable {
  /// So many lines are kept.
  static let limit = 1000

  private(set) var lines: [String] = []

  init(_ lines: some Sequence<String> = []) {
    // Of equal lines the last one counts.
    var seen: Set<String> = []
    let newest = Array(lines).reversed().filter { !$0.isEmpty && seen.insert($0).inserted }
    self.lines = newest.prefix(LineHistory.limit).reversed()
  }

  /// Adds a line behind all others; whether an equal one was taken out for it.
  mutating func add(_ line: String) -> Bool {
    let place = lines.lastIndex(of: line)
    if let place { lines.remove(at: place) }
    lines.append(line)
    if lines.count > LineHistory.limit { lines.removeFirst() }
    return place != nil
  }
}

/// The file that keeps a history between runs, a line for each. Several programs may add to it at the same time.
struct HistoryFile {
  let path: String

  /// The history, and a file without what is not in it any more. Without a file that can be read it is empty.
  func load() -> LineHistory {
    guard let file = fopen(path, "r") else { return LineHistory() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { break }
      bytes += block[..<count]
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let history = LineHistory(lines)
    if lines.count > 2 * LineHistory.limit { rewrite(history) }
    return history
  }

  /// Adds a line. Where that is not possible it is forgotten with the process.
  func append(_ line: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array((line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
    close(file)
  }

  /// Puts a new file in the place of the old one, so that one of them is there whole at any moment.
  private func rewrite(_ history: LineHistory) {
    let new = "\(path).\(getpid())"
    unlink(new)
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(history.lines.map { $0 + "\n" }.joined().utf8)
    let isWhole = write(file, bytes, bytes.count) == bytes.count
    close(file)
    if !isWhole || rename(new, path) != 0 { unlink(new) }
  }
}
