package import APIServer
import Basics
package import Objects

/// The fields in which two states of an object differ.
package struct FieldDiff: Sendable {
  /// One field: where it is, what it was, what it is now; nil for not there.
  package struct Entry: Hashable, Sendable {
    package var path: String
    package var old: Value?
    package var new: Value?
  }

  /// In the order of the fields' names.
  package private(set) var entries: [Entry] = []

  /// Deeper members are compared and told as a whole.
  private static let maxDepth = 16

  package init(_ change: Change) {
    self.init(old: change.old?.value, new: change.object.value)
  }

  package init(old: Value?, new: Value?) {
    compare(old, new, path: "", depth: 0)
  }

  private mutating func compare(_ old: Value?, _ new: Value?, path: String, depth: Int) {
    if old == new { return }
    switch (old, new) {
    case (.object?, .object(let after)?) where depth < FieldDiff.maxDepth,
      (nil, .object(let after)?) where !after.isEmpty && depth < FieldDiff.maxDepth:
      members(old?.object ?? [:], after, path: path, depth: depth)
    case (.array?, .array(let after)?) where depth < FieldDiff.maxDepth,
      (nil, .array(let after)?) where !after.isEmpty && depth < FieldDiff.maxDepth:
      items(old?.array ?? [], after, path: path, depth: depth)
    default:
      entries.append(Entry(path: path, old: old, new: new))
    }
  }

  private mutating func members(_ old: Fields, _ new: Fields, path: String, depth: Int) {
    let added = new.names.filter { old[$0] == nil }
    for name in Fields((old.names + added).map { ($0, .null) }).names {
      let isPlain = name.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
      let step = isPlain ? (path.isEmpty ? name : ".\(name)") : "[\(name)]"
      compare(old[name], new[name], path: path + step, depth: depth + 1)
    }
  }

  /// Items are paired by what tells them apart (`name`, `type`), else by their place.
  private mutating func items(_ old: [Value], _ new: [Value], path: String, depth: Int) {
    for key in ValuePath.itemKeys {
      guard let before = FieldDiff.keyed(old, by: key), let after = FieldDiff.keyed(new, by: key) else { continue }
      members(before, after, keysOf: path, depth: depth)
      return
    }
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? old[index] : nil
      let after = index < new.count ? new[index] : nil
      compare(before, after, path: "\(path)[\(index)]", depth: depth + 1)
    }
  }

  private mutating func members(_ old: Fields, _ new: Fields, keysOf path: String, depth: Int) {
    let added = new.names.filter { old[$0] == nil }
    for name in old.names + added {
      compare(old[name], new[name], path: "\(path)[\(name)]", depth: depth + 1)
    }
  }

  private static func keyed(_ items: [Value], by key: String) -> Fields? {
    var fields = Fields()
    for item in items {
      guard let name = item[key]?.string, fields[name] == nil else { return nil }
      fields[name] = item
    }
    return fields
  }
}

extension FieldDiff {
  /// The fields that a reader wants to hear of, the most telling first: times and the like only where nothing else
  /// has changed.
  package var telling: [Entry] {
    let telling = entries.filter(\.isTelling)
    let news = telling.isEmpty ? entries.filter { !FieldDiff.bookkeeping.contains($0.path) } : telling
    return news.enumerated()
      .map { (weight: $1.weight, place: $0, entry: $1) }
      .sorted { ($0.weight, $0.place) < ($1.weight, $1.place) }
      .map(\.entry)
  }

  /// Whether only the status differs: the object's own component has written down what it saw.
  package var isStatusOnly: Bool {
    entries.allSatisfy { entry in
      entry.path.hasPrefix("status") || FieldDiff.bookkeeping.contains(entry.path)
    }
  }

  fileprivate static let bookkeeping: Set<String> = [
    "apiVersion", "kind", "metadata.resourceVersion", "metadata.generation", "metadata.uid",
    "metadata.creationTimestamp", "metadata.name", "metadata.namespace", "metadata.generateName",
  ]
  /// The conditions by which a Job tells that it ends or stops.
  fileprivate static let turns = Set(
    [ConditionType.successCriteriaMet, .complete, .failureTarget, .failed, .suspended].map {
      "status.conditions[\($0.name)].status"
    }
  )
  fileprivate static let times: Set<Substring> = [
    "observedGeneration", "lastTransitionTime", "lastProbeTime", "lastHeartbeatTime", "lastUpdateTime", "startTime",
    "startedAt", "finishedAt", "containerID", "imageID", "uid", "type",
  ]
}

extension FieldDiff.Entry {
  fileprivate var isTelling: Bool {
    if FieldDiff.bookkeeping.contains(path) || path.hasPrefix("metadata.managedFields") { return false }
    return !FieldDiff.times.contains(name)
  }

  /// The last step of the path.
  private var name: Substring {
    path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
  }

  /// Small for what matters most to a reader.
  fileprivate var weight: Int {
    let name = name
    if name == "message" || name == "reason" { return 9 }
    if path.hasPrefix("spec") { return 0 }
    if path == "metadata.deletionTimestamp" || path == "status.phase" || FieldDiff.turns.contains(path) { return 1 }
    if name == "readyReplicas" || (name == "restartCount" && old != nil) { return 2 }
    if name == "replicas" || path == "status.conditions[Ready].status" { return 3 }
    if path.hasPrefix("metadata") { return 4 }
    if path.hasPrefix("status.conditions") { return name == "status" && old != nil ? 5 : 8 }
    return path.hasPrefix("status.containerStatuses") ? 7 : 6
  }

  /// The path as a sentence about the status names it: `readyReplicas`, and a condition by its type.
  var shortPath: String {
    guard path.hasPrefix("status.") else { return path }
    let short = path.dropFirst("status.".count)
    guard short.hasPrefix("conditions["), short.hasSuffix("].status") else { return String(short) }
    return String(short.dropFirst("conditions[".count).dropLast("].status".count))
  }

  /// `2 → 3`.
  var values: Localized { FieldDiff.Entry.text(old) + " → " + FieldDiff.Entry.text(new) }

  /// The new value alone.
  var newText: Localized { FieldDiff.Entry.text(new) }

  /// A list of things that have names is told by their names.
  private static func text(_ value: Value?) -> Localized {
    switch value {
    case nil, .null?: return Localized("none", "없음")
    case .string(let text)?: return Localized(same: shortened(text))
    case .array(let items)? where !items.isEmpty:
      let names = items.compactMap(FieldDiff.Entry.name)
      let text = names.count == items.count ? "[\(names.joined(separator: ", "))]" : Value.array(items).json
      return Localized(same: shortened(text))
    case .object(let fields)?:
      let whole = Value.object(fields)
      return Localized(same: FieldDiff.Entry.name(whole) ?? shortened(whole.json))
    case let value?: return Localized(same: shortened(value.json))
    }
  }

  /// What an item of a list is called among the others.
  private static func name(_ item: Value) -> String? {
    (ValuePath.itemKeys + ["key"]).lazy.compactMap { item[$0]?.string }.first
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = line.first.map(String.init) ?? ""
    return line.count > 1 || first.count > 48 ? String(first.prefix(47)) + "…" : first
  }
}
