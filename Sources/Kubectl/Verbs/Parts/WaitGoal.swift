package import Objects

/// What `kubectl wait --for` asks of an object.
package enum WaitGoal: Hashable, Sendable {
  case deletion
  case creation
  case condition(type: String, status: String)
  case path(JSONPath, value: String?)

  /// Mirrors `conditionFuncFor`.
  package init(_ text: String) throws(KubectlError) {
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
  package func isMet(by object: Object?, of start: Object) -> Bool {
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
