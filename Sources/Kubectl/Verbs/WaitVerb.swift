import APIServer
import Basics
import Objects

/// `kubectl wait`: lets time pass until objects are as asked.
///
/// Mirrors `pkg/cmd/wait`.
enum WaitVerb {
  static let verb = Verb("wait", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "let time pass until objects are as asked",
    "오브젝트가 원하는 상태가 될 때까지 시간을 흐르게 합니다",
    usage: "(TYPE NAME… | TYPE/NAME… | -f FILE) --for=GOAL",
    takes: Grammar([.type(), .name], [.object()]),
    examples: "wait pod web --for=condition=Ready",
    "wait rs/web --for=jsonpath='{.status.readyReplicas}'=3"
  )

  private static let condition = Flag.repeated("for", takes: .waitGoal)
  private static let timeout = Flag.duration("timeout", default: .seconds(30))

  private static let flags =
    FlagTable(
      [
        CommonFlags.all, CommonFlags.allNamespaces, CommonFlags.fieldSelector, CommonFlags.filename, condition,
        CommonFlags.recursive, CommonFlags.selector, timeout,
      ],
      refused: ["local"]
    ) + CommonFlags.print

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    guard !call[condition].isEmpty else { throw .plain("unrecognized condition: []") }
    var goals: [WaitGoal] = []
    for text in call[condition] { goals.append(try WaitGoal(text)) }
    var printer = try ChangePrinter(call, context: context)
    let query = try ObjectQuery(call, all: call[CommonFlags.all], context: context)
    if let kind = query.selection.kinds.first(where: \.isMadeWhenRead) {
      throw .notSimulated("waiting for \(kind.resource)")
    }
    // One time-out for all: what one object leaves of it the next one has.
    let limit: Interval = call[timeout] < .zero ? .hours(168) : call[timeout]
    let end = context.now + limit
    if goals.contains(.creation) { try waitForCreation(query, call, until: end, &context) }
    guard context.output.exit == 0 else { return }
    let found = try find(query, call, mayBeGone: goals.contains(.deletion), &context)
    var errors = found.errors
    for (object, _) in found.objects {
      do throws(KubectlError) {
        guard try meets(goals, object, limit, until: end, &context) else { return }
        try printer.print(context.store[object.id] ?? object, "condition met", to: &context.output)
      } catch {
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw .several(errors) }
  }

  private static func find(
    _ query: ObjectQuery,
    _ call: Invocation,
    mayBeGone: Bool,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> FoundObjects {
    var found = try context.find(query, call)
    if mayBeGone {
      found.errors.removeAll { if case .server(.notFound, _) = $0 { true } else { false } }
    }
    if found.objects.isEmpty, found.errors.isEmpty, !mayBeGone { throw .plain("no matching resources found") }
    return found
  }

  /// Lets time pass until all that is asked for is there, or anything where no name is given.
  private static func waitForCreation(
    _ query: ObjectQuery,
    _ call: Invocation,
    until end: Instant,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    let pause = Interval.milliseconds(500)
    while true {
      let found = try context.find(query, call)
      let isMissing = found.errors.contains { if case .server(.notFound, _) = $0 { true } else { false } }
      if !isMissing {
        try found.throwErrors()
        if !found.objects.isEmpty { return }
      }
      guard context.mayWait, context.now < end else { throw .plain("timed out waiting for the condition") }
      _ = context.wait(min(pause, end - context.now)) { _ in false }
      if context.isInterrupted {
        context.output.exit = 1
        return
      }
    }
  }

  /// Lets time pass until the goals are met, one after the other; false where the user has interrupted.
  private static func meets(
    _ goals: [WaitGoal],
    _ object: Object,
    _ limit: Interval,
    until end: Instant,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Bool {
    let name = "\(object.kind.plural)/\(object.metadata.name)"
    for goal in goals {
      var failure: KubectlError?
      let met = context.wait(max(.zero, end - context.now)) { store in
        do throws(KubectlError) {
          return try goal.isMet(by: store[object.id], of: object)
        } catch {
          failure = error
          return true
        }
      }
      if let failure { throw failure }
      if met { continue }
      if context.isInterrupted {
        context.output.exit = 1
        return false
      }
      let hasWaited = limit != .zero && context.mayWait
      throw .plain(hasWaited ? "timed out waiting for the condition on \(name)" : "condition not met for \(name)")
    }
    return true
  }
}
