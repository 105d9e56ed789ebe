import Basics
import Objects

/// `kubectl taint`: sets and removes taints of nodes.
///
/// Mirrors `pkg/cmd/taint`.
enum TaintVerb {
  static let verb = Verb("taint", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "set and remove taints of nodes",
    "노드에 테인트를 걸거나 없앱니다",
    usage: "nodes NODE… KEY=VALUE:EFFECT… KEY:EFFECT-…",
    takes: Grammar([.type([.node]), .name, .taint], [.object([.node]), .taint]),
    examples: "taint nodes node-2 disk=slow:NoSchedule",
    "taint nodes node-3 repair=now:NoExecute --dry-run=client"
  )

  private static let flags =
    FlagTable(
      [
        CommonFlags.all, CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.overwrite, CommonFlags.selector,
        CommonFlags.validate,
      ]
    ) + CommonFlags.print

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let (resources, changes) = try split(call.words)
    if resources.isEmpty { throw .plain("one or more resources must be specified as <resource> <name>") }
    if changes.isEmpty { throw .plain("at least one taint update is required") }
    let change: TaintChange
    do throws(TaintSpecError) {
      change = try TaintChange(changes)
    } catch {
      throw call.usage(error.message)
    }
    try check(call, resources, change)
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, isTyped: true, context: context)
    let query = try ObjectQuery(call, words: resources, all: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    try found.each { (node) throws(KubectlError) in
      let (taints, done) = try change.applied(
        to: node.body["spec"]?["taints"]?.array ?? [],
        of: node.metadata.name,
        overwrite: call[CommonFlags.overwrite]
      )
      let value: Value = taints.isEmpty ? .null : .array(taints)
      let changed = try context.merge(["spec": ["taints": value]], into: node, dryRun: dryRun)
      try printer.print(changed, done, to: &context.output)
    }
  }

  private static func split(_ words: [Word]) throws(KubectlError) -> (resources: [Word], changes: [String]) {
    let isChange = { (word: Word) in
      word.text.contains("=") || word.text.contains(":") || word.text.hasSuffix("-")
    }
    guard let first = words.firstIndex(where: isChange) else { return (words, []) }
    if let stray = words[first...].first(where: { !isChange($0) }) {
      throw .plain("all resources must be specified before taint changes: \(stray.text)")
    }
    return (Array(words[..<first]), words[first...].map(\.text))
  }

  private static func check(
    _ call: Invocation,
    _ resources: [Word],
    _ change: TaintChange
  ) throws(KubectlError) {
    guard ["node", "nodes", "no"].contains(resources[0].text.lowercased()) else {
      throw .plain("invalid resource type \(resources[0].text), only node(s) is supported")
    }
    if !change.conflicts.isEmpty {
      throw .plain(
        "can not both modify and remove the following taint(s) in the same command: "
          + change.conflicts.joined(separator: ", ")
      )
    }
    let selects = !call[CommonFlags.selector].isEmpty
    if call[CommonFlags.all], selects {
      throw .plain("setting 'all' parameter with a non empty selector is prohibited")
    }
    if !call[CommonFlags.all], !selects, resources.count < 2 {
      throw .plain("at least one resource name must be specified since 'all' parameter is not set")
    }
  }
}
