import CEditline
import Glibc

// Searching the history.
extension LineEditor {
  /// Where the prompt is another, too, all is drawn anew: libedit shifts what is there, and loses count of wide
  /// letters.
  static let anew = UInt8(CC_REDISPLAY)

  func beginSearch() -> UInt8 {
    let (line, cursor) = typed()
    search = (HistorySearch(history.lines), line, String(decoding: line.utf8.prefix(cursor), as: UTF8.self))
    showSearch()
    return LineEditor.anew
  }

  /// What `stroke` does to the search; nil for nothing that shows. Keys that mean nothing here end it, and are pressed
  /// again.
  func searched(_ stroke: Stroke) -> Work? {
    switch stroke {
    case .paste(let text): search?.history.add(String(text.prefix { $0 != "\n" }))
    case .key("\u{12}"): search?.history.older()
    case .key("\u{13}"): search?.history.newer()
    case .key("\u{8}"), .key("\u{7F}"): search?.history.removeLast()
    case .key("\u{7}"): return .endSearch(keepsLine: false)
    case .key(let scalar) where scalar.value >= 0x20: search?.history.add(String(scalar))
    case .key(let scalar):
      // Escape alone only ends it.
      let rest = scalar == "\u{1B}" ? bytesAtHand() : []
      if scalar != "\u{1B}" || !rest.isEmpty { ahead = Array(String(scalar).utf8) + rest }
      return .endSearch(keepsLine: true)
    }
    return .search
  }

  /// What is there to be read without waiting longer than a terminal takes to send a key.
  private func bytesAtHand() -> [UInt8] {
    var bytes = ahead
    ahead = []
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 20) > 0, let byte = nextByte() { bytes.append(byte) }
    return bytes
  }

  func showSearch() {
    guard let search else { return }
    let words = search.history.isFailing ? searchWords.failing : searchWords.searching
    setPrompt("\(words) \"\(search.history.wanted)\": ")
    let found = search.history.result ?? (search.line, search.before)
    replaceLine(found.line, before: found.before)
  }

  func endSearch(keepsLine: Bool) {
    setPrompt(linePrompt)
    if !keepsLine, let search { replaceLine(search.line, before: search.before) }
    search = nil
  }
}
