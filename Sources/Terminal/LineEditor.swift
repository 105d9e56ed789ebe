import Basics
import CEditline
import Glibc

/// Reads lines that a person types at a terminal, with editing, history and completion: libedit in Swift.
///
/// Keys are those of Emacs unless `~/.editrc` says otherwise (`bind -v` for those of vi). There can be one editor in a
/// process, used by one thread.
package final class LineEditor: LineReader {
  /// The version of libedit's interface.
  package static var libraryVersion: String { "\(editline_major).\(editline_minor)" }

  /// The byte that encloses what the terminal does not draw, within a prompt.
  private static let marker: UInt8 = 1
  /// The key as which a paste reaches libedit. Nobody can press it: the terminal makes a signal of Ctrl-\.
  private static let pasteKey: UInt8 = 0x1C
  private static let escape: UInt8 = 0x1B

  package var completer: Completer?

  private let editor: OpaquePointer
  private let libeditHistory: OpaquePointer
  private var history = LineHistory()
  private let historyFile: HistoryFile?
  /// The prompt, which libedit asks for whenever it draws the line.
  private var prompt: UnsafeMutablePointer<CChar>?
  /// Whether the line is one of a text.
  private var isText = false
  /// The line as the last Tab left it: another Tab lists the words.
  private var lineAtTab: String?
  /// Bytes that were read ahead of what libedit has asked for.
  private var ahead: [UInt8] = []
  /// What was pasted, until libedit asks what its key means.
  private var pasted = ""

  /// An editor on the standard streams; nil where there is no terminal that can be edited on.
  ///
  /// - Parameter historyPath: where lines are kept between runs; nil to forget them.
  package init?(historyPath: String?) {
    LineEditor.chooseEncoding()
    guard let editor = editline_init("kubestep"), let history = history_init() else { return nil }
    self.editor = editor
    libeditHistory = history
    historyFile = historyPath.map(HistoryFile.init)
    _ = history_set_size(history, Int32(LineHistory.limit))
    if let historyFile {
      self.history = historyFile.load()
      for line in self.history.lines { _ = history_enter(history, line + "\n") }
    }
    configure()
  }

  deinit {
    el_end(editor)
    history_end(libeditHistory)
    free(prompt)
  }

  /// The prompt can hold escape sequences for colours, but not at its end: libedit loses one that no character follows.
  package func readLine(prompt text: String, isText: Bool) -> TypedInput {
    free(prompt)
    prompt = strdup(LineEditor.marked(text))
    lineAtTab = nil
    self.isText = isText
    el_resize(editor)
    var count: Int32 = 0
    Interrupts.clear()  // one that was meant for what ran before
    Bracketing.begin()
    defer { Bracketing.end() }
    guard let line = Signals.held(while: { el_gets(editor, &count) }), count > 0 else {
      let isInterrupted = Interrupts.pending
      Interrupts.clear()
      show(isInterrupted ? "^C\n" : "\n")
      return isInterrupted ? .interrupted : .endOfInput
    }
    let bytes = UnsafeRawBufferPointer(start: line, count: Int(count))
    let typed = String(decoding: bytes, as: UTF8.self)
    return .line(typed.hasSuffix("\n") ? String(typed.dropLast()) : typed)
  }

  package func suggest(_ text: String) { el_push(editor, text) }

  package func remember(_ line: String) {
    guard !line.isEmpty, line != history.lines.last else { return }
    if history.add(line) {
      _ = history_clear(libeditHistory)
      for line in history.lines { _ = history_enter(libeditHistory, line + "\n") }
    } else {
      _ = history_enter(libeditHistory, line + "\n")
    }
    historyFile?.append(line)
  }

  /// Uses UTF-8 also where the environment asks for plain ASCII: what is typed may be Hangul all the same.
  private static func chooseEncoding() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private func configure() {
    _ = editline_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = editline_set_prompt(editor, { LineEditor.owner(of: $0)?.prompt }, CChar(LineEditor.marker))
    _ = editline_set_reader(editor) { editor, key in
      guard let key, let owner = LineEditor.owner(of: editor) else { return -1 }
      return owner.readKey(into: key)
    }
    _ = editline_set_history(editor, libeditHistory)
    // Signals are for `Signals`.
    _ = editline_set_catches_signals(editor, 0)
    _ = editline_set_key_style(editor, "emacs")
    _ = editline_add_command(editor, "kubestep-complete", "complete the word") { editor, _ in
      LineEditor.owner(of: editor)?.complete() ?? UInt8(CC_ERROR)
    }
    _ = editline_add_command(editor, "kubestep-paste", "insert what is pasted") { editor, _ in
      LineEditor.owner(of: editor)?.insertPaste() ?? UInt8(CC_ERROR)
    }
    bindSearch()
    _ = editline_bind(editor, "\\e[1;5C", "em-next-word")
    _ = editline_bind(editor, "\\e[1;5D", "ed-prev-word")
    el_source(editor, nil)
    // Behind ~/.editrc, which may have chosen the keys of vi.
    let paste = String(decoding: [LineEditor.pasteKey], as: UTF8.self)
    _ = editline_bind(editor, "^I", "kubestep-complete")
    _ = editline_bind(editor, paste, "kubestep-paste")
    if String(cString: editline_key_style(editor)) == "vi" {
      _ = editline_bind_in_commands(editor, paste, "kubestep-paste")
      bindSearch()
    }
  }

  private func bindSearch() { _ = editline_bind(editor, "^R", "em-inc-search-prev") }

  // MARK: Keys

  /// Waits for a key, in UTF-8. libedit's own reader can miss a Ctrl-C that comes just before it waits.
  private func readKey(into key: UnsafeMutablePointer<wchar_t>) -> Int32 {
    let isFresh = ahead.isEmpty
    guard let first = nextByte() else { return errno == 0 ? 0 : -1 }
    if isFresh, first == LineEditor.escape, beginsPaste() {
      guard let text = readPaste() else { return -1 }
      pasted = text
      key.pointee = wchar_t(LineEditor.pasteKey)
      return 1
    }
    var bytes = [first]
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    while bytes.count < length {
      guard let byte = nextByte() else { return errno == 0 ? 0 : -1 }
      bytes.append(byte)
    }
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    key.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  }

  /// Waits for a byte, and looks after signals; nil, with `errno`, at the end of the input (0) or after Ctrl-C (EINTR).
  private func nextByte() -> UInt8? {
    if !ahead.isEmpty { return ahead.removeFirst() }
    while true {
      switch Signals.wait(for: STDIN_FILENO) {
      case .interrupt:
        errno = EINTR
        return nil
      case .resize: el_resize(editor)
      case .resume: comeBack()
      case .suspend:
        goAway()
        Signals.stop()
        comeBack()
      case .end(let signal):
        goAway()
        Signals.act(signal)
      case .key:
        var byte: UInt8 = 0
        errno = 0
        return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
      }
    }
  }

  /// Leaves the terminal as it was before the line.
  private func goAway() {
    Bracketing.end()
    _ = editline_set_edits(editor, 0)
  }

  /// Takes the terminal again after another program had it.
  private func comeBack() {
    // libedit must hear that the settings are not its own, even where it has not left.
    _ = editline_set_edits(editor, 0)
    _ = editline_set_edits(editor, 1)
    Bracketing.begin()
    el_resize(editor)
    _ = editline_draw(editor)
  }

  // MARK: Pasting

  /// Whether the mark of a paste goes on behind the Escape that was read. If not, its bytes are keys.
  private func beginsPaste() -> Bool {
    var seen: [UInt8] = []
    for expected in Bracketing.start.dropFirst() {
      // A terminal sends the whole mark at once; the Escape key comes alone.
      var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 20) > 0, let byte = nextByte() else { break }
      seen.append(byte)
      guard byte == expected else { break }
    }
    if seen.elementsEqual(Bracketing.start.dropFirst()) { return true }
    ahead = seen
    return false
  }

  /// Reads up to the mark behind the paste; nil after Ctrl-C.
  private func readPaste() -> String? {
    var bytes: [UInt8] = []
    while bytes.count < Bracketing.finish.count
      || !bytes.suffix(Bracketing.finish.count).elementsEqual(Bracketing.finish)
    {
      guard let byte = nextByte() else { return nil }
      bytes.append(byte)
    }
    return Bracketing.text(bytes.dropLast(Bracketing.finish.count))
  }

  /// The key that stands for a paste. A text that ends in a line feed ends its line too; a command awaits Enter.
  private func insertPaste() -> UInt8 {
    let isWhole = pasted.hasSuffix("\n")
    let text = isWhole ? String(pasted.dropLast()) : pasted
    pasted = ""
    if !text.isEmpty, el_insertstr(editor, text) != 0 { return UInt8(CC_ERROR) }
    guard isWhole, isText else { return UInt8(CC_REFRESH) }
    ahead = [UInt8(ascii: "\n")]
    return UInt8(CC_REFRESH)
  }

  private static func owner(of editor: OpaquePointer?) -> LineEditor? {
    editline_owner(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The Tab key.
  private func complete() -> UInt8 {
    if isText { return el_insertstr(editor, "\t") == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR) }
    guard let completer else { return UInt8(CC_ERROR) }
    let (line, cursor) = typed()
    let following = Substring(decoding: Array(line.utf8.dropFirst(cursor)), as: UTF8.self)
    switch Completion(completer(line, cursor), following: following) {
    case .none: return UInt8(CC_REFRESH_BEEP)
    case .edit(let edit):
      if edit.erased > 0 { el_deletestr(editor, Int32(edit.erased)) }
      guard edit.text.isEmpty || el_insertstr(editor, edit.text) == 0 else { return UInt8(CC_ERROR) }
      if edit.skipped > 0 { el_cursor(editor, Int32(edit.skipped)) }
      lineAtTab = typed().line
      return UInt8(CC_REFRESH)
    case .list(let choices):
      guard lineAtTab == line else {
        lineAtTab = line
        return UInt8(CC_REFRESH_BEEP)
      }
      show("\n" + Completion.listing(choices, width: TerminalFacts.size.width ?? 80))
      return UInt8(CC_REDISPLAY)
    }
  }

  /// What stands in the line now, and how many bytes of it are before the cursor.
  private func typed() -> (line: String, cursor: Int) {
    guard let info = el_line(editor)?.pointee else { return ("", 0) }
    let bytes = UnsafeRawBufferPointer(start: info.buffer, count: info.lastchar - info.buffer)
    return (String(decoding: bytes, as: UTF8.self), info.cursor - info.buffer)
  }

  /// `text` with the escape sequences for colours in it marked as not drawn. Sequences next to each other share their
  /// marks: libedit takes what stands behind one mark for a drawn character.
  static func marked(_ text: String) -> String {
    let mark = Unicode.Scalar(marker)
    var out = String.UnicodeScalarView()
    var isSequence = false
    var isMarked = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isSequence = true }
      if isSequence != isMarked {
        out.append(mark)
        isMarked = isSequence
      }
      out.append(scalar)
      // A sequence is ESC, [, parameters and a final letter.
      if isSequence, ("@"..."~").contains(scalar), scalar != "[" { isSequence = false }
    }
    if isMarked { out.append(mark) }
    return String(out)
  }
}
