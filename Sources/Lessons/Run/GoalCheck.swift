import APIServer
import Kubectl
import Narration
import Objects
import Session

/// How a goal asks the cluster.
///
///     wait TYPE/NAME --for=delete | create | condition=TYPE[=STATUS] | jsonpath=PATH[=VALUE]
///     absent TYPE/NAME PATH                  the object is there, and nothing at the path
///
/// The first is what `kubectl wait` takes, so the same goals can be asked of a real cluster.
struct GoalCheck {
  private enum Question {
    case wait(WaitGoal)
    case absent(JSONPath)
  }

  private let object: ObjectID
  private let question: Question

  /// Reads a check; nil where the text is none.
  init?(_ text: String) {
    guard let words = try? ShellWords.split(text).words.map(\.text), words.count == 3,
      let object = ResourceName.object(words[1], namespace: "default")
    else { return nil }
    self.object = object
    switch words[0] {
    case "wait":
      guard words[2].hasPrefix("--for="), let goal = try? WaitGoal(String(words[2].dropFirst("--for=".count))) else {
        return nil
      }
      question = .wait(goal)
    case "absent":
      guard let path = try? JSONPath(relaxed: words[2]) else { return nil }
      question = .absent(path)
    default: return nil
    }
  }

  func isMet(in store: Store) -> Bool {
    let found = store[object]
    switch question {
    case .wait(.deletion): return found == nil
    case .wait(let goal): return found.map { goal.isMet(by: $0, of: $0) } ?? false
    case .absent(let path):
      guard let found else { return false }
      return GoalCheck.values(path, found).isEmpty
    }
  }

  /// What the cluster shows where the goal looks.
  func seen(in store: Store) -> Localized {
    guard let found = store[object] else { return .noSuchObject }
    switch question {
    case .wait(.deletion) where found.metadata.deletionTimestamp != nil: return .isTerminating
    case .wait(.deletion), .wait(.creation): return .isThere
    case .wait(.condition(let type, _)):
      let conditions = found.body["status"]?["conditions"]?.array ?? []
      let condition = conditions.first { $0["type"]?.string?.lowercased() == type.lowercased() }
      return Localized(same: "\(type)=\(condition?["status"]?.string ?? "?")")
    case .wait(.path(let path, _)), .absent(let path):
      let values = GoalCheck.values(path, found)
      if values.isEmpty { return .noValue }
      return Localized(same: values.map { $0.string ?? $0.json }.joined(separator: " "))
    }
  }

  private static func values(_ path: JSONPath, _ object: Object) -> [Value] {
    ((try? path.results(in: object.value)) ?? []).flatMap { $0 }
  }
}
