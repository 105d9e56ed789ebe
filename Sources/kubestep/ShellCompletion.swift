import ArgumentParser

/// The scripts with which shells complete words of `kubestep`.
///
/// A command that runs without a subcommand being named has its options and arguments in that subcommand, where
/// ArgumentParser's scripts offer them behind its name only. These offer them without it as well.
enum ShellCompletion {
  private static let option = "--generate-completion-script"

  /// The script that a command line asks for; nil where it asks for none, or for that of a shell that is not known.
  static func script(for arguments: [String]) -> String? {
    guard let first = arguments.first, first == option || first.hasPrefix(option + "=") else { return nil }
    let name = first == option ? arguments.dropFirst().first : String(first.dropFirst(option.count + 1))
    let shell = name.map { CompletionShell(rawValue: $0) } ?? CompletionShell.autodetected()
    return shell.map { withLessons(Shape.completionScript(for: $0), $0) }
  }

  /// Options where the scripts are to offer them. Nothing is parsed with it.
  private struct Shape: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: Kubestep.configuration.commandName,
      version: Kubestep.version,
      subcommands: Kubestep.configuration.subcommands.map { $0 == LessonCommand.self ? LessonShape.self : $0 }
    )

    @OptionGroup var options: PromptOptions
  }

  private struct LessonShape: ParsableCommand {
    static let configuration = LessonCommand.configuration

    @OptionGroup var cluster: ClusterOptions
    @OptionGroup var options: LessonOptions
  }

  /// The script with the names of lessons behind `lesson`, too. An argument of `LessonShape` would take the place of
  /// its subcommands.
  private static func withLessons(_ script: String, _ shell: CompletionShell) -> String {
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
    guard let call = lines.first(where: { $0.contains("---completion lesson start") }) else { return script }
    switch shell {
    case .bash:
      return insert(call, in: lines, behind: "COMPREPLY+=($(compgen -W")
    case .zsh:
      // Of `':name:{…}'` what is in the braces.
      let action = call.drop { $0 != "{" }.dropFirst().dropLast(2)
      return insert("        \(action) && ret=0", in: lines, behind: "_describe -V subcommand subcommands")
    default:
      return script + "\n" + call.replacing("\"kubestep lesson start\"", with: "\"kubestep lesson\"")
    }
  }

  /// Puts a line behind the one with `anchor` in the function for `lesson`.
  private static func insert(_ line: some StringProtocol, in lines: [Substring], behind anchor: String) -> String {
    var lines = lines
    if let begin = lines.firstIndex(of: "_kubestep_lesson() {"),
      let place = lines[begin...].firstIndex(where: { $0.contains(anchor) })
    {
      lines.insert(Substring(line), at: place + 1)
    }
    return lines.joined(separator: "\n")
  }
}
