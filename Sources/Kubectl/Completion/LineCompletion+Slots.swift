package import Basics
package import Objects

/// The words for each place.
extension LineCompletion {
  func words(for slot: Slot, _ word: TypedWord) -> [Candidate] {
    switch slot {
    case .free: return []
    case .words(let words): return word.completed(word.text, by: words.map(Candidate.init(fixed:)))
    case .list(let words):
      let end = word.end(behind: ",")
      return word.completed(end, by: words.map(Candidate.init(fixed:)))
    case .type(let kinds): return types(kinds, word)
    case .name:
      let given = Set(line.arguments.dropFirst())
      return kinds.flatMap { names(of: $0, word) }.filter { !given.contains($0.word) }
    case .object(let kinds): return objectNames(kinds, word)
    case .named(let kind): return names(of: kind, word).filter { !line.arguments.contains($0.word) }
    case .container: return word.completed(word.text, by: containers.map { Candidate($0) })
    case .image: return images(word)
    case .labels: return LabelCompletion(world, kinds, namespace).selector(word)
    case .labelChange, .annotationChange: return changes(word, isLabel: slot == .labelChange)
    case .fieldSelector: return fieldSelector(word)
    case .taint: return taints(word)
    case .typeField: return typeField(word)
    case .output(let family): return outputForms(family, word)
    case .jsonPath: return jsonPath(word, from: .object)
    case .waitGoal: return waitGoals(word)
    case .manifest: return FileCompletion(world.files).manifests(word)
    case .file: return FileCompletion(world.files).files(word)
    }
  }

  // MARK: Objects

  /// Plural names; where none begins so, a singular or a short one.
  private func types(_ kinds: [Kind], _ word: TypedWord) -> [Candidate] {
    let kinds = kinds.isEmpty ? Kind.allCases : kinds
    let end = String(word.end(behind: ","))
    let isList = end.utf8.count < word.text.utf8.count
    let plurals = CompletionWorld.sorted(kinds.map(\.plural)).filter { $0.beginsByBytes(with: end) }
    let others = kinds.map(\.names).flatMap { [$0.singular] + $0.shortNames }.filter { $0.beginsByBytes(with: end) }
    var found = plurals
    if verb.path == ["get"], kinds.count == Kind.allCases.count, "all".hasPrefix(end), !end.isEmpty {
      found.append("all")
    }
    if found.isEmpty { found = CompletionWorld.sorted(others) }
    var candidates = found.map { Candidate($0) }
    // A whole type may go on with a name.
    if !isList, others.contains(end), takesObjects { candidates.append(Candidate(end + "/", goesOn: true)) }
    return word.completed(end, by: candidates)
  }

  private var takesObjects: Bool {
    verb.manual.takes.ways.contains { if case .object? = $0.first { true } else { false } }
  }

  private func names(of kind: Kind, _ word: TypedWord) -> [Candidate] {
    word.completed(word.text, by: world.names(of: kind, in: namespace, prefix: word.text).map { Candidate($0) })
  }

  /// Names behind a typed `TYPE/`; the types are the business of `types`, where they may stand first.
  private func objectNames(_ kinds: [Kind], _ word: TypedWord) -> [Candidate] {
    if !word.text.contains("/"), line.arguments.isEmpty, verb.manual.takes.hasTypes { return [] }
    let candidates = world.objects(kinds, word, in: namespace)
    return line.arguments.isEmpty ? candidates : candidates.filter { !line.arguments.contains($0.word) }
  }

  /// The containers of the Pods, or Pod templates, that the line is about.
  private var containers: [String] {
    CompletionWorld.sorted(objects.flatMap { $0.containerNames })
  }

  private func images(_ word: TypedWord) -> [Candidate] {
    guard !word.text.contains("=") else { return [] }
    return word.completed(word.text, by: (containers + ["*"]).map { Candidate($0 + "=", goesOn: true) })
  }

  // MARK: Metadata

  private func changes(_ word: TypedWord, isLabel: Bool) -> [Candidate] {
    if isLabel, word.text.contains("=") { return LabelCompletion(world, kinds, namespace).value(word) }
    let keys = objects.flatMap { (isLabel ? $0.metadata.labels : $0.metadata.annotations).map(\.key) }
    let known = isLabel ? LabelCompletion(world, kinds, namespace).keys : []
    let removals = CompletionWorld.sorted(keys).map { Candidate($0 + "-") }
    return word.completed(
      word.text,
      by: CompletionWorld.sorted(known + keys).map { Candidate($0 + "=", goesOn: true) } + removals
    )
  }

  private func fieldSelector(_ word: TypedWord) -> [Candidate] {
    let term = word.end(behind: ",")
    guard let kind = kinds.first, !term.contains("=") else { return [] }
    return word.completed(term, by: FieldSelector.selectableFields(of: kind).map { Candidate($0 + "=", goesOn: true) })
  }

