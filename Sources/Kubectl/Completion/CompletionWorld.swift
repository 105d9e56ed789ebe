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

  /// Visits the objects of a kind in a namespace (nil for all) with their keys, in no order. Of ten thousand objects
  /// the keys take a tenth of the time that the names in them take, which lie elsewhere.
  func forEachUnordered(_ kind: Kind, in namespace: String?, _ body: (ObjectKey, Object) -> Void) {
    let place = kind.isNamespaced ? namespace : nil
    func visit(_ key: ObjectKey, _ object: Object) {
      if place == nil || key.namespace == place { body(key, object) }
    }
    if kind.isMadeWhenRead {
      cluster.view(of: kind).forEach { visit($0.metadata.key, $0) }
    } else {
      cluster.store.forEachUnordered(kind, visit)
    }
  }

  /// The names of the objects of these kinds that can take the place of `end`, with which a word ends.
  package func names(
    of kinds: [Kind],
    in namespace: String?,
    _ word: TypedWord,
    _ end: String,
    but given: Set<String> = []
  ) -> [Candidate] {
    var fit = TypedWord.Fit(word, end)
    for kind in kinds {
      forEachUnordered(kind, in: namespace) { key, _ in
        if given.isEmpty || !given.contains(key.name) { fit.add(key.name) }
      }
    }
    return fit.candidates
  }

  /// The names of the objects of a kind that a word can become.
  package func names(of kind: Kind, in namespace: String?, _ word: TypedWord) -> [Candidate] {
    names(of: [kind], in: namespace, word, word.text)
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

  /// The object of a kind whose key comes first; nil where there is none.
  func firstObject(_ kind: Kind, in namespace: String?) -> Object? {
    var first: ObjectKey?
    forEachUnordered(kind, in: namespace) { key, _ in
      if first.map({ key < $0 }) ?? true { first = key }
    }
    return first.flatMap { object(kind, named: $0.name, in: $0.namespace) }
  }
}

extension CompletionWorld {
  /// `TYPE/NAME` of these kinds, or of all where there are none: the types, and behind the stroke the names.
  package func objects(
    _ kinds: [Kind],
    _ word: TypedWord,
    in namespace: String?,
    but given: [String] = []
  ) -> [Candidate] {
    let kinds = kinds.isEmpty ? Kind.allCases : kinds
    guard let slash = word.text.firstIndex(of: "/") else {
      return word.completed(by: Candidate.typePrefixes(of: kinds, beginning: word.text))
    }
    let type = word.text[...slash]
    guard let kind = try? ResourceType.kind(String(type.dropLast())), kinds.contains(kind) else { return [] }
    let names = Set(given.filter { $0.hasPrefix(type) }.map { String($0.dropFirst(type.count)) })
    return self.names(of: [kind], in: namespace, word, String(word.text[slash...].dropFirst()), but: names)
  }

  /// The end of a label selector of objects of this type.
  package func labels(of type: String, _ word: TypedWord) -> [Candidate] {
    LabelCompletion(self, (try? ResourceType.kinds(type)) ?? [], namespace).selector(word)
  }

  /// The end of a field selector of objects of this type.
  package func fields(of type: String, _ word: TypedWord) -> [Candidate] {
    guard let kind = try? ResourceType.kind(type) else { return [] }
    return FieldSelectorCompletion(world: self, kind: kind, namespace: namespace).candidates(word)
  }

  /// The reasons of the Events that there are.
  package var eventReasons: [String] { cluster.store.eventReasons }

  /// The images that controllers' templates name, and those of which it is known what is in them.
  var images: [String] {
    let holders = Kind.podSpecHolders.filter { $0 != .pod }.flatMap { cluster.store.list($0) }
    let named = holders.flatMap { holder in
      let spec = holder.kind.podSpecPath.flatMap { holder.value[path: $0] }
      return PodSpecChange.containers(of: spec, matching: "*").compactMap { $0.container["image"]?.string }
    }
    return CompletionWorld.sorted(named + Cluster.listedImages)
  }
}
