import Objects

/// `kubectl label`: sets and removes labels.
///
/// Mirrors `pkg/cmd/label`.
enum LabelVerb: MetadataChange {
  static let verb = Verb(
    "label",
    manual: manual,
    flags: MetadataChangeFlags.table
  ) { (context, call) throws(KubectlError) in
    try run(&context, call)
  }

  private static let manual = Manual(
    "set or remove labels of objects",
    "오브젝트의 레이블을 붙이거나 뗍니다",
    usage: "(TYPE NAME… | TYPE/NAME…) KEY=VALUE… KEY-…",
    takes: Grammar([.type(), .name, .labelChange], [.object(), .labelChange]),
    examples: "label pod web tier=front",
    "label pod web tier-"
  )

  static let entry = "label"
  static let member = "labels"
  static let localFile = "pod"

  static func map(of object: Object) -> StringMap { object.metadata.labels }

  static func read(_ changes: [String]) throws(KubectlError) -> MapChange { try MapChange(labels: changes) }

  static func notes(_ old: StringMap, _ change: MapChange) -> [String] {
    change.removed.filter { old[$0] == nil }.map { "label \($0.goQuoted) not found." }
  }

  static func checkOverwrite(_ old: StringMap, _ change: MapChange) throws(KubectlError) {
    let clashes = change.assigned.compactMap { entry -> KubectlError? in
      guard let value = old[entry.key], value != entry.value else { return nil }
      return .plain("'\(entry.key)' already has a value (\(value)), and --overwrite is false")
    }
    if !clashes.isEmpty { throw .several(clashes) }
  }

  static func done(_ old: StringMap, _ new: StringMap, overwrites: Bool) -> String {
    guard new != old else { return "not labeled" }
    // kubectl tells a removal by the object's JSON having become shorter.
    let isShorter = Value.object(new.fields).json.utf8.count < Value.object(old.fields).json.utf8.count
    return isShorter && !overwrites ? "unlabeled" : "labeled"
  }
}
