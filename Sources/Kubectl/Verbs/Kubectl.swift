import Basics
package import Cluster
import Narration
import Objects

/// kubectl: from the words of a line to what is printed.
package enum Kubectl {
  /// Runs one command on `timeline`; its answer is in `context.output`.
  ///
  /// `words` are those after `kubectl`.
  package static func run(
    _ words: some Collection<Word>,
    in context: inout KubectlContext,
    on timeline: inout Timeline
  ) {
    // Verbs work on the run itself. On a copy of it, the first record of each command would copy the whole trace.
    swap(&context.timeline, &timeline)
    run(words, in: &context)
    swap(&context.timeline, &timeline)
  }

  private static func run(_ words: some Collection<Word>, in context: inout KubectlContext) {
    do throws(KubectlError) {
      let found = try find(words, context)
      guard let verb = VerbList.verb(at: found.path) else {
        try refuse(found, in: &context)
        return
      }
      let parsed: ParsedArguments
      do throws(FlagError) {
        parsed = try verb.flags.parse(found.words)
      } catch {
        if error.problem == .help { return help(found.path, in: &context) }
        context.hint = error.nearest(in: verb.flags)
        throw .verbatim(error.message(path: found.pathText))
      }
      let call = Invocation(command: found.pathText, parsed)
      guard ["", ConfigVerbs.contextName].contains(call[CommonFlags.context]) else {
        throw .verbatim(
          "Error in configuration: context was not found for specified context: \(call[CommonFlags.context])\n"
        )
      }
      try verb.run(&context, call)
    } catch {
      context.output.say(error.text, to: .errors)
      context.output.exit = 1
      if context.showsPlaces, let word = context.hint ?? error.nearest {
        context.output.warn(Localized.didYouMean(word).text(in: context.language))
      }
    }
  }

  private static func find(
    _ words: some Collection<Word>,
    _ context: KubectlContext
  ) throws(KubectlError) -> FoundCommand {
    do throws(UnknownCommandError) {
      return try CommandTree.root.find(words, global: CommonFlags.global)
    } catch {
      throw .verbatim(error.offering(context.otherCommands).message)
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
    if ["-h", "--help"].contains(word.text) { return help(found.path, in: &context) }
    throw .usage("unknown command \(word.text.goQuoted)", command: found.pathText)
  }

  /// What is simulated of the command that `words` name, or which commands are.
  private static func help(_ words: [Word], in context: inout KubectlContext) throws(KubectlError) {
    let found = try find(words.filter { !$0.text.hasPrefix("-") }, context)
    if found.path.isEmpty {
      let text = "kubectl commands that are simulated: \(VerbList.summary)"
      for line in text.folded(toCells: HelpPage.width, indent: 2) { context.output.print(line) }
    } else if Help.page(at: found.path) == nil {
      try refuse(FoundCommand(path: found.path, words: []), in: &context)
    } else {
      help(found.path, in: &context)
    }
  }

  private static func help(_ path: [String], in context: inout KubectlContext) {
    context.output.say(Help.page(at: path)?.text(in: context.language) ?? "")
  }
}
