import APIServer
import Basics
import Objects

/// `kubectl wait`: lets time pass until objects are as asked.
///
/// Mirrors `pkg/cmd/wait`.
enum WaitVerb {
  static let verb = Verb("wait", flags: flags, run: run)

  private static let condition = Flag.repeated("for")
  private static let timeout = Flag.duration("timeout", default: .seconds(30))

  private static let flags =
    FlagTable(
      [
        CommonFlags.all, CommonFlags.allNamespaces, CommonFlags.fieldSelector, condition, CommonFlags.selector, timeout,
      ],
      refused: ["local"]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard let text = call[condition].first, call[condition].count == 1 else {
      if call[condition].isEmpty { throw .plain("unrecognized condition: []") }
      throw .notSimulated("kubectl wait with several --for")
    }
    let goal = try WaitGoal(text)
    var printer = try ChangePrinter(call, context: context)
    let query = try ObjectQuery(call, all: call[CommonFlags.all], context: context)
    var found = try context.find(query, call)
    if goal == .deletion {
      found.errors.removeAll { if case .server(.notFound, _) = $0 { true } else { false } }
    }
    try found.throwErrors()
    if found.objects.isEmpty, goal != .deletion { throw .plain("no matching resources found") }
    // One time-out for all: what one object leaves of it the next one has.
    let end = context.now + (call[timeout] < .zero ? .hours(168) : call[timeout])
    var errors: [KubectlError] = []
    for (object, _) in found.objects {
      let met = context.wait(max(.zero, end - context.now)) { goal.isMet(by: $0[object.id], of: object) }
      guard met else {
        if let stop = context.interruptAt, context.now >= stop {
          context.output.exit = 1
          return
        }
        errors.append(.plain("timed out waiting for the condition on \(object.kind.plural)/\(object.metadata.name)"))
        continue
      }
      try printer.print(context.store[object.id] ?? object, "condition met", to: &context.output)
    }
    if !errors.isEmpty { throw .several(errors) }
  }
}
