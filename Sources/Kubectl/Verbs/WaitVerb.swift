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

/// What `--for` asks of an object.
private enum WaitGoal: Equatable {
  case deletion
  case creation
  case condition(type: String, status: String)
  case path(JSONPath, value: String?)

  /// Mirrors `conditionFuncFor`.
  init(_ text: String) throws(KubectlError) {
    switch text.lowercased() {
    case "delete": self = .deletion
    case "create": self = .creation
    default:
      if text.hasPrefix("condition=") {
        let parts = text.dropFirst("condition=".count).split(separator: "=", maxSplits: 1).map(String.init)
        self = .condition(type: parts.first ?? "", status: parts.count > 1 ? parts[1] : "true")
      } else if text.hasPrefix("jsonpath=") {
        self = try WaitGoal.path(String(text.dropFirst("jsonpath=".count)))
      } else {
        throw .plain("unrecognized condition: \(text.goQuoted)")
      }
    }
  }

  private static func path(_ text: String) throws(KubectlError) -> WaitGoal {
    let end = text.lastIndex(of: "}").map(text.index(after:)) ?? text.firstIndex(of: "=") ?? text.endIndex
    var value: String?
    if end < text.endIndex, text[end] == "=" {
      let rest = String(text[text.index(after: end)...])
      guard !rest.isEmpty else { throw .plain("jsonpath wait has to have a value after equal sign") }
      value = rest
    }
    do throws(JSONPath.PathError) {
      return .path(try JSONPath(relaxed: String(text[..<end])), value: value)
    } catch {
      throw .plain(error.message)
    }
  }

  /// `start` is the object as it was when the waiting began.
  func isMet(by object: Object?, of start: Object) -> Bool {
    switch self {
    case .deletion: return object?.metadata.uid != start.metadata.uid
    case .creation: return object != nil
    case .condition(let type, let status):
      return (object?.body["status"]?["conditions"]?.array ?? []).contains { condition in
        condition["type"]?.string?.lowercased() == type.lowercased()
          && condition["status"]?.string?.lowercased() == status.lowercased()
      }
    case .path(let path, let value):
      guard let object, let found = try? path.results(in: object.value).first?.first else { return false }
      guard let value else { return true }
      return (found.string ?? found.json) == value
    }
  }
}
