import APIServer
import Kubectl
import Machinery
import Narration
import Objects
import Session

/// How a goal asks the cluster.
///
///     wait TYPE/NAME --for=delete | create | condition=TYPE[=STATUS] | jsonpath=PATH[=VALUE]
///     absent TYPE/NAME PATH                  the object is there, and nothing at the path
///
///     holds CONDITION                        see `WorldCondition`; records count from when the goals were shown
///
/// The first is what `kubectl wait` takes, so the same goals can be asked of a real cluster.
struct GoalCheck {
  private enum Question {
    case wait(ObjectID, WaitGoal)
    case absent(ObjectID, JSONPath)
    case holds(WorldCondition)
  }

  private let question: Question

  /// Reads a check; nil where the text is none.
  init?(_ text: String) {
    if text.hasPrefix("holds ") {
      guard let condition = try? WorldCondition(String(text.dropFirst("holds ".count))) else { return nil }
      question = .holds(condition)
      return
    }
    guard let words = try? ShellWords.split(text).words.map(\.text), words.count == 3,
      let object = ResourceName.object(words[1], namespace: "default")
    else { return nil }
    switch words[0] {
    case "wait":
      guard words[2].hasPrefix("--for="), let goal = try? WaitGoal(String(words[2].dropFirst("--for=".count))) else {
        return nil
      }
      question = .wait(object, goal)
    case "absent":
      guard let path = try? JSONPath(relaxed: words[2]) else { return nil }
      question = .absent(object, path)
    default: return nil
    }
  }

  func isMet(in store: Store, after records: ArraySlice<Record>) -> Bool {
    switch question {
    case .wait(let object, .deletion): return store[object] == nil
    case .wait(let object, let goal): return store[object].map { (try? goal.isMet(by: $0, of: $0)) ?? false } ?? false
    case .absent(let object, let path): return store[object].map { GoalCheck.values(path, $0).isEmpty } ?? false
    case .holds(let condition): return condition.holds(in: store, after: records)
    }
  }

  /// What the cluster shows where the goal looks.
  func seen(in store: Store, after records: ArraySlice<Record>) -> Localized {
    switch question {
    case .wait(let object, let goal): store[object].map { GoalCheck.seen(goal, $0) } ?? .noSuchObject
    case .absent(let object, let path): store[object].map { GoalCheck.seen(path, $0) } ?? .noSuchObject
    case .holds(let condition):
      condition.seen(in: store, after: records).map { Localized(same: $0) }
        ?? (condition.holds(in: store, after: records) ? .holdsNow : .doesNotHold)
    }
  }

  private static func seen(_ goal: WaitGoal, _ found: Object) -> Localized {
    switch goal {
    case .deletion where found.metadata.deletionTimestamp != nil: return .isTerminating
    case .deletion, .creation: return .isThere
    case .condition(let type, _):
      let conditions = found.body["status"]?["conditions"]?.array ?? []
      let condition = conditions.first { $0["type"]?.string?.lowercased() == type.lowercased() }
      return Localized(same: "\(type)=\(condition?["status"]?.string ?? "?")")
    case .path(let path, _): return seen(path, found)
    }
  }

  private static func seen(_ path: JSONPath, _ found: Object) -> Localized {
    let values = values(path, found)
    return values.isEmpty ? .noValue : Localized(same: values.map(short).joined(separator: " "))
  }

  /// A value as it can stand in a line: of a list the names of what is in it, and of long JSON only the beginning.
  private static func short(_ value: Value) -> String {
    if let text = value.string { return text }
    let names = value.array?.compactMap { $0["name"]?.string }
    if let names, !names.isEmpty, names.count == value.array?.count { return names.joined(separator: ", ") }
    let json = value.json
    return json.count > 40 ? "\(json.prefix(39))…" : json
  }

  private static func values(_ path: JSONPath, _ object: Object) -> [Value] {
    ((try? path.results(in: object.value)) ?? []).flatMap { $0 }
  }
}
