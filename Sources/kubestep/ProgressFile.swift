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

  /// Without a folder to keep it in it is forgotten.
  static func write(_ progress: CourseProgress) {
    guard let path = StateFolder.progress else { return }
    try? Data(progress.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
