import ArgumentParser
import Foundation
import Terminal

/// `kubestep doctor`: what of this machine kubestep stands on, and what to do about it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at terminal, locale, folders and programs; exit code 1 where something is to be done."
  )

  @Option(name: .long, help: "en or ko; from LANG where it is not given.", completion: .list(Languages.names))
  var lang: String?

  func validate() throws {
    if let lang, Languages.named(lang) == nil { throw ValidationError("--lang takes en or ko") }
  }

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let findings = Doctor(environment: environment, facts: .current(environment: environment)).findings
    StandardStreams.out(Finding.text(of: findings, in: Languages.choose(lang)))
    if findings.contains(where: { $0.verdict == .mend }) { throw ExitCode(1) }
  }
}
