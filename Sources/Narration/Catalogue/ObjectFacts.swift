import Basics
import Objects

extension Object {
  /// What a decision about the object looks at, in a few words.
  var facts: [Localized] {
    var facts: [Localized] = []
    if metadata.isBeingDeleted { facts.append(Localized("being deleted", "삭제되는 중")) }
    if let pod = self.as(Pod.self) { return facts + pod.facts }
    let spec = body["spec"]
    if let replicas = spec?["replicas"]?.int { facts.append(Localized("replicas \(replicas)", "레플리카 \(replicas)")) }
    if let selector = spec?["selector"]?.object {
      let labels = StringMap(fields: selector["matchLabels"]?.object ?? selector)
      if !labels.isEmpty { facts.append(Localized("selector \(labels.joined)", "레이블 셀렉터 \(labels.joined)")) }
    }
    return facts
  }
}

extension Pod {
  fileprivate var facts: [Localized] {
    let node = spec.nodeName
    return [
      Localized(same: (status.phase ?? .pending).rawValue),
      isReady ? Localized("ready", "준비됨") : Localized("not ready", "준비되지 않음"),
      node.isEmpty ? Localized("no node yet", "노드 미정") : Localized("on \(node)", "노드 \(node)"),
    ]
  }
}
