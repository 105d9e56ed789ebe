import ArgumentParser
import Cluster
import Foundation
import Kubectl
import Lessons
import Session
import Terminal

/// Where lessons come from.
struct LessonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "A folder with lessons and manifests, which win over those that are built in.",
    completion: .directory
  )
  var lessons: String?

  func library() throws -> LessonLibrary { try LessonOptions.library(lessons) }

  /// The lessons that are built in, and over them those of `folder`.
  static func library(_ folder: String?) throws -> LessonLibrary {
    guard let folder else { return .embedded }
    guard let files = LessonFolder.files(folder) else {
      throw ValidationError("cannot read the folder \(folder)")
    }
    return LessonLibrary(files).over(.embedded)
  }
}

/// The lessons and manifests in a folder of the machine.
enum LessonFolder {
  /// The Markdown and YAML files below `folder`, but for hidden ones; nil where it cannot be read.
  static func files(_ folder: String) -> [LessonLibrary.File]? {
    let root = URL(fileURLWithPath: folder).standardizedFileURL
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder), isFolder.boolValue else {
      return nil
    }
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
    var files: [LessonLibrary.File] = []
    while let url = found?.nextObject() as? URL {
      guard ["md", "yaml"].contains(url.pathExtension), let text = try? String(contentsOf: url, encoding: .utf8) else {
        continue
      }
      files.append(.init(path: String(url.standardizedFileURL.path.dropFirst(root.path.count + 1)), text: text))
    }
    return files
  }
}

/// `kubestep lesson`: a lesson at the prompt, or with its answers on standard input.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Begin a lesson, list them without a name, or write some.",
    subcommands: [
      LessonStartCommand.self, LessonCheckCommand.self, LessonNewCommand.self, LessonPromoteCommand.self,
    ],
    defaultSubcommand: LessonStartCommand.self
  )
}

/// `kubestep lesson NAME`, or `kubestep lesson start NAME`, behind which shells complete the names.
struct LessonStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Begin a lesson; without a name list them. Not on a terminal, standard input gives the answers."
  )

  @OptionGroup var cluster: ClusterOptions
  @OptionGroup var options: LessonOptions

  @Argument(help: "The lesson.", completion: .custom { words, _, _ in LessonStartCommand.names(words) })
  var name: String?

  func run() throws {
    let facts = TerminalFacts.current(environment: ProcessInfo.processInfo.environment)
    var header = Journal.Header(
      program: Kubestep.version,
      cluster.configuration,
      pace: .auto,
      language: Languages.choose(cluster.lang)
    )
    header.lessons = options.lessons
    var recorded = try RecordedConsole(header, Seat(facts, header.language))
    guard let name else {
      try answer(recorded.take("lesson"))
      return
    }
    if facts.isInteractive {
      var prompt = Prompt(recorded)
      prompt.run(first: "lesson \(name)")
      return
    }
    let progress = recorded.console.progress
    try answer(recorded.take("lesson \(name)"))
    recorded.takeStandardInput()
    ProgressFile.note(recorded.console.progress, since: progress)
    if recorded.console.run?.isPassed != true { throw ExitCode(1) }
  }

  /// The lessons that a command line so far can mean.
  private static func names(_ words: [String]) -> [String] {
    let folder = words.firstIndex(of: "--lessons").map { words.index(after: $0) }
    let library = try? LessonOptions.library(folder.flatMap { words.indices.contains($0) ? words[$0] : nil })
    return (library ?? .embedded).names
  }

  private func answer(_ output: CommandOutput) throws {
    StandardStreams.show(output)
    if output.exit != 0 { throw ExitCode(output.exit) }
  }
}
