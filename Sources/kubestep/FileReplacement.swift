import Foundation

/// Writes a file in the place of one that is there, all of it or nothing: where it cannot be written whole, say on a
/// full disk, what was there stays.
enum FileReplacement {
  /// Why it was not written, in the system's words.
  struct Failure: Error {
    let text: String

    /// What the last call of the system has failed by.
    static var last: Failure { Failure(text: String(cString: strerror(errno))) }
  }

  /// A pipe or a device is written to; a link is followed.
  static func put(_ bytes: [UInt8], at path: String) throws(Failure) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return try replace(path, by: bytes, mode: 0o666) }
    switch facts.st_mode & S_IFMT {
    case S_IFREG:
      guard let target = realpath(path, nil) else { throw .last }
      defer { free(target) }
      try replace(String(cString: target), by: bytes, mode: facts.st_mode & 0o777)
    case S_IFDIR: throw Failure(text: String(cString: strerror(EISDIR)))
    default: try fill(open(path, O_WRONLY | O_CLOEXEC), with: bytes, isFile: false)
    }
  }

  /// Writes beside it first, so that a machine that stops in between has the one or the other.
  private static func replace(_ path: String, by bytes: [UInt8], mode: mode_t) throws(Failure) {
    let draft = "\(path).\(getpid()).tmp"
    do throws(Failure) {
      try fill(open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode), with: bytes, isFile: true)
      if rename(draft, path) != 0 { throw .last }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private static func fill(_ file: Int32, with bytes: [UInt8], isFile: Bool) throws(Failure) {
    if file < 0 { throw .last }
    defer { close(file) }
    if let error = StandardStreams.bytes(bytes, to: file) { throw Failure(text: String(cString: strerror(error))) }
    if isFile, fsync(file) != 0 { throw .last }
  }
}
