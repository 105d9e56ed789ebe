import Foundation
import Lessons

/// How far the learner has come, kept between runs.
enum ProgressFile {
  static func read() -> CourseProgress { contents ?? CourseProgress() }

  /// Notes that a session has brought the learner from `old` to `new`: on top of what other sessions have noted since.
  ///
  /// Without a folder to keep it in it is forgotten.
  static func note(_ new: CourseProgress, since old: CourseProgress) {
    guard let path = StateFolder.progress else { return }
    let kept = contents
    // A file that is there and cannot be read is not to be lost.
    if kept == nil, FileManager.default.fileExists(atPath: path) { return }
    var progress = kept ?? CourseProgress()
    progress.take(new, since: old)
    try? FileReplacement.put(Array(progress.text.utf8), at: path)
  }

  private static var contents: CourseProgress? {
    guard let path = StateFolder.progress, let bytes = FileManager.default.contents(atPath: path) else { return nil }
    return CourseProgress(String(decoding: bytes, as: UTF8.self))
  }
}
