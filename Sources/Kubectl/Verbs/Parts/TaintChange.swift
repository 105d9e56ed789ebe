import Objects

/// What is wrong with a taint as it was typed.
struct TaintSpecError: Error, Hashable, Sendable {
  var message: String
}

/// What `kubectl taint` is to do with a node's taints: `key=value:Effect` sets, `key:Effect-` and `key-` remove.
struct TaintChange: Hashable, Sendable {
  private struct Taint: Hashable, Sendable {
    var key: String
    var value = ""
    /// Empty where a removal means all effects.
    var effect = ""

    var fields: Value {
      var fields: Fields = ["key": .string(key), "effect": .string(effect)]
      fields.setNonEmpty("value", value)
      return .object(fields)
    }

    func matches(_ taint: Value) -> Bool {
      taint["key"]?.string == key && (effect.isEmpty || taint["effect"]?.string == effect)
    }
  }

  private var added: [Taint] = []
  private var removed: [Taint] = []

  /// Mirrors `parseTaints`.
  init(_ changes: [String]) throws(TaintSpecError) {
    for change in changes {
      if change.hasSuffix("-") {
        removed.append(try TaintChange.taint(String(change.dropLast())))
        continue
      }
      let taint = try TaintChange.taint(change)
      guard !taint.effect.isEmpty else { throw TaintSpecError(message: "invalid taint spec: \(change)") }
      if added.contains(where: { $0.key == taint.key && $0.effect == taint.effect }) {
        throw TaintSpecError(
          message: "duplicated taints with the same key and effect: {\(taint.key) \(taint.value) \(taint.effect) <nil>}"
        )
      }
      added.append(taint)
    }
  }

  /// Taints that are both set and removed.
  var conflicts: [String] {
    added.flatMap { taint in
      removed.filter { $0.key == taint.key && ($0.effect.isEmpty || $0.effect == taint.effect) }
        .map { "\($0.key)=\($0.effect)" }
    }
  }

  /// Mirrors `parseTaint`.
  private static func taint(_ text: String) throws(TaintSpecError) -> Taint {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    var taint = Taint(key: parts[0])
    guard parts.count <= 2 else { throw TaintSpecError(message: "invalid taint spec: \(text)") }
    if parts.count == 2 {
      guard ["NoSchedule", "PreferNoSchedule", "NoExecute"].contains(parts[1]) else {
        throw TaintSpecError(message: "invalid taint effect: \(parts[1]), unsupported taint effect")
      }
      let pair = parts[0].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard pair.count <= 2 else { throw TaintSpecError(message: "invalid taint spec: \(text)") }
      taint = Taint(key: pair[0], value: pair.count == 2 ? pair[1] : "", effect: parts[1])
      try check(NameSyntax.labelValue(taint.value), of: text)
    }
    try check(NameSyntax.labelKey(taint.key), of: text)
    return taint
  }

  private static func check(_ problems: [String], of text: String) throws(TaintSpecError) {
    guard problems.isEmpty else {
      throw TaintSpecError(message: "invalid taint spec: \(text), \(problems.joined(separator: "; "))")
    }
  }

  /// The taints after the change, the new ones first, and the word for what was done.
  ///
  /// Mirrors `reorganizeTaints`.
  func applied(
    to old: [Value],
    of node: String,
    overwrite: Bool
  ) throws(KubectlError) -> (taints: [Value], done: String) {
    let existing = added.filter { taint in old.contains(where: taint.matches) }.map(\.key)
    if !overwrite, !existing.isEmpty {
      throw .plain(
        "node \(node) already has \(existing.joined(separator: ",")) taint(s) with same effect(s) and --overwrite is false"
      )
    }
    var taints = added.map(\.fields)
    taints += old.filter { taint in !added.contains { $0.matches(taint) } }
    let hasAdded = taints.count != old.count
    var missing: [KubectlError] = []
    for taint in removed {
      let before = taints.count
      taints.removeAll(where: taint.matches)
      if taints.count == before {
        let name = taint.effect.isEmpty ? taint.key : "\(taint.key):\(taint.effect)"
        missing.append(.plain("taint \(name.goQuoted) not found"))
      }
    }
    guard missing.isEmpty else { throw .several(missing) }
    if overwrite || (hasAdded && !removed.isEmpty) { return (taints, "modified") }
    return (taints, hasAdded ? "tainted" : "untainted")
  }
}
