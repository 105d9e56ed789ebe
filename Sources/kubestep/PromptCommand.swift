import ArgumentParser
import Cluster
import Foundation
import Lessons
import Session
import Terminal

/// `kubestep`: the prompt, or a script where standard input is no terminal.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt",
    abstract: "The prompt; also what runs without a subcommand."
  )

  @OptionGroup var cluster: ClusterOptions
  @OptionGroup var lessons: LessonOptions

  func run() throws {
    let facts = TerminalFacts.current(environment: ProcessInfo.processInfo.environment)
    let configuration = cluster.configuration
    let language = Languages.choose(cluster.lang)
    guard facts.isInputTerminal, facts.isOutputTerminal else {
      _ = Script.run(
        MachineFiles.standardInput(),
        configuration,
        language: language,
        asJSON: false,
        failFast: false
      )
      return
    }
    var session = MachineSession.make(configuration, pace: .auto, language: language, facts: facts)
    session.goesOn = { !Interrupts.pending }
    var prompt = Prompt(
      LessonConsole(
        session,
        library: try lessons.library(),
        progress: ProgressFile.read(),
        width: facts.width ?? 80
      ),
      facts: facts
    )
    prompt.run()
  }
}
