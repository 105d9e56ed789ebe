import ArgumentParser
import Cluster
import Foundation
import Kubectl
import Session

/// `kubestep run FILE`: a script, one command a line.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a script, one command a line; - is standard input."
  )

  enum Output: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var cluster: ClusterOptions

  @Option(name: .long, help: "text, or json: one object a command.")
  var output = Output.text

  @ArgumentParser.Flag(name: .long, help: "Stop at the first command that fails, with exit code 1.")
  var failFast = false

  @Argument(help: "The script.", completion: .file())
  var file: String

  func run() throws {
    let bytes: [UInt8]
    if file == "-" {
      bytes = MachineFiles.standardInput()
    } else if case .file(let contents) = MachineFiles.reader.read(file) {
      bytes = contents
    } else {
      throw ValidationError("cannot read the script \(file)")
    }
    let isDone = Script.run(
      bytes,
      cluster.configuration,
      language: Languages.choose(cluster.lang),
      asJSON: output == .json,
      failFast: failFast
    )
    if !isDone { throw ExitCode(1) }
  }
}
