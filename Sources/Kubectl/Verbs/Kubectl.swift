import Objects

/// kubectl: from the words of a line to what is printed.
package enum Kubectl {
  /// Runs one command; its answer is in `context.output`.
  ///
  /// `words` are those after `kubectl`.
  package static func run(_ words: some Collection<Word>, in context: inout KubectlContext) {
    do throws(KubectlError) {
      let found = try find(words)
      guard let verb = VerbList.verb(at: found.path) else {
        try refuse(found, in: &context)
        return
      }
      let parsed: ParsedArguments
      do throws(FlagError) {
        parsed = try verb.flags.parse(found.words)
      } catch {
        guard error.problem == .help else { throw .verbatim(error.message(path: found.pathText)) }
        context.output.stdout += Help.text(of: verb, path: found.pathText)
        return
      }
      let call = Invocation(command: found.pathText, parsed)
      guard ["", ConfigVerbs.contextName].contains(call[CommonFlags.context]) else {
        throw .verbatim(
          "Error in configuration: context was not found for specified context: \(call[CommonFlags.context])\n"
        )
      }
      try verb.run(&context, call)
    } catch {
      context.output.stderr += error.text
      context.output.exit = 1
    }
  }

  private static func find(_ words: some Collection<Word>) throws(KubectlError) -> FoundCommand {
    do throws(UnknownCommandError) {
      return try CommandTree.root.find(words, global: CommonFlags.global)
    } catch {
      throw .verbatim(error.message)
    }
  }

  /// A command that kubectl has and that does nothing here, one that only has others below it, or none at all.
  private static func refuse(_ found: FoundCommand, in context: inout KubectlContext) throws(KubectlError) {
    if found.path.isEmpty || found.path == ["help"] { return try help(found.words, in: &context) }
    let names = VerbList.names(under: found.path)
    guard !names.isEmpty else {
      throw .notSimulated(found.pathText + (Substitute.of(found.path).map { " (\($0))" } ?? ""))
    }
    guard let word = found.words.first else { throw .plain("\(found.pathText) needs a command: \(names)") }
    if ["-h", "--help"].contains(word.text) { return context.output.print("\(found.pathText): \(names)") }
    throw .usage("unknown command \(word.text.goQuoted)", command: found.pathText)
  }

  /// What is simulated of the command that `words` name, or which commands are.
  private static func help(_ words: [Word], in context: inout KubectlContext) throws(KubectlError) {
    let found = try find(words)
    if let verb = VerbList.verb(at: found.path) {
      context.output.stdout += Help.text(of: verb, path: found.pathText)
    } else if found.path.isEmpty {
      context.output.print("kubectl commands that are simulated: \(VerbList.summary)")
    } else {
      try refuse(FoundCommand(path: found.path, words: [Word("-h", at: 0..<0)]), in: &context)
    }
  }
}
