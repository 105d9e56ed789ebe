import Cluster
import Kubectl
import Narration
import Session

/// A question that looks for a belief once more, in another lesson's form where there is one.
struct Review {
  let lesson: Lesson
  /// The index of the question among the lesson's parts.
  let part: Int

  /// What to ask next about the oldest open belief; nil where nothing is to be asked.
  static func next(_ progress: CourseProgress, library: LessonLibrary, language: Language) -> (Review, Belief?)? {
    for open in progress.beliefs {
      let reviews = library.names.flatMap { questions(about: open.name, in: $0, library: library, language: language) }
      // Lessons that have not asked yet come first, then those that asked longest ago.
      func lastAsked(_ review: Review) -> Int { open.asked.firstIndex(of: review.lesson.front.id) ?? -1 }
      if let review = reviews.min(by: { lastAsked($0) < lastAsked($1) }) {
        return (review, library.beliefs.first { $0.name == open.name })
      }
    }
    return nil
  }

  private static func questions(
    about belief: String,
    in name: String,
    library: LessonLibrary,
    language: Language
  ) -> [Review] {
    guard let lesson = (try? library.lesson(name, in: language)) ?? nil else { return [] }
    return lesson.parts.indices.compactMap { index in
      guard case .prediction(let prediction) = lesson.parts[index],
        prediction.choices.contains(where: { $0.belief == belief })
      else { return nil }
      return Review(lesson: lesson, part: index)
    }
  }

  /// The run of the lesson as it stands at the question, and what it says there.
  func begin(_ configuration: Configuration, files: FileReader, layout: Layout) -> (LessonRun, CommandOutput) {
    var short = lesson
    short.parts = Array(lesson.parts.prefix(part + 1))
    var run = LessonRun(short, configuration, files: files, layout: layout, isReview: true)
    _ = run.begin()
    run.playOn { if case .question = $0 { $1 == part } else { false } }
    return (run, run.submit(""))
  }
}
