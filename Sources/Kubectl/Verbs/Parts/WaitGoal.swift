package import Objects

/// What `kubectl wait --for` asks of an object.
package enum WaitGoal: Hashable, Sendable {
  case deletion
  case creation
  case condition(type: String, status: String)
  case path(JSONPath, value: String?)

  /// Mirrors `conditionFuncsFor`.
  package init(_ text: String) throws(KubectlError) {
    switch text.lowercased() {
    case "delete": self = .deletion
    case "create": self = .creation
    default:
      if text.hasPrefix("condition=") {
        let parts = text.dropFirst("condition=".count)
          .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self = .condition(type: parts[0], status: parts.count > 1 ? parts[1] : "true")
      } else if text.hasPrefix("jsonpath=") {
        self = try WaitGoal.path(String(text.dropFirst("jsonpath=".count)))
      } else {
        throw .plain("unrecognized condition: \(text.goQuoted)")
      }
    }
  }

  /// Mirrors `processJSONPathInput`.
  private static func path(_ text: String) throws(KubectlError) -> WaitGoal {
    let parts = splitAtSingleEquals(text)
    guard parts.count <= 2 else {
      throw .plain(
        "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or "
          + "--for=jsonpath='{.status.readyReplicas}'"
      )
    }
    if parts[0].isEmpty { throw .plain("jsonpath expression cannot be empty") }
    let path: JSONPath
    do throws(JSONPath.PathError) { path = try JSONPath(relaxed: parts[0]) } catch { throw .plain(error.message) }
    guard parts.count == 2 else { return .path(path, value: nil) }
    let value = parts[1].trimmingQuotes
    if value.isEmpty {
      throw .plain(
        "jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3"
      )
    }
    return .path(path, value: value)
  }

  /// Parts at `=`; `==` parts nothing.
  ///
  /// Mirrors `splitJSONPathInput`.
  private static func splitAtSingleEquals(_ text: String) -> [String] {
    var parts = [""]
    var rest = text[...]
    while let next = rest.first {
      if rest.hasPrefix("==") {
        parts[parts.count - 1] += "=="
        rest = rest.dropFirst(2)
        continue
      }
      rest = rest.dropFirst()
      if next == "=" { parts.append("") } else { parts[parts.count - 1].append(next) }
    }
    return parts
  }

  /// Whether `object` is as asked; `start` is the object as it was when the waiting began.
  ///
  /// Throws where a path leads to what cannot be compared.
  package func isMet(by object: Object?, of start: Object) throws(KubectlError) -> Bool {
    switch self {
    case .deletion: return object?.metadata.uid != start.metadata.uid
    case .creation: return object != nil
    case .condition(let type, let status): return object?.hasCondition(type, status) ?? false
    case .path(let path, let value):
      guard let object else { return false }
      return try WaitGoal.holds(path, value, in: object)
    }
  }

  /// Mirrors `verifyParsedJSONPath` and `compareResults`.
  private static func holds(_ path: JSONPath, _ value: String?, in object: Object) throws(KubectlError) -> Bool {
    let lists = (try? path.results(in: object.value)) ?? []
    guard let list = lists.first, let found = list.first else { return false }
    if lists.count > 1 { throw .plain("given jsonpath expression matches more than one list") }
    if list.count > 1 { throw .plain("given jsonpath expression matches more than one value") }
    guard let value else { return true }
    switch found {
    case .array, .object: throw .plain("jsonpath leads to a nested object or list which is not supported")
    default: return (found.string ?? found.json).trimmingQuotes == value
    }
  }
}

extension Object {
  /// Whether a condition has this status and tells of the object as it is now.
  ///
  /// Mirrors `ConditionalWait.checkCondition`.
  fileprivate func hasCondition(_ type: String, _ status: String) -> Bool {
    (body["status"]?["conditions"]?.array ?? []).contains { condition in
      guard condition["type"]?.string?.lowercased() == type.lowercased() else { return false }
      let observed = condition["observedGeneration"]?.int ?? body["status"]?["observedGeneration"]?.int
      if let observed, observed < metadata.generation { return false }
      return condition["status"]?.string?.lowercased() == status.lowercased()
    }
  }
}

extension String {
  /// This text without quotes at its ends.
  var trimmingQuotes: String {
    var rest = self[...]
    while rest.first == "\"" || rest.first == "'" { rest.removeFirst() }
    while rest.last == "\"" || rest.last == "'" { rest.removeLast() }
    return String(rest)
  }
}
