import APIServer
import Objects

/// `kubectl exec`: what can be told without running anything; commands inside containers are not simulated.
enum ExecVerb {
  static let verb = Verb("exec", flags: flags, run: run)

  private static let flags =
    FlagTable(
      [Flag.string("container", "c"), Flag.bool("quiet", "q"), Flag.bool("stdin", "i"), Flag.bool("tty", "t")],
      refused: ["pod-running-timeout"]
    ) + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard let dash = call.countBeforeDash else {
      guard call.words.count > 1 else { throw .plain("you must specify at least one command for the container") }
      throw .plain("exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead")
    }
    guard dash > 0 else { throw .plain("pod, type/name or --filename must be specified") }
    guard dash < call.words.count else { throw .plain("you must specify at least one command for the container") }
    let word = call.words[0]
    let argument = word.text.contains("/") ? word : Word("pods/\(word.text)", at: word.range)
    let query = try ObjectQuery(call, words: [argument], context: context)
    try context.find(query, call).throwErrors()
    throw .notSimulated("running a command in a container")
  }
}
