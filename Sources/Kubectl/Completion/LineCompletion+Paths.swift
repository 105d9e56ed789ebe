import Basics
import Objects

/// The words for places that take paths of fields.
extension LineCompletion {
  /// `pods.spec.containers`.
  func typeField(_ word: TypedWord) -> [Candidate] {
    guard let dot = word.text.firstIndex(of: ".") else {
      let types = types([], word)
      let isWhole = types.contains { $0.end == word.text }
      return isWhole ? types + word.completed(by: [Candidate(word.text + ".", goesOn: true)]) : types
    }
    guard let kind = try? ResourceType.kind(String(word.text[..<dot])), var place = FieldPlace(kind) else { return [] }
    let steps = word.text[word.text.index(after: dot)...].split(separator: ".", omittingEmptySubsequences: false)
    for step in steps.dropLast() where !place.go(through: String(step)) { return [] }
    let end = steps.last ?? ""
    let members = place.members.map { member in
      Candidate(member.name == end && member.isOpen ? member.name + "." : member.name, goesOn: member.isOpen)
    }
    return word.completed(end, by: members)
  }

  /// What `-o` takes.
  func outputForms(_ family: OutputForm.Family, _ word: TypedWord) -> [Candidate] {
    guard let equals = word.text.firstIndex(of: "=") else {
      return word.completed(by: OutputForm.names(family).map(Candidate.init(fixed:)))
    }
    let template = word.dropping(word.text[...equals])
    switch (String(word.text[..<equals]), family) {
    case ("jsonpath", _), ("jsonpath-as-json", .get): return jsonPath(template, from: root, isTemplate: true)
    case ("custom-columns", .get): return customColumns(template)
    case ("jsonpath-file", _), ("custom-columns-file", .get): return FileCompletion(world.files).files(template)
    default: return []
    }
  }

  /// What a JSONPath of `-o` begins at: one object, or the list of all.
  private var root: JSONPathPlace.Root {
    let words = line.allArguments
    if verb.path == ["get"], objects.count != 1 || words.first?.contains("/") == false && words.count != 2 {
      return .list
    }
    return .object
  }

  /// A path in braces, or one that is written without; `isTemplate` where it must have them.
  func jsonPath(_ word: TypedWord, from root: JSONPathPlace.Root, isTemplate: Bool = false) -> [Candidate] {
    guard let kind = kinds.first else { return [] }
    if isTemplate, word.text.isEmpty { return word.completed(by: [Candidate("{.", goesOn: true)]) }
    let isBare = !word.text.contains("{")
    let text = isBare ? (word.text.hasPrefix(".") ? "{" : "{.") + word.text : word.text
    guard let (end, steps) = JSONPathPlace(kind, root, sample(of: kind)).steps(at: text) else { return [] }
    guard isBare else { return word.completed(end, by: steps) }
    // Without braces the path may end behind any field.
    let bare = steps.map { step in
      let name = step.end.hasSuffix("}") ? String(step.end.dropLast()) : step.end
      return Candidate((word.text.isEmpty ? "." : "") + name, goesOn: name.hasSuffix(".") || name.hasSuffix("["))
    }
    return word.completed(end, by: bare)
  }

  /// An object like those that the line is about, for the keys of its maps and what its lists hold.
  private func sample(of kind: Kind) -> Value? { (objects.first ?? world.firstObject(kind, in: namespace))?.value }

  /// `HEADER:PATH,…`.
  private func customColumns(_ word: TypedWord) -> [Candidate] {
    let column = word.end(behind: ",")
    if let colon = column.firstIndex(of: ":") {
      return jsonPath(word.dropping(word.text.prefix(upTo: column.index(after: colon))), from: .object).map {
        Candidate($0.end, stem: $0.stem, goesOn: true, isFolded: $0.isFolded)
      }
    }
    let columns = ["NAME:.metadata.name", "NAMESPACE:.metadata.namespace", "LABELS:.metadata.labels"]
    return word.completed(column, by: columns.map { Candidate($0, goesOn: true) })
  }

  /// What `wait --for` takes.
  func waitGoals(_ word: TypedWord) -> [Candidate] {
    guard let equals = word.text.firstIndex(of: "=") else {
      return word.completed(by: ["condition=", "create", "delete", "jsonpath="].map(Candidate.init(fixed:)))
    }
    let goal = word.dropping(word.text[...equals])
    switch word.text[..<equals] {
    case "condition":
      if let sign = goal.text.firstIndex(of: "=") {
        return goal.dropping(goal.text[...sign]).completed(by: ["False", "True", "Unknown"].map { Candidate($0) })
      }
      let kinds = kinds.isEmpty ? Kind.allCases : kinds
      return goal.completed(by: kinds.flatMap(\.conditionTypes).map { Candidate($0) })
    case "jsonpath":
      if let end = goal.text.firstRange(of: "}=") { return values(goal.dropping(goal.text[..<end.upperBound])) }
      if goal.text.hasSuffix("}") { return goal.completed("", by: [Candidate("=", goesOn: true)]) }
      return jsonPath(goal, from: .object, isTemplate: true)
    default: return []
    }
  }

  /// What the field may be waited to become, where it has few values.
  private func values(_ word: TypedWord) -> [Candidate] {
    let isPhase = word.whole.hasSuffix(".phase}=\(word.text)") && kinds == [.pod]
    return word.completed(by: isPhase ? PodPhase.allCases.map { Candidate($0.rawValue) } : [])
  }
}
