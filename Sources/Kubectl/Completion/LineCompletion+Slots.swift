import APIServer
package import Basics
import Cluster
package import Objects

/// The words for each place.
extension LineCompletion {
  func words(for slot: Slot, _ word: TypedWord) -> [Candidate] {
    switch slot {
    case .free: return []
    case .words(let words): return word.completed(by: words.map(Candidate.init(fixed:)))
    case .list(let words): return word.completed(word.end(behind: ","), by: words.map(Candidate.init(fixed:)))
    case .type(let kinds): return types(kinds, word)
    case .name: return world.names(of: kinds, in: namespace, word, word.text, but: Set(line.arguments.dropFirst()))
    case .object(let kinds): return objectNames(kinds, word)
    case .named(let kind): return world.names(of: [kind], in: namespace, word, word.text, but: Set(line.arguments))
    case .container: return word.completed(by: containers.map { Candidate($0) })
    case .image: return images(word)
    case .imageName: return word.completed(by: world.images.map { Candidate($0) })
    case .labels: return LabelCompletion(world, labelled, namespace).selector(word)
    case .podLabels: return LabelCompletion(world, [.pod], nil).selector(word)
    case .labelKeys:
      let keys = LabelCompletion(world, labelled, namespace).keys
      return word.completed(word.end(behind: ","), by: keys.map { Candidate($0) })
    case .labelChange, .annotationChange: return changes(word, isLabel: slot == .labelChange)
    case .fieldSelector:
      return kinds.first.map { FieldSelectorCompletion(world: world, kind: $0, namespace: namespace).candidates(word) }
        ?? []
    case .taint: return taints(word)
    case .typeField: return typeField(word)
    case .output(let family): return outputForms(family, word)
    case .jsonPath: return jsonPath(word, from: .object)
    case .waitGoal: return waitGoals(word)
    case .subresource: return subresources(word)
    case .manifest: return FileCompletion(world.files).manifests(word)
    case .file: return FileCompletion(world.files).files(word)
    }
  }

  // MARK: Objects

  /// Plural names; where none begins so, a singular or a short one.
  func types(_ kinds: [Kind], _ word: TypedWord) -> [Candidate] {
    let kinds = kinds.isEmpty ? Kind.allCases : kinds
    let end = String(word.end(behind: ","))
    let isList = end.utf8.count < word.text.utf8.count
    var plurals = kinds.map { Candidate($0.plural) }
    if verb.path == ["get"], kinds.count == Kind.allCases.count, "all".hasPrefix(end), !end.isEmpty {
      plurals.append(Candidate("all"))
    }
    let names = kinds.map(\.names).flatMap { [$0.singular] + $0.shortNames }
    var found = word.completed(end, by: plurals)
    if found.isEmpty { found = word.completed(end, by: names.map { Candidate($0) }) }
    // A whole type may go on with a name.
    guard !isList, names.contains(end), takesObjects else { return found }
    return found + word.completed(end, by: [Candidate(end + "/", goesOn: true)])
  }

  private var takesObjects: Bool {
    verb.manual.takes.ways.contains { if case .object? = $0.first { true } else { false } }
  }

  /// Names behind a typed `TYPE/`; the types are the business of `types`, where they may stand first.
  private func objectNames(_ kinds: [Kind], _ word: TypedWord) -> [Candidate] {
    if !word.text.contains("/"), line.arguments.isEmpty, verb.manual.takes.hasTypes { return [] }
    return world.objects(kinds, word, in: namespace, but: line.arguments)
  }

  /// The containers of the Pods, or Pod templates, that the line is about.
  private var containers: [String] {
    CompletionWorld.sorted(objects.flatMap { $0.containerNames })
  }

  /// `CONTAINER=IMAGE`.
  private func images(_ word: TypedWord) -> [Candidate] {
    guard let equals = word.text.firstIndex(of: "=") else {
      return word.completed(by: (containers + ["*"]).map { Candidate($0 + "=", goesOn: true) })
    }
    return word.dropping(word.text[...equals]).completed(by: world.images.map { Candidate($0) })
  }

  private func subresources(_ word: TypedWord) -> [Candidate] {
    let hasScale = kinds.isEmpty || kinds.contains(where: \.hasScale)
    return word.completed(by: (hasScale ? ["scale", "status"] : ["status"]).map { Candidate($0) })
  }

  // MARK: Metadata

  private func changes(_ word: TypedWord, isLabel: Bool) -> [Candidate] {
    if word.text.contains("=") { return isLabel ? LabelCompletion(world, kinds, namespace).value(word) : [] }
    let keys = objects.flatMap { (isLabel ? $0.metadata.labels : $0.metadata.annotations).map(\.key) }
    let known = isLabel ? LabelCompletion(world, kinds, namespace).keys : []
    return word.completed(by: (known + keys).map { Candidate($0 + "=", goesOn: true) })
      + word.completed(by: keys.map { Candidate($0 + "-") })
  }

  private func taints(_ word: TypedWord) -> [Candidate] {
    let effects = Taint.Effect.allCases.map(\.rawValue)
    if word.text.contains(":") {
      let isRemoval = !word.text.contains("=")
      let removals = isRemoval ? effects.map { Candidate($0 + "-") } : []
      return word.completed(word.end(behind: ":"), by: effects.map { Candidate($0) } + removals)
    }
    let own = objects.compactMap { $0.as(Node.self) }.flatMap(\.taints)
    let all = world.cluster.store.list(.node).compactMap { $0.as(Node.self) }.flatMap(\.taints)
    if let equals = word.text.firstIndex(of: "=") {
      // The effect behind a value; before that, the values that the key has elsewhere.
      let key = word.text[..<equals]
      let value = String(word.text[equals...].dropFirst())
      let values = all.filter { $0.key == key && $0.value != value }.map { Candidate($0.value + ":", goesOn: true) }
      let known = word.completed(value, by: values)
      return known.isEmpty && !value.isEmpty
        ? word.completed(value, by: effects.map { Candidate("\(value):\($0)") }) : known
    }
    let removals = own.flatMap { ["\($0.key)-", "\($0.key):\($0.effect.rawValue)-"] }
    let keys = all.flatMap { ["\($0.key)=", "\($0.key):"] }
    return word.completed(by: removals.map { Candidate($0) } + keys.map(Candidate.init(fixed:)))
  }
}

extension Candidate {
  /// A word of a fixed set; `=`, `:` or `/` at its end asks for more.
  package init(fixed word: String) { self.init(word, goesOn: ["=", ":", "/"].contains(word.last)) }

  /// `pod/` and its like. Short names are for those who begin to type them.
  package static func typePrefixes(of kinds: [Kind], beginning typed: String) -> [Candidate] {
    let singular = kinds.map(\.names.singular).filter { $0.beginsIgnoringCase(with: typed) }
    let short = kinds.flatMap(\.names.shortNames)
    let whole = (short + kinds.map(\.plural)).contains(typed) ? [typed] : []
    return CompletionWorld.sorted(singular + whole + (singular.isEmpty ? short : [])).map {
      Candidate($0 + "/", goesOn: true)
    }
  }
}

extension Grammar<Slot> {
  /// Whether a type may stand first.
  fileprivate var hasTypes: Bool { ways.contains { if case .type? = $0.first { true } else { false } } }
}

extension Object {
  /// The names of the containers of this Pod, or of the Pod template in this object.
  package var containerNames: [String] {
    guard let path = kind.podSpecPath else { return [] }
    return PodSpecChange.containers(of: value[path: path], matching: "*").compactMap { $0.container["name"]?.string }
  }
}
