import Basics
package import Kubectl
package import Narration
import Session

/// The lessons and manifests at hand: those that the executable carries, or those of a folder.
package struct LessonLibrary: Sendable {
  /// A file with its path below the folder that holds all of them.
  package struct File: Hashable, Sendable {
    package var path: String
    package var text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// In the order of the course: as its list has them, others behind in the order of their paths.
  private let lessons: [File]
  private let manifests: [File]
  private let course: Course

  /// The library of the executable itself.
  package static let embedded = LessonLibrary(EmbeddedFiles.files.map { File(path: $0.path, text: $0.text) })

  /// Of `files` Markdown that begins with front matter counts as lessons, YAML as manifests; of the rest only what
  /// `Course` reads counts.
  package init(_ files: [File]) {
    let sorted = files.sorted { $0.path.precedesByBytes($1.path) }
    func text(_ name: String) -> String { sorted.first { LessonLibrary.lastPart($0.path) == name }?.text ?? "" }
    self.init(
      lessons: sorted.filter { $0.path.hasSuffix(".md") && $0.text.hasPrefix("---") },
      manifests: sorted.filter { $0.path.hasSuffix(".yaml") },
      course: Course(order: text(Course.orderFile), beliefs: text(Course.beliefsFile))
    )
  }

  private init(lessons: [File], manifests: [File], course: Course) {
    var places: [String: Int] = [:]
    for (place, name) in course.order.enumerated() where places[name] == nil { places[name] = place }
    let placed = lessons.enumerated().map { (places[LessonLibrary.name($1.path)] ?? Int.max, $0, $1) }
    self.lessons = placed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    self.manifests = manifests
    self.course = course
  }

  /// This library, with what only `other` has besides. A lesson is the same by its file's name, as a manifest is; the
  /// order and the beliefs are this library's where it has some.
  package func over(_ other: LessonLibrary) -> LessonLibrary {
    let own = Set((lessons + manifests).map { LessonLibrary.lastPart($0.path) })
    func added(_ files: [File]) -> [File] { files.filter { !own.contains(LessonLibrary.lastPart($0.path)) } }
    return LessonLibrary(
      lessons: lessons + added(other.lessons),
      manifests: manifests + added(other.manifests),
      course: course.order.isEmpty && course.beliefs.isEmpty ? other.course : course
    )
  }

  /// The beliefs that questions look for.
  package var beliefs: [Belief] { course.beliefs }

  /// Whether there is no list of the course.
  var isWithoutOrder: Bool { course.order.isEmpty }

  /// Whether the course's list has the lesson `name`.
  func lists(_ name: String) -> Bool { course.order.contains(name) }

  /// The files of the lessons.
  package var files: [File] { lessons }

  /// The names of the lessons, in the order of the course.
  package var names: [String] {
    lessons.filter { !$0.path.hasSuffix(Lesson.koreanSuffix) }.map { LessonLibrary.name($0.path) }
  }

  /// The lesson `name`, in English where it is not there in `language`; nil where there is none of that name.
  package func lesson(_ name: String, in language: Language) throws(LessonFileError) -> Lesson? {
    guard let file = file(name, in: language) else { return nil }
    var lesson = try LessonLibrary.lesson(file)
    if lesson.language != .english, let source = self.file(name, in: .english), source != file,
      let marks = try? SourceMark.all(in: source.text)
    {
      lesson.stale = Set(lesson.blocks(stalerThan: marks).map(\.part))
    }
    return lesson
  }

  /// What the lesson `name` says about itself, as above.
  func front(_ name: String, in language: Language) throws(LessonFileError) -> FrontMatter? {
    guard let file = file(name, in: language) else { return nil }
    return try LessonLibrary.reading(file) { file throws(LessonError) in try FrontMatter(LessonLines(file.text)) }
  }

  private func file(_ name: String, in language: Language) -> File? {
    let found = lessons.filter { LessonLibrary.name($0.path) == name }
    return found.first { LessonLibrary.language($0.path) == language } ?? found.first
  }

  /// Reads the lesson in `file`.
  package static func lesson(_ file: File) throws(LessonFileError) -> Lesson {
    try reading(file) { file throws(LessonError) in try Lesson(path: file.path, text: file.text) }
  }

  private static func reading<T>(_ file: File, _ read: (File) throws(LessonError) -> T) throws(LessonFileError) -> T {
    do throws(LessonError) {
      return try read(file)
    } catch {
      throw LessonFileError(path: file.path, error: error)
    }
  }

  /// The name of the lesson behind that called `name`; nil at the end.
  func name(after name: String) -> String? {
    let names = names
    guard let index = names.firstIndex(of: name), index + 1 < names.count else { return nil }
    return names[index + 1]
  }

  /// A reader that knows the manifests by their bare names, and everything else through `other`.
  ///
  /// A file of the learner's own by such a name is read as `./NAME`.
  package func reader(over other: FileReader = .none) -> FileReader {
    let manifests = manifests
    let names = manifests.map { LessonLibrary.lastPart($0.path) }.sorted { $0.precedesByBytes($1) }
    return FileReader(bareNames: names) { path in
      if let file = manifests.first(where: { $0.path == path || LessonLibrary.lastPart($0.path) == path }) {
        return .file(Array(file.text.utf8))
      }
      return other.read(path)
    }
  }

  /// The same, but for files that are there without the library: `other` comes first.
  package func reader(under other: FileReader) -> FileReader {
    let own = reader()
    return FileReader(bareNames: own.bareNames) { path in
      let found = other.read(path)
      return found == .missing ? own.read(path) : found
    }
  }

  /// The name of the lesson in the file at `path`.
  package static func name(_ path: String) -> String {
    let file = lastPart(path)
    for suffix in [Lesson.koreanSuffix, ".md"] where file.hasSuffix(suffix) {
      return String(file.dropLast(suffix.count))
    }
    return file
  }

  private static func language(_ path: String) -> Language {
    path.hasSuffix(Lesson.koreanSuffix) ? .korean : .english
  }

  private static func lastPart(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

/// A file of the library that is no lesson.
package struct LessonFileError: Error, Hashable, Sendable {
  package var path: String
  package var error: LessonError

  package var message: String { "\(path):\(error.line): \(error.message)" }
}
