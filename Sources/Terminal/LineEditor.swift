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

  /// The key as which the editor's own work reaches libedit. Nobody can press it: the terminal makes a signal of
  /// Ctrl-\.
  private static let ownKey: UInt8 = 0x1C
  private static let escape: UInt8 = 0x1B

  /// What is to be done to the line when libedit asks what `ownKey` means.
  enum Work {
    case nothing
    case paste(String)
    /// What is looked for has changed.
    case search
    /// The search is over, with its line or as before.
    case endSearch(keepsLine: Bool)
  }

  package var completer: Completer?
  package var searchWords = SearchWords.english

  let editor: OpaquePointer
  private let libeditHistory: OpaquePointer
  var history = LineHistory()
  private let historyFile: HistoryFile?
  /// The prompt, which libedit asks for whenever it draws the line.
  private var prompt: UnsafeMutablePointer<CChar>?
  /// The prompt of the line, also while a search has one of its own.
  var linePrompt = ""
  /// Whether the line is one of a text.
  private var isText = false
  /// The line as the last Tab left it: another Tab lists the words.
  private var lineAtTab: String?
  /// Bytes that were read ahead of what libedit has asked for.
  var ahead: [UInt8] = []
  private var work = Work.nothing
  private var undo = LineUndo()
  /// The search of the history that goes on, and what stood in the line before it and in front of the cursor.
  var search: (history: HistorySearch, line: String, before: String)?

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
    linePrompt = text
    setPrompt(text)
    (lineAtTab, search, work, undo) = (nil, nil, .nothing, LineUndo())
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

  func setPrompt(_ text: String) {
    free(prompt)
    prompt = strdup(LineEditor.marked(text))
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
    // Ctrl-S goes forward in a search; who presses it by chance must not find the terminal dead.
    _ = editline_set_terminal(editor, "-ixon")
    _ = editline_add_command(editor, "kubestep-complete", "complete the word") { editor, _ in
      LineEditor.owner(of: editor)?.complete() ?? UInt8(CC_ERROR)
    }
    _ = editline_add_command(editor, "kubestep-work", "do to the line what is to be done") { editor, _ in
      LineEditor.owner(of: editor)?.doWork() ?? UInt8(CC_ERROR)
    }
    _ = editline_add_command(editor, "kubestep-search", "search the history") { editor, _ in
      LineEditor.owner(of: editor)?.beginSearch() ?? UInt8(CC_ERROR)
    }
    _ = editline_add_command(editor, "kubestep-undo", "undo the last change of the line") { editor, _ in
      LineEditor.owner(of: editor)?.undoChange() ?? UInt8(CC_ERROR)
    }
    bindSearch()
    _ = editline_bind(editor, "^_", "kubestep-undo")
    for key in EditingKeys.all { _ = editline_bind(editor, "\\e\(key.sequence)", key.command) }
    el_source(editor, nil)
    // Behind ~/.editrc, which may have chosen the keys of vi.
    let own = String(decoding: [LineEditor.ownKey], as: UTF8.self)
    _ = editline_bind(editor, "^I", "kubestep-complete")
    _ = editline_bind(editor, own, "kubestep-work")
    if String(cString: editline_key_style(editor)) == "vi" {
      _ = editline_bind_in_commands(editor, own, "kubestep-work")
      bindSearch()
      // Escape has led from what is inserted to commands.
      for key in EditingKeys.all { _ = editline_bind_in_commands(editor, key.sequence, key.command) }
    }
  }

  private func bindSearch() { _ = editline_bind(editor, "^R", "kubestep-search") }

  // MARK: Keys

  /// What comes from the keyboard.
  enum Stroke {
    case key(Unicode.Scalar)
    case paste(String)
  }

  /// Waits for a key that libedit is to act on.
  private func readKey(into key: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      if search == nil { noteLine() }
      guard let stroke = nextStroke() else { return errno == 0 ? 0 : -1 }
      switch stroke {
      case _ where search != nil:
        guard let work = searched(stroke) else { continue }
        self.work = work
      case .paste(let text): work = .paste(text)
      case .key(let scalar):
        key.pointee = wchar_t(bitPattern: scalar.value)
        return 1
      }
      key.pointee = wchar_t(LineEditor.ownKey)
      return 1
    }
  }

  /// Waits for a key, in UTF-8, or a paste; nil as `nextByte`. libedit's own reader can miss a Ctrl-C that comes just
  /// before it waits.
  private func nextStroke() -> Stroke? {
    let isFresh = ahead.isEmpty
    guard let first = nextByte() else { return nil }
    if isFresh, first == LineEditor.escape, beginsPaste() { return readPaste().map { .paste($0) } }
    var bytes = [first]
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    while bytes.count < length {
      guard let byte = nextByte() else { return nil }
      bytes.append(byte)
    }
    return .key(String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}")
  }

  /// The editor's own key.
  private func doWork() -> UInt8 {
    defer { work = .nothing }
    switch work {
    case .nothing: return UInt8(CC_REFRESH)
    case .paste(let text): return insert(pasted: text)
    case .search: showSearch()
    case .endSearch(let keepsLine): endSearch(keepsLine: keepsLine)
    }
    return LineEditor.anew
  }

  /// Waits for a byte, and looks after signals; nil, with `errno`, at the end of the input (0) or after Ctrl-C (EINTR).
  func nextByte() -> UInt8? {
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
    // Who takes the terminal in the background is stopped for it, and goes on here.
    Signals.take(SIGCONT)
    Bracketing.begin()
    el_resize(editor)
    // Where nobody has taken the terminal meanwhile, the cursor stands in the line.
    show("\r")
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

  /// A text that ends in a line feed ends its line too; a command awaits Enter.
  private func insert(pasted: String) -> UInt8 {
    let isWhole = pasted.hasSuffix("\n")
    let text = isWhole ? String(pasted.dropLast()) : pasted
    if !text.isEmpty, el_insertstr(editor, text) != 0 { return UInt8(CC_ERROR) }
    guard isWhole, isText else { return UInt8(CC_REFRESH) }
    ahead = [UInt8(ascii: "\n")]
    return UInt8(CC_REFRESH)
  }

  // MARK: The line

  private func noteLine() {
    let (line, cursor) = typed()
    undo.note(line, before: String(decoding: line.utf8.prefix(cursor), as: UTF8.self))
  }

  private func undoChange() -> UInt8 {
    guard let earlier = undo.takeBack() else { return UInt8(CC_ERROR) }
    replaceLine(earlier.line, before: earlier.before)
    return UInt8(CC_REDISPLAY)
  }

  /// Puts `line` in the place of the one that is typed, the cursor behind its beginning `before`.
  func replaceLine(_ line: String, before: String) {
    let length = Int32(typed().line.unicodeScalars.count)
    _ = el_cursor(editor, length)
    el_deletestr(editor, length)
    if !line.isEmpty { _ = el_insertstr(editor, line) }
    _ = el_cursor(editor, Int32(before.unicodeScalars.count - line.unicodeScalars.count))
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
  func typed() -> (line: String, cursor: Int) {
    guard let info = el_line(editor)?.pointee else { return ("", 0) }
    let bytes = UnsafeRawBufferPointer(start: info.buffer, count: info.lastchar - info.buffer)
    return (String(decoding: bytes, as: UTF8.self), info.cursor - info.buffer)
  }
}
