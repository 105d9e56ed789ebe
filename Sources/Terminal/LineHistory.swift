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
    let file = open(O_RDONLY)
    guard file >= 0 else { return LineHistory() }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &block, block.count)
      if count <= 0 { break }
      bytes += block[..<count]
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(validating: $0, as: UTF8.self) ?? "" }
    let history = LineHistory(lines.filter(HistoryFile.isTyped))
    if lines.count > 2 * LineHistory.limit { rewrite(history) }
    return history
  }

  /// Whether a person can have typed `line`: not where something else has written to the file.
  private static func isTyped(_ line: String) -> Bool {
    line.unicodeScalars.allSatisfy { $0 == "\t" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  /// Opens the file; -1 where it is none, say a pipe that nobody writes to.
  private func open(_ mode: Int32) -> Int32 {
    let file = Glibc.open(path, mode | O_NONBLOCK | O_CLOEXEC, 0o600)
    var facts = stat()
    if file >= 0, fstat(file, &facts) != 0 || facts.st_mode & S_IFMT != S_IFREG {
      close(file)
      return -1
    }
    return file
  }

  /// Adds a line. Where that is not possible it is forgotten with the process.
  func append(_ line: String) {
    let file = open(O_WRONLY | O_CREAT | O_APPEND)
    guard file >= 0 else { return }
    let bytes = Array((line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
    close(file)
  }

  /// Puts a new file in the place of the old one, so that one of them is there whole at any moment.
  private func rewrite(_ history: LineHistory) {
    let new = "\(path).\(getpid())"
    unlink(new)
    let file = Glibc.open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(history.lines.map { $0 + "\n" }.joined().utf8)
    let isWhole = write(file, bytes, bytes.count) == bytes.count
    close(file)
    if !isWhole || rename(new, path) != 0 { unlink(new) }
  }
}
