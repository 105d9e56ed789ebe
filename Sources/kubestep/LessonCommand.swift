import ArgumentParser
import Cluster
import Foundation
import Kubectl
import Lessons
import Session
import Terminal

/// `kubestep lesson`: a lesson at the prompt, or with its answers on standard input.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "List the lessons, begin one, or write some.",
    subcommands: [
      LessonStartCommand.self, LessonCheckCommand.self, LessonNewCommand.self, LessonPromoteCommand.self,
    ],
    defaultSubcommand: LessonStartCommand.self
  )
}

/// Where lessons come from.
struct LessonOptions: ParsableArguments {
  @Option(name: .long, help: "A folder with lessons and manifests, which win over those that are built in.")
  var lessons: String?

  func library() throws -> LessonLibrary {
    guard let lessons else { return .embedded }
    guard let files = LessonFolder.files(lessons) else {
      throw ValidationError("cannot read the folder \(lessons)")
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

/// `kubestep lesson NAME`.
struct LessonStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Begin a lesson; without a name list them. Not on a terminal, standard input gives the answers."
  )

  @OptionGroup var cluster: ClusterOptions
  @OptionGroup var options: LessonOptions

  @Argument(help: "The lesson.")
  var name: String?

  func run() throws {
    let facts = TerminalFacts.current(environment: ProcessInfo.processInfo.environment)
    var session = MachineSession.make(
      cluster.configuration,
      pace: .auto,
      language: Languages.choose(cluster.lang),
      facts: facts
    )
    session.goesOn = { !Interrupts.pending }
    var console = LessonConsole(
      session,
      library: try options.library(),
      progress: ProgressFile.read(),
      width: facts.width ?? 80
    )
    guard let name else {
      try answer(console.execute("lesson"))
      return
    }
    if facts.isInputTerminal, facts.isOutputTerminal {
      var prompt = Prompt(console, facts: facts)
      prompt.run(first: "lesson \(name)")
      return
    }
    try answer(console.execute("lesson \(name)"))
    let text = String(decoding: MachineFiles.standardInput(), as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !console.session.hasEnded {
      let output = console.execute(String(line))
      StandardStreams.out(output.stdout)
      StandardStreams.err(output.stderr)
    }
    ProgressFile.write(console.progress)
    if console.run?.isPassed != true { throw ExitCode(1) }
  }

  private func answer(_ output: CommandOutput) throws {
    StandardStreams.out(output.stdout)
    StandardStreams.err(output.stderr)
    if output.exit != 0 { throw ExitCode(output.exit) }
  }
}
