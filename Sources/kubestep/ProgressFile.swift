import Foundation
import Lessons

/// How far the learner has come, kept between runs.
enum ProgressFile {
  static func read() -> CourseProgress {
    guard let path = StateFolder.progress, let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      return CourseProgress()
    }
    return CourseProgress(text)
  }

  /// Notes that a session has brought the learner from `old` to `new`: on top of what other sessions have noted since.
  ///
  /// Without a folder to keep it in it is forgotten.
  static func note(_ new: CourseProgress, since old: CourseProgress) {
    guard let path = StateFolder.progress else { return }
    var kept = read()
    kept.take(new, since: old)
    try? FileReplacement.put(Array(kept.text.utf8), at: path)
  }
}
