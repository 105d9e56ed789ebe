import ArgumentParser
import Foundation
import Kubectl
import Lessons
import Narration
import Session

/// The lesson files that a command names, among all others at hand.
struct LessonFiles: ParsableArguments {
  @OptionGroup var options: LessonOptions

  @Argument(
    help: "The files, or folders with lessons in them; without any, all lessons at hand.",
    completion: .file(extensions: ["md"])
  )
  var files: [String] = []

  /// The library with the named files in it, and of these those to work on: each that was named, and the lessons of
  /// each folder.
  func load() throws -> (library: LessonLibrary, files: [LessonLibrary.File]) {
    var given: [LessonLibrary.File] = []
    var chosen: [LessonLibrary.File] = []
    for path in files {
      switch MachineFiles.reader.read(path) {
      case .file(let bytes):
        given.append(LessonLibrary.File(path: path, text: String(decoding: bytes, as: UTF8.self)))
        chosen += given.suffix(1)
      case .folder:
        let folder = path.hasSuffix("/") ? path : path + "/"
        let found = (LessonFolder.files(path) ?? []).map { LessonLibrary.File(path: folder + $0.path, text: $0.text) }
        let lessons = LessonLibrary(found).files
        if lessons.isEmpty { throw LessonAuthoring.failure("there is no lesson in \(path)") }
        given += found
        chosen += lessons
      case .missing, .unreadable: throw LessonAuthoring.failure("cannot read \(path)")
      }
    }
    let library = LessonLibrary(given).over(try options.library())
    return (library, files.isEmpty ? library.files : chosen)
  }
}

/// `kubestep lesson check FILE…`.
struct LessonCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lesson files: outputs, predictions, goals, solutions, mistakes, translation."
  )

  @OptionGroup var given: LessonFiles

  func run() throws {
    let (library, files) = try given.load()
    let checker = LessonChecker(library)
    let findings = files.flatMap { checker.check($0) }
    for finding in findings { StandardStreams.err(finding.message + "\n") }
    let stale = findings.count { $0.problem == .staleTranslation || $0.problem == .unmarkedTranslation }
    let counts = [
      counted(files.count, "file"), counted(findings.count, "finding"),
      counted(stale, "stale block") + " of translations",
    ]
    StandardStreams.out(counts.joined(separator: ", ") + "\n")
    if !findings.isEmpty { throw ExitCode(1) }
  }
}

/// `kubestep lesson promote FILE…`.
struct LessonPromoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: "Write the outputs in lesson files as they are now, and mark what translations were made from."
  )

  @OptionGroup var given: LessonFiles

  @ArgumentParser.Flag(name: .long, help: "Take translations as made from the English text as it is now.")
  var translated = false

  func validate() throws {
    if given.files.isEmpty { throw ValidationError("name the files to change") }
  }

  func run() throws {
    let (library, files) = try given.load()
    let promotion = LessonPromotion(library, isTranslated: translated)
    for file in files {
      let text: String
      do throws(LessonFileError) {
        text = try promotion.promoted(file)
      } catch {
        throw LessonAuthoring.failure(error.message)
      }
      if text != file.text { try LessonAuthoring.write(text, to: file.path, saying: "changed") }
    }
  }
}

/// `kubestep lesson new NAME`.
struct LessonNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write the beginning of a lesson, in English and in Korean."
  )

  @Argument(help: "The lesson's name: small letters, digits and dashes.")
  var name: String

  @Option(name: .long, help: "The folder to write into, such as Lessons/04-replicaset.", completion: .directory)
  var folder = "."

  func validate() throws {
    if !LessonSkeleton.isName(name) {
      throw ValidationError("the name takes small letters, digits and dashes")
    }
  }

  func run() throws {
    guard case .folder = MachineFiles.reader.read(folder) else {
      throw LessonAuthoring.failure("there is no folder \(folder)")
    }
    let files = Language.allCases.map { language in
      let skeleton = LessonSkeleton(name, in: language)
      let path = folder == "." ? skeleton.fileName : "\(folder)/\(skeleton.fileName)"
      return LessonLibrary.File(path: path, text: skeleton.blank)
    }
    for file in files where FileManager.default.fileExists(atPath: file.path) {
      throw LessonAuthoring.failure("\(file.path) is there already")
    }
    // The Korean file says from the beginning what its blocks were made from.
    let promotion = LessonPromotion(LessonLibrary(files).over(.embedded), isTranslated: true)
    for file in files { try LessonAuthoring.write(promotion.promoted(file), to: file.path, saying: "written") }
    let paths = files.map(\.path).joined(separator: " ")
    StandardStreams.out("kubestep lesson check \(paths) tells what is wrong with them\n")
  }
}

/// What the commands that write lesson files share.
private enum LessonAuthoring {
  /// Writes a file and says that it was changed or written.
  static func write(_ text: String, to path: String, saying done: String) throws {
    if let problem = MachineFiles.writer.write(path, Array(text.utf8)) { throw failure("\(path): \(problem)") }
    StandardStreams.out("\(path) \(done)\n")
  }

  /// Says what is wrong; the exit code to end with.
  static func failure(_ message: String) -> ExitCode {
    StandardStreams.err("error: \(message)\n")
    return ExitCode(1)
  }
}
