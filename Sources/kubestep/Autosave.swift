import Foundation

/// The file in which a session at the prompt is kept as it goes.
///
/// Each session has a file of its own in `sessions` of the state folder, locked while it runs. What cannot be kept is
/// told once; the session goes on without.
final class Autosave {
  private var file: Int32
  /// Why no more can be kept, and whether something is.
  typealias Trouble = (reason: String, hasBegun: Bool)

  /// What is to be told to the user; nil once it was.
  private var trouble: Trouble?
  private static let folderName = "sessions"
  private static let prefix = "session-"
  private static let suffix = ".jsonl"
  private static let keptAtMost = 20

  private init(_ file: Int32, trouble: String? = nil) {
    self.file = file
    self.trouble = trouble.map { ($0, hasBegun: false) }
  }

  deinit { if file >= 0 { close(file) } }

  /// A file for a new session.
  static func begin() -> Autosave {
    let (path, trouble) = StateFolder.folder(folderName)
    guard let folder = path else { return Autosave(-1, trouble: trouble) }
    clear(folder)
    let newest = numbers(folder).last ?? 0
    for number in newest + 1...newest + 100 {
      let file = open(Autosave.path(number, folder), O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
      if file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 { return Autosave(file) }
      if file >= 0 { close(file) }
      if errno != EEXIST { break }
    }
    return Autosave(-1, trouble: String(cString: strerror(errno)))
  }

  /// The file of the newest session that does not run any more, and what is in it; nil where there is none.
  static func resume() -> (autosave: Autosave, path: String, bytes: [UInt8])? {
    guard let folder = StateFolder.folder(folderName).path else { return nil }
    for number in numbers(folder).reversed() {
      let path = path(number, folder)
      let file = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
      guard file >= 0 else { continue }
      guard flock(file, LOCK_EX | LOCK_NB) == 0, let data = FileManager.default.contents(atPath: path), !data.isEmpty
      else {
        close(file)
        continue
      }
      return (Autosave(file), path, [UInt8](data))
    }
    return nil
  }

  /// Cuts what is behind the first `length` bytes off.
  func cut(to length: Int) {
    if file >= 0, ftruncate(file, off_t(length)) != 0 { giveUp(errno) }
  }

  /// Adds `text`, so that it outlasts the process and the machine.
  func append(_ text: String) {
    guard file >= 0 else { return }
    let length = lseek(file, 0, SEEK_END)
    if let error = StandardStreams.bytes(Array(text.utf8), to: file) {
      // What was kept so far stays whole.
      _ = ftruncate(file, length)
      giveUp(error)
    } else if fsync(file) != 0 {
      giveUp(errno)
    }
  }

  /// What is to be told to the user about keeping the session; once.
  func takeTrouble() -> Trouble? {
    defer { trouble = nil }
    return trouble
  }

  private func giveUp(_ error: Int32) {
    trouble = (String(cString: strerror(error)), lseek(file, 0, SEEK_END) > 0)
    close(file)
    file = -1
  }

  /// How many sessions are kept; nil where none can be.
  static var count: Int? { StateFolder.folder(folderName).path.map { numbers($0).count } }

  // MARK: The folder

  private static func path(_ number: Int, _ folder: String) -> String { "\(folder)/\(prefix)\(number)\(suffix)" }

  /// The numbers of the sessions that are kept, oldest first.
  private static func numbers(_ folder: String) -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
      .compactMap { Int($0.dropFirst(prefix.count).dropLast(suffix.count)) }
      .sorted()
  }

  /// Removes the oldest sessions that do not run.
  private static func clear(_ folder: String) {
    for number in numbers(folder).dropLast(keptAtMost - 1) {
      let file = open(path(number, folder), O_RDONLY | O_CLOEXEC)
      if file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path(number, folder)) }
      if file >= 0 { close(file) }
    }
  }
}
