import Objects

/// `kubectl annotate`: sets and removes annotations.
///
/// Mirrors `pkg/cmd/annotate`.
enum AnnotateVerb: MetadataChange {
  static let verb = Verb(
    "annotate",
    manual: manual,
    flags: MetadataChangeFlags.table
  ) { (context, call) throws(KubectlError) in
    try run(&context, call)
  }

  private static let manual = Manual(
    "set or remove annotations of objects",
    "오브젝트의 어노테이션을 붙이거나 뗍니다",
    usage: "(TYPE NAME… | TYPE/NAME…) KEY=VALUE… KEY-…",
    takes: Grammar([.type(), .name, .annotationChange], [.object(), .annotationChange]),
    examples: "annotate pod web note=\"looked at\"",
    "annotate pod web note-"
  )

  static let entry = "annotation"
  static let member = "annotations"
  static let localFile = "rsrc"

  static func map(of object: Object) -> StringMap { object.metadata.annotations }

  static func read(_ changes: [String]) throws(KubectlError) -> MapChange { try MapChange(annotations: changes) }

  static func notes(_ old: StringMap, _ change: MapChange) -> [String] { [] }

  /// The cause of a change may always be told anew.
  static func checkOverwrite(_ old: StringMap, _ change: MapChange) throws(KubectlError) {
    let clashes = change.assigned.compactMap { entry -> String? in
      guard entry.key != RolloutRevision.cause, let value = old[entry.key] else { return nil }
      return "'\(entry.key)' already has a value (\(value))"
    }
    guard clashes.isEmpty else {
      throw .plain(
        "--overwrite is false but found the following declared annotation(s): \(clashes.joined(separator: "; "))"
      )
    }
  }

  static func done(_ old: StringMap, _ new: StringMap, overwrites: Bool) -> String { "annotated" }
}
