package import Objects

/// What a command's arguments ask for.
package enum ResourceSelection: Hashable, Sendable {
  /// Objects by name, in the order in which they were given.
  case names([NamedResource])
  /// Every object of these kinds that the selectors let through.
  case kinds([Kind])
  /// The objects of the files.
  case files

  /// The kinds of what is asked for by arguments.
  var kinds: [Kind] {
    switch self {
    case .names(let names): names.map(\.kind)
    case .kinds(let kinds): kinds
    case .files: []
    }
  }

  package struct NamedResource: Hashable, Sendable {
    package var kind: Kind
    package var name: String

    package init(kind: Kind, name: String) {
      self.kind = kind
      self.name = name
    }
  }
}

/// How a command reads its arguments, and what else stands on its line that bears on them.
package struct ResourceArguments: Sendable {
  package var words: [String]
  /// `-f` was given.
  package var hasFiles = false
  /// `-l` or `--field-selector` was given.
  package var hasSelector = false
  /// `--all` was given.
  package var all = false
  package var allNamespaces = false
  /// A type without names means all its objects, as for get.
  package var typeMeansAll = false

  package init(_ words: [Word]) { self.words = words.map(\.text) }

  /// Mirrors `resource.Builder`: `ResourceTypeOrNameArgs` and the checks of `visitorResult`.
  package func resolve() throws(KubectlError) -> ResourceSelection {
    let words = expandedWords()
    let withSlash = words.filter { $0.contains("/") }.count
    if withSlash > 0 {
      guard withSlash == words.count else { throw .plain(ResourceArguments.needlessType) }
      return try resolve(tuples: words)
    }
    let names = Array(words.dropFirst())
    let types = words.first
    if hasFiles {
      guard types == nil else { throw .plain(ResourceArguments.filesAndTypes) }
      return .files
    }
    if hasSelector || all || (typeMeansAll && words.count == 1) {
      guard names.isEmpty else { throw .plain("name cannot be provided when a selector is specified") }
      guard let types else { throw .plain("at least one resource must be specified to use a selector") }
      return .kinds(try ResourceType.kinds(types))
    }
    guard let types else { throw .plain(ResourceArguments.missingResource) }
    let kinds = try ResourceType.kinds(types)
    guard !names.isEmpty else { throw .plain("resource(s) were provided, but no name was specified") }
    guard kinds.count == 1, let kind = kinds.first else { throw .plain("you must specify only one resource") }
    try checkNamespace(of: kind)
    return .names(names.map { .init(kind: kind, name: $0) })
  }

  /// Several types before names stand for each type with each name: `rs,pods a` is `rs/a pods/a`.
  private func expandedWords() -> [String] {
    guard words.count >= 2 else { return words }
    let types = ResourceType.names(in: words[0])
    guard types.count > 1 else { return words }
    return types.flatMap { type in words.dropFirst().map { "\(type)/\($0)" } }
  }

  private func resolve(tuples words: [String]) throws(KubectlError) -> ResourceSelection {
    var pairs: [(type: String, name: String)] = []
    for word in words {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else {
        throw .plain("arguments in resource/name form may not have more than one slash")
      }
      guard !parts[0].isEmpty, !parts[1].isEmpty, ResourceType.names(in: parts[0]).count == 1 else {
        throw .plain("arguments in resource/name form must have a single resource and name")
      }
      pairs.append((parts[0], parts[1]))
    }
    if hasFiles { throw .plain("resource/name arguments cannot be provided when a path is specified") }
    if hasSelector || all {
      throw .plain("selectors and the all flag cannot be used when passing resource/name arguments")
    }
    var named: [ResourceSelection.NamedResource] = []
    for pair in pairs {
      let kind = try ResourceType.kind(pair.type)
      try checkNamespace(of: kind)
      named.append(.init(kind: kind, name: pair.name))
    }
    return .names(named)
  }

  private func checkNamespace(of kind: Kind) throws(KubectlError) {
    if allNamespaces, kind.isNamespaced {
      throw .plain("a resource cannot be retrieved by name across all namespaces")
    }
  }

  static let missingEither = "one or more resources must be specified as <resource> <name> or <resource>/<name>"

  static let missingResource = """
    You must provide one or more resources by argument or filename.
    Example resource specifications include:
       '-f rsrc.yaml'
       '--filename=rsrc.json'
       '<resource> <name>'
       '<resource>'
    """

  private static let filesAndTypes =
    "when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well"

  private static let needlessType =
    "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form "
    + "(e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'"
}
