import APIServer
package import Basics
package import Cluster
package import Objects

/// What completion looks words up in: the cluster at this moment, and the files at hand.
package struct CompletionWorld {
  package var cluster: Cluster
  /// The namespace of lines that name none.
  package var namespace: String
  package var files: FileReader

  package init(_ cluster: Cluster, namespace: String, files: FileReader) {
    self.cluster = cluster
    self.namespace = namespace
    self.files = files
  }

  /// Visits the objects of a kind in a namespace (nil for all), in no order.
  func forEachUnordered(_ kind: Kind, in namespace: String?, _ body: (Object) -> Void) {
    let place = kind.isNamespaced ? namespace : nil
    func visit(_ object: Object) {
      if place == nil || object.metadata.namespace == place { body(object) }
    }
    if kind.isMadeWhenRead {
      cluster.view(of: kind).forEach(visit)
    } else {
      cluster.store.forEachUnordered(kind, visit)
    }
  }

  /// The names of objects that begin with `prefix`, each once, in byte order.
  package func names(of kind: Kind, in namespace: String?, prefix: String = "") -> [String] {
    var names: [String] = []
    forEachUnordered(kind, in: namespace) { object in
      let name = object.metadata.name
      if name.beginsByBytes(with: prefix) { names.append(name) }
    }
    return CompletionWorld.sorted(names)
  }

  /// The words, each once, in byte order.
  static func sorted(_ words: some Sequence<String>) -> [String] {
    var unique: [String] = []
    for word in words.sorted(by: { $0.precedesByBytes($1) }) where word != unique.last { unique.append(word) }
    return unique
  }

  package func object(_ kind: Kind, named name: String, in namespace: String?) -> Object? {
    let place = kind.isNamespaced ? namespace ?? self.namespace : ""
    guard kind.isMadeWhenRead else { return cluster.store[ObjectID(kind, namespace: place, name: name)] }
    return cluster.view(of: kind).first { $0.metadata.name == name && $0.metadata.namespace == place }
  }
}

extension CompletionWorld {
  /// `TYPE/NAME` of these kinds, or of all where there are none: the types, and behind the stroke the names.
  package func objects(_ kinds: [Kind], _ word: TypedWord, in namespace: String?) -> [Candidate] {
    let kinds = kinds.isEmpty ? Kind.allCases : kinds
    guard let slash = word.text.firstIndex(of: "/") else {
      return word.completed(word.text, by: Candidate.typePrefixes(of: kinds, beginning: word.text))
    }
    guard let kind = try? ResourceType.kind(String(word.text[..<slash])), kinds.contains(kind) else { return [] }
    let typed = String(word.text[word.text.index(after: slash)...])
    return word.completed(typed, by: names(of: kind, in: namespace, prefix: typed).map { Candidate($0) })
  }

  /// The end of a label selector of objects of this type.
  package func labels(of type: String, _ word: TypedWord) -> [Candidate] {
    LabelCompletion(self, (try? ResourceType.kinds(type)) ?? [], namespace).selector(word)
  }

  /// The reasons of the Events that there are.
  package var eventReasons: [String] {
    var reasons: Set<String> = []
    cluster.store.forEachUnordered(.event) { object in
      if let event = object.as(Event.self) { reasons.insert(event.reason) }
    }
    return CompletionWorld.sorted(reasons)
  }
}
