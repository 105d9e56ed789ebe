import ArgumentParser
import Cluster
import Foundation
import Lessons
import Session
import Terminal

/// What the prompt takes.
struct PromptOptions: ParsableArguments {
  @OptionGroup var cluster: ClusterOptions
  @OptionGroup var lessons: LessonOptions

  @Flag(name: .long, help: "Go on with the last session that was left at a prompt, however it ended.")
  var resume = false
}

/// `kubestep`: the prompt, or a script where standard input is no terminal.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt",
    abstract: "The prompt; also what runs without a subcommand."
  )

  @OptionGroup var options: PromptOptions

  func run() throws {
    if options.resume {
      try ResumedSession.run()
      return
    }
    let facts = TerminalFacts.current(environment: ProcessInfo.processInfo.environment)
    let configuration = options.cluster.configuration
    let language = Languages.choose(options.cluster.lang)
    guard facts.isInteractive else {
      _ = Script.run(
        MachineFiles.standardInput(),
        configuration,
        language: language,
        asJSON: false,
        failFast: false
      )
      return
    }
    var header = Journal.Header(
      program: Kubestep.version,
      configuration,
      pace: .auto,
      language: language
    )
    header.lessons = options.lessons.lessons
    var prompt = Prompt(try RecordedConsole(header, Seat(facts, language)))
    prompt.run()
  }
}
