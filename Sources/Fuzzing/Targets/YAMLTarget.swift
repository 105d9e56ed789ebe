import Manifest
import Objects

/// The YAML decoder, with documents of the schema that were changed as values, by lines and by bytes.
struct YAMLTarget: FuzzTarget {
  static let name = "yaml"
  private let documents = ManifestDraw()

  init() {}

  func input(seed: UInt64) -> FuzzInput {
    var draw = Draw(seed: seed)
    return .manifest(documents.stream(&draw))
  }

  /// What is written of a document reads back as what is written the same; a number may then be whole that was none
  /// before, as `1e3` is.
  func run(_ input: FuzzInput) -> FuzzOutcome {
    guard case .manifest(let bytes) = input else { return .broken("no manifest") }
    var isRefused = false
    for result in ManifestReader.documents(bytes: bytes) {
      switch result {
      case .success(let document):
        // kubectl writes the key `<<` without quotes, so that it would merge when read back.
        if document.value.has(key: "<<") { continue }
        let text = YAMLWriter.text(document.value)
        guard case .success(let again)? = ManifestReader.documents(text).first else {
          return .broken("cannot be read back:\n\(text)")
        }
        if YAMLWriter.text(again.value) != text { return .broken("reads back otherwise:\n\(text)") }
      case .failure(let error):
        if error.text.isEmpty { return .broken("refused without a word") }
        isRefused = true
      }
    }
    return isRefused ? .refused : .accepted
  }
}

/// `apply`, `create` and `replace` of such documents.
struct ApplyTarget: FuzzTarget {
  static let name = "apply"
  private let world = World()
  private let documents = ManifestDraw()

  init() {}

  func input(seed: UInt64) -> FuzzInput {
    var draw = Draw(seed: seed)
    let verbs = [
      "apply -f -", "apply -f -", "create -f -", "replace -f -", "apply --dry-run=server -f -", "diff -f -",
      "apply --validate=warn -f -", "create --validate=ignore -f -", "delete --wait=false -f -", "replace --force -f -",
    ]
    return .line(draw.pick(verbs), standardInput: documents.stream(&draw))
  }

  func run(_ input: FuzzInput) -> FuzzOutcome {
    guard case .line(let line, let standardInput) = input else { return .broken("no line") }
    return world.run(line, standardInput: standardInput)
  }
}

/// Draws manifests.
private struct ManifestDraw {
  private let objects: [Object]

  init() {
    let world = World()
    let kinds: [Kind] = [
      .pod, .replicaSet, .replicationController, .daemonSet, .deployment, .job, .cronJob, .node, .service, .namespace,
      .configMap,
    ]
    objects = kinds.flatMap(world.objects)
  }

  func stream(_ draw: inout Draw) -> [UInt8] {
    var text = (0..<(draw.once(in: 5) ? 1 + draw.below(3) : 1)).map { _ in document(&draw) }.joined(separator: "---\n")
    switch draw.below(4) {
    case 0: return draw.changed(Array(text.utf8))
    case 1: text = draw.changedLines(text)
    default: break
    }
    return Array(text.utf8)
  }

  private func document(_ draw: inout Draw) -> String {
    let template = draw.pick(objects)
    var fields = template.value.object ?? [:]
    if draw.once(in: 2), var metadata = fields["metadata"]?.object {
      for name in ["uid", "resourceVersion", "creationTimestamp", "generation", "ownerReferences"] {
        metadata[name] = nil
      }
      if draw.once(in: 2) { metadata["name"] = "fresh" }
      fields["metadata"] = .object(metadata)
    }
    let value = draw.object(of: template.kind, like: fields)
    switch draw.below(4) {
    case 0: return value.json + "\n"
    case 1: return value.prettyJSON + "\n"
    default: return dressed(YAMLWriter.text(value), &draw)
    }
  }

  /// YAML's own: anchors, aliases, tags, merges, quotes, folded texts.
  private func dressed(_ text: String, _ draw: inout Draw) -> String {
    guard draw.once(in: 3) else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<(1 + draw.below(3)) {
      let index = draw.below(lines.count)
      guard let colon = lines[index].firstRange(of: ": ") else { continue }
      let value = draw.pick([
        "&a", "*a", "!!str 1", "!!int 1", "!!float 1", "!!binary YQ==", "!!null x", "!x y", "|", ">-", "|+2", "{a: 1}",
        "[a, b", "\"\\u0041\\x41\"", "'a''b'", "\"a", "yes", "0o7", "010", "1:30", "2026-01-01", "? a", "<<",
        "{<<: *a}",
        "&a [*a]", "&a {x: *a}", "[&b x, *b]", "-.inf", "1e400", "0b11", "+1", "!!timestamp x", "!!set {a}", "@x", "`x",
      ])
      lines[index].replaceSubrange(colon.upperBound..., with: value)
    }
    return lines.joined(separator: "\n")
  }
}

extension Value {
  /// Whether an object in this has a member of that name.
  fileprivate func has(key: String) -> Bool {
    switch self {
    case .object(let fields): fields.contains { $0.name == key || $0.value.has(key: key) }
    case .array(let items): items.contains { $0.has(key: key) }
    default: false
    }
  }
}
