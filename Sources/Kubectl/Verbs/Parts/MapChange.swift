import Basics
import Objects

/// What `kubectl label`, `kubectl annotate` and their kin read from their arguments: resources first, then changes.
enum ChangeArguments {
  /// Parts `words` at the first change; `type` names the changes in errors.
  ///
  /// Mirrors `cmdutil.GetResourcesAndPairs`.
  static func split(_ words: [Word], type: String) throws(KubectlError) -> (resources: [Word], changes: [String]) {
    guard let first = words.firstIndex(where: { isChange($0.text) }) else { return (words, []) }
    let changes = words[first...].map(\.text)
    if let stray = changes.first(where: { !isChange($0) }) {
      throw .plain("all resources must be specified before \(type) changes: \(stray)")
    }
    return (Array(words[..<first]), changes)
  }

  private static func isChange(_ word: String) -> Bool {
    (word.contains("=") && !word.hasPrefix("=")) || (word.hasSuffix("-") && word != "-")
  }
}

/// A change of a map of strings: `key=value` sets, `key-` removes.
struct MapChange: Hashable, Sendable {
  private(set) var assigned = StringMap()
  private(set) var removed: [String] = []

  var isEmpty: Bool { assigned.isEmpty && removed.isEmpty }

  /// Reads changes of labels.
  ///
  /// Mirrors `parseLabels` of kubectl's `label`.
  init(labels changes: [String]) throws(KubectlError) {
    for change in changes {
      let parts = change.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else {
        removed.append(String(change.dropLast()))
        continue
      }
      guard parts.count == 2 else { throw .plain("invalid label spec: \(change)") }
      let problems = NameSyntax.labelValue(parts[1])
      guard problems.isEmpty else {
        throw .plain("invalid label value: \(change.goQuoted): \(problems.joined(separator: ";"))")
      }
      assigned[parts[0]] = parts[1]
    }
    if !overlap.isEmpty { throw .plain("can not both modify and remove a label in the same command") }
  }

  /// Reads changes of annotations, whose values may be any text.
  ///
  /// Mirrors `cmdutil.ParsePairs` and the check of kubectl's `annotate`.
  init(annotations changes: [String]) throws(KubectlError) {
    for change in changes {
      if let equals = change.firstIndex(of: "=") {
        assigned[String(change[..<equals])] = String(change[change.index(after: equals)...])
      } else {
        removed.append(String(change.dropLast()))
      }
    }
    if !overlap.isEmpty {
      throw .plain(
        "can not both modify and remove the following annotation(s) in the same command: "
          + overlap.joined(separator: ", ")
      )
    }
  }

  /// Reads changes of environment variables.
  ///
  /// Mirrors `envutil.ParseEnv`.
  init(environment changes: [String]) throws(KubectlError) {
    for change in changes {
      guard change.contains("=") || change.hasSuffix("-") else {
        throw .plain("unknown environment variable: \(change)")
      }
      let name = change.contains("=") ? String(change.prefix { $0 != "=" }) : String(change.dropLast())
      guard NameSyntax.environmentName(name).isEmpty, !name.isEmpty else {
        throw .plain(
          "\(name.goQuoted) is not a valid key name: \(NameSyntax.environmentName(name).joined(separator: ";"))"
        )
      }
    }
    try self.init(annotations: changes)
  }

  /// What is to be removed and set at once.
  private var overlap: [String] { removed.filter { assigned[$0] != nil } }

  /// `current` after the change.
  func applied(to current: StringMap) -> StringMap {
    var map = current.merging(assigned)
    for key in removed { map[key] = nil }
    return map
  }

  /// The same as a merge patch of the map.
  var patch: Value {
    var fields = assigned.fields
    for key in removed { fields[key] = .null }
    return .object(fields)
  }
}
