package import Basics
import CEditline
import Glibc

/// Reads lines that a person types at a terminal, with editing, history and completion: libedit in Swift.
///
/// Keys are those of Emacs unless `~/.editrc` says otherwise. There can be one editor in a process, used by one thread.
package final class LineEditor {
  /// What a person did at the prompt.
  package enum Input: Equatable {
    case line(String)
    /// Ctrl-C: the line was dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case endOfInput
  }

  /// The words that can stand at the cursor of `line`, of which `cursor` bytes are before it. The word that they
  /// complete begins behind the last space.
  package typealias Completer = (_ line: String, _ cursor: Int) -> [Candidate]

  /// The version of libedit's interface.
  package static var libraryVersion: String { "\(editline_major).\(editline_minor)" }

  /// The byte that encloses what the terminal does not draw, within a prompt.
  private static let marker: UInt8 = 1
  private static let historySize: Int32 = 1000

  /// Asked for when Tab is pressed.
  package var completer: Completer?

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let historyPath: String?
  /// The prompt, which libedit asks for whenever it draws the line.
  private var prompt: UnsafeMutablePointer<CChar>?
  private let width: Int
  /// The line as the last Tab left it: another Tab lists the words.
  private var lineAtTab: String?

  /// An editor on the standard streams; nil where there is no terminal that can be edited on.
  ///
  /// - Parameters:
  ///   - historyPath: where lines are kept between runs; nil to forget them.
  ///   - width: how many cells a line of the terminal has.
  package init?(historyPath: String?, width: Int) {
    LineEditor.chooseEncoding()
    guard let editor = editline_init("kubestep"), let history = history_init() else { return nil }
    self.editor = editor
    self.history = history
    self.historyPath = historyPath
    self.width = width
    _ = history_set_size(history, LineEditor.historySize)
    _ = history_set_unique(history, 1)
    if let historyPath { _ = history_load(history, historyPath) }
    configure()
  }

  deinit {
    el_end(editor)
    history_end(history)
    free(prompt)
  }

  /// Shows the prompt `text` and waits for a line.
  ///
  /// The prompt can hold escape sequences for colours, but not at its end: libedit loses one that no character follows.
  package func readLine(prompt text: String) -> Input {
    free(prompt)
    prompt = strdup(LineEditor.marked(text))
    lineAtTab = nil
    el_resize(editor)
    var count: Int32 = 0
    Interrupts.clear()  // one that was meant for what ran before
    guard let line = Interrupts.held(while: { el_gets(editor, &count) }), count > 0 else {
      let isInterrupted = Interrupts.pending
      Interrupts.clear()
      LineEditor.show(isInterrupted ? "^C\n" : "\n")
      return isInterrupted ? .interrupted : .endOfInput
    }
    let bytes = UnsafeRawBufferPointer(start: line, count: Int(count))
    let typed = String(decoding: bytes, as: UTF8.self)
    return .line(typed.hasSuffix("\n") ? String(typed.dropLast()) : typed)
  }

  /// Puts `text` into the next line that is asked for, as if it had been typed; Enter is left to the person.
  package func suggest(_ text: String) { el_push(editor, text) }

  /// Keeps `line` for the arrow keys and for Ctrl-R, also of later runs. Not to be called for answers to questions.
  package func remember(_ line: String) {
    guard !line.isEmpty else { return }
    _ = history_enter(history, line + "\n")
    if let historyPath { _ = history_save(history, historyPath) }
  }

  /// Uses UTF-8 also where the environment asks for plain ASCII: what is typed may be Hangul all the same.
  private static func chooseEncoding() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private func configure() {
    _ = editline_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = editline_set_prompt(editor, { LineEditor.owner(of: $0)?.prompt }, CChar(LineEditor.marker))
    _ = editline_set_reader(editor) { _, key in key.map(LineEditor.readKey) ?? -1 }
    _ = editline_set_history(editor, history)
    // Ctrl-C is for `Interrupts`.
    _ = editline_set_catches_signals(editor, 0)
    _ = editline_set_key_style(editor, "emacs")
    _ = editline_add_command(editor, "kubestep-complete", "complete the word") { editor, _ in
      LineEditor.owner(of: editor)?.complete() ?? UInt8(CC_ERROR)
    }
    _ = editline_bind(editor, "^R", "em-inc-search-prev")
    _ = editline_bind(editor, "\\e[1;5C", "em-next-word")
    _ = editline_bind(editor, "\\e[1;5D", "ed-prev-word")
    el_source(editor, nil)
    // Behind ~/.editrc, which may have chosen the keys of vi.
    _ = editline_bind(editor, "^I", "kubestep-complete")
  }

  /// Waits for a key, in UTF-8. libedit's own reader can miss a Ctrl-C that comes just before it waits.
  private static func readKey(into key: UnsafeMutablePointer<wchar_t>) -> Int32 {
    guard Interrupts.waitForInput(STDIN_FILENO) else {
      errno = EINTR
      return -1
    }
    var bytes: [UInt8] = []
    var missing = 1
    while missing > 0 {
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      guard count == 1 else { return Int32(count) }
      if bytes.isEmpty { missing = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
      bytes.append(byte)
      missing -= 1
    }
    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    key.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  }

  private static func owner(of editor: OpaquePointer?) -> LineEditor? {
    editline_owner(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The Tab key.
  private func complete() -> UInt8 {
    guard let completer else { return UInt8(CC_ERROR) }
    let (line, cursor) = typed()
    switch Completion(of: Completion.typedWord(in: line, cursor: cursor), from: completer(line, cursor)) {
    case .none: return UInt8(CC_REFRESH_BEEP)
    case .insert(let text):
      guard el_insertstr(editor, text) == 0 else { return UInt8(CC_ERROR) }
      lineAtTab = typed().line
      return UInt8(CC_REFRESH)
    case .list(let words):
      guard lineAtTab == line else {
        lineAtTab = line
        return UInt8(CC_REFRESH_BEEP)
      }
      LineEditor.show("\n" + Completion.listing(words, width: width))
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

  private static func show(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
  }
}
