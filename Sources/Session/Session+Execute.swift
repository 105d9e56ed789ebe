import Basics
import Cluster
package import Kubectl
import Machinery
import Narration

extension Session {
  /// Longer lines are refused, so that a mistaken paste cannot stop the prompt.
  private static let longestLine = 1 << 20

  /// Carries out one typed line; empty lines and comments do nothing.
  ///
  /// `standardInput` is what `-f -` reads where the line itself names no file with `<`.
  package mutating func execute(_ line: String, standardInput: [UInt8]? = nil) -> CommandOutput {
    let position = timeline.position
    let branches = timeline.others.count + 1
    hasInvited = false
    var output = carryOut(line, standardInput: standardInput)
    hint(at: line, &output)
    // Acting in the past has opened a branch.
    if timeline.present.number > branches, let origin = timeline.present.origin {
      output.print(text(.branched(timeline.present.name, leaving: origin.branch)))
    }
    if showsPromises, timeline.position != position, let open = narrator.promiseLine(in: timeline) {
      output.print(open)
    }
    output.fold(in: layout)
    return output
  }

  /// Prints a line that says what can be done next.
  mutating func invite(_ line: String, _ output: inout CommandOutput) {
    output.print(line)
    hasInvited = true
  }

  private mutating func carryOut(_ line: String, standardInput: [UInt8]?) -> CommandOutput {
    var output = CommandOutput()
    guard line.utf8.count <= Session.longestLine else {
      output.fail(text(.lineTooLong))
      return output
    }
    if let (command, typed) = SessionCommandList.conditionCommand(in: line) {
      command.runCondition?(&self, typed, &output)
      return output
    }
    let shellLine: ShellLine
    do throws(ShellWordsError) {
      shellLine = try ShellWords.split(line)
    } catch {
      output.fail("\(error.message)\(text(.atColumn(error.offset + 1)))")
      return output
    }
    guard let first = shellLine.words.first else { return output }
    var input = standardInput
    if let redirected = shellLine.input {
      guard let bytes = read(redirected.text, &output) else { return output }
      input = bytes
    }
    let isKubectl = first.text == "kubectl" || first.text == "k"
    if !isKubectl, let command = SessionCommandList.command(for: shellLine.words) {
      do throws(UsageError) {
        try command.run(&self, Array(shellLine.words.dropFirst()), &output)
      } catch {
        output.fail(text(.usage(command.usage)))
      }
      return output
    }
    return kubectl(shellLine, line: line, standardInput: input)
  }

  private func read(_ path: String, _ output: inout CommandOutput) -> [UInt8]? {
    switch files.read(path) {
    case .file(let bytes): return bytes
    case .missing: output.fail("error: \(path): No such file or directory")
    case .folder: output.fail("error: \(path): Is a directory")
    case .unreadable(let reason): output.fail("error: \(path): \(reason)")
    }
    return nil
  }

  private mutating func kubectl(_ shellLine: ShellLine, line: String, standardInput: [UInt8]?) -> CommandOutput {
    var output = CommandOutput()
    if pace == .script, shellLine.validatesManifests { output = pass(ScriptTime.validation) }
    let begin = timeline.lastRecord
    let position = timeline.position
    var context = KubectlContext(
      command: line,
      files: files,
      standardInput: standardInput,
      mayWait: pace != .step
    )
    context.namespace = namespace
    context.editor = editor
    context.language = language
    context.assignments = shellLine.assignments
    context.interruptAt = interruptAt
    // Scripts are held against recordings of kubectl, so they get its words alone.
    context.showsPlaces = pace != .script
    if pace != .script, shellLine.command.count == shellLine.words.count {
      context.otherCommands = SessionCommandList.all.map(\.name) + otherCommands
    }
    context.author = author
    if author == .user { context.clock = clock }
    if pace != .script { context.layout = layout }
    var runGuard = RunGuard(self)
    context.stops = { timeline, made in runGuard.stops(timeline, after: made) }
    Kubectl.run(shellLine.command, in: &context, on: &timeline)
    namespace = context.namespace
    output.append(context.output)
    noteInertKinds(since: begin, &output)
    if runGuard.hasStopped {
      note(runGuard.halt, of: .settle)
      tell(runGuard.halt, &output)
      if context.isInterrupted { output.print(text(.kubectlWaitsNoMore)) }
    } else {
      goOn(after: context, since: begin, position, &output)
    }
    return output
  }

  /// Lets come what comes after a command of kubectl, as the pace has it.
  private mutating func goOn(
    after context: KubectlContext,
    since begin: RecordID,
    _ position: Int,
    _ output: inout CommandOutput
  ) {
    let acted = timeline.lastRecord > begin
    switch pace {
    case .script: output.append(pass(ScriptTime.command))
    case .auto where acted && context.wasWatchedEnough:
      invite(narrator.summary(of: timeline, since: position), &output)
    case .auto where acted: settle(since: position, &output)
    case .step where acted || context.isHeldBack: invite(text(.heldStill), &output)
    case .auto, .step: break
    }
  }
}

extension ShellLine {
  /// Whether this is a kubectl command that sends manifests from files.
  fileprivate var validatesManifests: Bool {
    command.contains { ["apply", "create", "replace"].contains($0.text) }
      && command.contains { $0.text.hasPrefix("-f") || $0.text.hasPrefix("--filename") || $0.text.hasPrefix("-k") }
  }
}
