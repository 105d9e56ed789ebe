package import Objects

/// Reads the word for a resource type: `pods`, `po`, `Pod`, `deployments.apps`, `deployments.v1.apps`.
///
/// Mirrors `resource.Builder.mappingFor` with the discovery and short-cut REST mappers.
package enum ResourceType {
  /// The kind that `word` names. Throws where the server has no such type, or where it is not simulated.
  package static func kind(_ word: String) throws(KubectlError) -> Kind {
    let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = parts.first ?? ""
    let group = parts.count > 1 ? parts[1] : nil
    if let kind = Kind.allCases.first(where: { $0.matches(name, group: group) }) { return kind }
    if let other = OtherResource.all.first(where: { $0.matches(name, group: group) }) {
      throw .notSimulated("resource type \(other.resource)")
    }
    throw .unknownType(name)
  }

  /// The kinds of a comma-separated list; `all` stands for those of that category.
  package static func kinds(_ words: String) throws(KubectlError) -> [Kind] {
    var kinds: [Kind] = []
    for word in names(in: words) {
      for kind in try word == "all" ? Kind.allCases.filter(\.names.inAll) : [kind(word)] where !kinds.contains(kind) {
        kinds.append(kind)
      }
    }
    return kinds
  }

  /// What the short names among `words` could also have meant.
  ///
  /// Mirrors `shortcutExpander.expandResourceShortcut`.
  static func ambiguities(in words: [String]) -> [String] {
    let types = words.first.map { [$0] } ?? []
    let typed = words.contains { $0.contains("/") } ? words.map { String($0.prefix { $0 != "/" }) } : types
    var warnings: [String] = []
    for name in typed.flatMap(names(in:)) {
      for other in Kind.allCases.filter({ $0.names.shortNames.contains(name) }).dropFirst() {
        let warning = "short name \(name.goQuoted) could also match lower priority resource \(other.resource)"
        if !warnings.contains(warning) { warnings.append(warning) }
      }
    }
    return warnings
  }

  /// The different words of a comma-separated list.
  static func names(in list: String) -> [String] {
    var seen: [String] = []
    for word in list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    where !seen.contains(word) {
      seen.append(word)
    }
    return seen
  }

  /// Whether `group` as typed (`apps`, a beginning of it, or `v1.apps`) means a group and version.
  fileprivate static func matches(_ typed: String?, group: String, version: String) -> Bool {
    guard let typed else { return true }
    return (!typed.isEmpty && group.hasPrefix(typed)) || typed == "\(version).\(group)"
  }
}

extension Kind {
  fileprivate func matches(_ word: String, group typed: String?) -> Bool {
    guard ResourceType.matches(typed, group: group, version: version) else { return false }
    let lower = word.lowercased()
    return lower == plural || lower == names.singular || names.shortNames.contains(word)
  }
}

extension OtherResource {
  fileprivate func matches(_ word: String, group typed: String?) -> Bool {
    guard ResourceType.matches(typed, group: group, version: version) else { return false }
    let lower = word.lowercased()
    return lower == plural || lower == singular || shortNames.contains(word)
  }
}
