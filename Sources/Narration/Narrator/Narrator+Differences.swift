package import APIServer
import Basics
package import Cluster
import Machinery
import Objects

extension Narrator {
  /// The objects that differ between two states of the cluster, each with its fields; Events are only counted.
  package func differences(from old: Store, to new: Store) -> [String] {
    var lines: [String] = []
    for kind in Kind.allCases where kind != .event {
      for pair in ObjectPair.differing(kind, old, new) { lines += self.lines(of: pair) }
    }
    let events = ObjectPair.differing(.event, old, new)
    if !events.isEmpty {
      let gone = events.count { $0.new == nil }
      let made = events.count { $0.old == nil }
      lines.append(text(.eventsDiffer(made: made, changed: events.count - made - gone, gone: gone)))
    }
    return lines
  }

  /// What is different in two writes that read alike; nothing where they do not.
  package func parting(_ parting: Parting) -> [String] {
    guard let old = parting.old, let new = parting.new, sentence(old) == sentence(new),
      case .wrote(_, _, let before?) = old.happening, case .wrote(_, _, let after?) = new.happening
    else { return [] }
    return FieldDiff(old: before.object.value, new: after.object.value).telling.prefix(3)
      .map { "\($0.path): \(text($0.values))" }
  }

  private func lines(of pair: ObjectPair) -> [String] {
    let name = pair.id.text
    guard let old = pair.old else { return [text(.objectAdded(name))] }
    guard let new = pair.new else { return [text(.objectGone(name))] }
    if old.metadata.uid != new.metadata.uid { return [text(.objectReplaced(name))] }
    let diff = FieldDiff(old: old.value, new: new.value)
    let all = diff.entries.filter { $0.path != "metadata.resourceVersion" && $0.isDifferent }
    if all.isEmpty { return [] }
    let telling = diff.telling.filter(\.isDifferent)
    let shown = (telling.isEmpty ? all : telling).prefix(Narrator.shownFields)
    let more = all.count > shown.count ? ["    " + text(.moreFields(all.count - shown.count))] : []
    return [text(.objectChanged(name))] + shown.map { "    \($0.path): \(text($0.values))" } + more
  }

  /// How many fields of an object are told, those first that tell most.
  private static let shownFields = 12
}

/// One object in two states of the cluster.
private struct ObjectPair {
  var id: ObjectID
  var old: Object?
  var new: Object?

  /// The objects of a kind that are not the same, in the order of their keys.
  static func differing(_ kind: Kind, _ old: Store, _ new: Store) -> [ObjectPair] {
    var pairs: [ObjectPair] = []
    old.forEachUnordered(kind) { object in
      let id = object.id
      let other = new[id]
      if other != object { pairs.append(ObjectPair(id: id, old: object, new: other)) }
    }
    new.forEachUnordered(kind) { object in
      let id = object.id
      if old[id] == nil { pairs.append(ObjectPair(id: id, old: nil, new: object)) }
    }
    return pairs.sorted { $0.id.key < $1.id.key }
  }
}

extension FieldDiff.Entry {
  /// Whether it is more than a null in the place of nothing.
  fileprivate var isDifferent: Bool { (old ?? .null) != (new ?? .null) }
}

extension Localized {
  fileprivate static func moreFields(_ count: Int) -> Localized {
    Localized("and \(counted(count, "more field"))", "그 밖의 필드 \(count)개")
  }
  fileprivate static func objectAdded(_ name: String) -> Localized { Localized("\(name) is new", "\(name): 새로 생겼습니다") }
  fileprivate static func objectGone(_ name: String) -> Localized { Localized("\(name) is gone", "\(name): 없어졌습니다") }
  fileprivate static func objectReplaced(_ name: String) -> Localized {
    Localized("\(name) is another object of that name", "\(name): 이름이 같은 다른 오브젝트입니다")
  }
  fileprivate static func objectChanged(_ name: String) -> Localized {
    Localized("\(name) differs:", "\(name): 달라진 필드")
  }
  fileprivate static func eventsDiffer(made: Int, changed: Int, gone: Int) -> Localized {
    Localized(
      "events: \(made) new, \(changed) changed, \(gone) gone",
      "events: 새로 \(made)개, 바뀐 것 \(changed)개, 없어진 것 \(gone)개"
    )
  }
}