  private func taints(_ word: TypedWord) -> [Candidate] {
    let effects = CompletionWorld.sorted(Taint.Effect.allCases.map(\.rawValue))
    if word.text.contains(":") {
      let end = word.end(behind: ":")
      let isRemoval = !word.text.contains("=")
      return word.completed(
        end,
        by: effects.map { Candidate($0) } + (isRemoval ? effects.map { Candidate($0 + "-") } : [])
      )
    }
    let taints = objects.compactMap { $0.as(Node.self) }.flatMap(\.taints)
    let keys = CompletionWorld.sorted(taints.map(\.key))
    let removals = CompletionWorld.sorted(taints.map { "\($0.key):\($0.effect.rawValue)-" })
    return word.completed(word.text, by: (keys.map { $0 + "-" } + removals).map { Candidate($0) })
  }

  // MARK: Paths

  private func typeField(_ word: TypedWord) -> [Candidate] {
    guard let dot = word.text.firstIndex(of: ".") else {
      return types([], word).map { Candidate($0.word, goesOn: true) }
    }
    guard let kind = try? ResourceType.kind(String(word.text[..<dot])), var place = FieldPlace(kind) else { return [] }
    let steps = word.text[word.text.index(after: dot)...].split(separator: ".", omittingEmptySubsequences: false)
    for step in steps.dropLast() where !place.go(through: String(step)) { return [] }
    return word.completed(steps.last ?? "", by: place.members.map { Candidate($0.name, goesOn: $0.isOpen) })
  }

  private func outputForms(_ family: OutputForm.Family, _ word: TypedWord) -> [Candidate] {
    for form in ["jsonpath", "jsonpath-as-json", "custom-columns"] where word.text.hasPrefix(form + "=") {
      guard verb.path == ["get"] || form == "jsonpath" else { return [] }
      let path = word.dropping(form + "=")
      if form == "custom-columns" { return customColumns(path) }
      return quotedPath(path, from: root)
    }
    return word.completed(word.text, by: OutputForm.names(family).map(Candidate.init(fixed:)))
  }

  /// What a JSONPath of `-o` begins at: one object, or the list of all.
  private var root: JSONPathPlace.Root {
    if verb.path == ["get"],
      objects.count != 1 || line.arguments.first?.contains("/") == false && line.arguments.count != 2
    {
      return .list
    }
    return .object
  }

  /// A path as a shell's word: where nothing is typed yet, its quote and brace.
  private func quotedPath(_ word: TypedWord, from root: JSONPathPlace.Root) -> [Candidate] {
    word.text.isEmpty ? word.completed("", by: [Candidate("'{.", goesOn: true)]) : jsonPath(word, from: root)
  }

  /// A path in braces, or one that is written without.
  private func jsonPath(_ word: TypedWord, from root: JSONPathPlace.Root) -> [Candidate] {
    let text = !word.text.contains("{") ? (word.text.hasPrefix(".") ? "{" : "{.") + word.text : word.text
    guard let kind = kinds.first, let (end, steps) = JSONPathPlace(kind, root, sample).steps(at: text) else {
      return []
    }
    return word.completed(end, by: steps)
  }

  /// An object like those that the line is about, for the keys of its maps.
  private var sample: Value? { objects.first?.value }

  private func customColumns(_ word: TypedWord) -> [Candidate] {
    let column = word.end(behind: ",")
    guard let colon = column.firstIndex(of: ":") else { return [] }
    return jsonPath(word.dropping(word.text.prefix(upTo: column.index(after: colon))), from: .object)
  }

  private func waitGoals(_ word: TypedWord) -> [Candidate] {
    if word.text.hasPrefix("condition=") {
      let goal = word.dropping("condition=")
      return goal.completed(goal.text, by: (kinds.first?.conditionTypes ?? []).map { Candidate($0) })
    }
    if word.text.hasPrefix("jsonpath=") {
      return quotedPath(word.dropping("jsonpath="), from: .object)
    }
    return word.completed(word.text, by: ["condition=", "create", "delete", "jsonpath="].map(Candidate.init(fixed:)))
  }
}

extension Candidate {
  /// A word of a fixed set; `=`, `:` or `/` at its end asks for more.
  package init(fixed word: String) { self.init(word, goesOn: ["=", ":", "/"].contains(word.last)) }

  /// `pod/` and its like. Short names are for those who begin to type them.
  package static func typePrefixes(of kinds: [Kind], beginning typed: String) -> [Candidate] {
    let singular = CompletionWorld.sorted(kinds.map(\.names.singular)).filter { $0.beginsByBytes(with: typed) }
    let short = CompletionWorld.sorted(kinds.flatMap(\.names.shortNames)).filter { $0.beginsByBytes(with: typed) }
    let whole = kinds.flatMap { $0.names.shortNames + [$0.plural] }.contains(typed) ? [typed] : []
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
