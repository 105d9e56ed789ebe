import ArgumentParser
import Cluster
import Foundation
import Machinery

/// kubestep: Kubernetes' controllers, one step at a time.
@main
struct Kubestep: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "kubestep",
    abstract: "A simulated Kubernetes v1.36 cluster that you can stop, question and rewind.",
    discussion: """
      Without a subcommand: a prompt on a terminal, or a script on standard input, one command a line. The prompt's \
      options may then be given as well: 'kubestep --lang ko' speaks Korean, 'kubestep --resume' goes on with the last \
      session, and 'kubestep prompt --help' lists them all.
      """,
    version: version,
    subcommands: [
      PromptCommand.self, LessonCommand.self, RunCommand.self, ReplayCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: PromptCommand.self
  )

  static func main() {
    StandardStreams.secure()
    if let script = ShellCompletion.script(for: Array(CommandLine.arguments.dropFirst())) {
      StandardStreams.out(script + "\n")
      return
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}

/// What every way of running shares.
struct ClusterOptions: ParsableArguments {
  @Option(name: .long, help: "The seed: the same seed and input give the same run.")
  var seed: UInt64 = 1

  @Option(name: .long, help: "How many nodes the cluster has.")
  var nodes: Int = 3

  @Option(
    name: .long,
    help: "Switches of Kubernetes' components: ScheduleDaemonSetPods=false.",
    completion: .list(FeatureGates.settings)
  )
  var featureGates = ""

  @Option(name: .long, help: "en or ko; from LANG where it is not given.", completion: .list(Languages.names))
  var lang: String?

  /// What the options make; they were validated.
  var configuration: Configuration {
    var gates = FeatureGates()
    try? gates.set(featureGates)
    return Configuration(seed: seed, nodes: nodes, featureGates: gates)
  }

  func validate() throws {
    do throws(FeatureGateError) {
      var gates = FeatureGates()
      try gates.set(featureGates)
    } catch {
      throw ValidationError("--feature-gates: \(error.text)")
    }
    guard (0...1000).contains(nodes) else { throw ValidationError("--nodes takes a number from 0 to 1000") }
    if let lang, Languages.named(lang) == nil { throw ValidationError("--lang takes en or ko") }
  }
}
