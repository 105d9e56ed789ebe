import Basics
import Objects

extension Object {
  /// What a decision about the object looks at, in a few words.
  var facts: [Localized] {
    var facts: [Localized] = []
    if metadata.isBeingDeleted { facts.append(Localized("being deleted", "삭제되는 중")) }
    if let pod = self.as(Pod.self) { return facts + pod.facts }
    if let node = self.as(Node.self) { return facts + node.facts(labels: metadata.labels) }
    let spec = body["spec"]
    if let replicas = spec?["replicas"]?.int { facts.append(Localized("replicas \(replicas)", "레플리카 \(replicas)")) }
    for (field, words) in Object.numbers {
      if let number = spec?[field]?.int {
        facts.append(Localized("\(words.english) \(number)", "\(words.korean) \(number)"))
      }
    }
    if let schedule = spec?["schedule"]?.string { facts.append(Localized("schedule \(schedule)", "일정 \(schedule)")) }
    if spec?["suspend"]?.bool == true { facts.append(Localized("suspended", "일시 중지됨")) }
    if let selector = selectorText, !selector.isEmpty {
      facts.append(Localized("selector \(selector)", "레이블 셀렉터 \(selector)"))
    }
    if let node = spec?["template"]?["spec"]?["nodeSelector"]?.object, !node.isEmpty {
      let labels = StringMap(fields: node).joined
      facts.append(Localized("nodes with \(labels)", "\(labels) 노드"))
    }
    return facts
  }

  private static let numbers: [(String, Localized)] = [
    ("completions", Localized("completions", "완료 수")), ("parallelism", Localized("parallelism", "동시 실행 수")),
    ("backoffLimit", Localized("backoffLimit", "backoffLimit")),
  ]

  /// `spec.selector` of either form.
  private var selectorText: String? {
    guard kind != .job, let selector = body["spec"]?["selector"]?.object else { return nil }
    let isMap = selector["matchLabels"] == nil && selector["matchExpressions"] == nil
    return isMap ? StringMap(fields: selector).joined : LabelSelector(fields: selector).canonicalText
  }
}

extension Node {
  /// Labels of Kubernetes' own say what every node has, and nothing that a decision turns on.
  fileprivate func facts(labels: StringMap) -> [Localized] {
    var facts: [Localized] = []
    let own = labels.filter { !$0.key.contains("kubernetes.io/") }.map { "\($0.key)=\($0.value)" }
    if !own.isEmpty {
      facts.append(Localized("labels \(own.joined(separator: ","))", "레이블 \(own.joined(separator: ","))"))
    }
    facts += taints.map { Localized("taint \($0.text)", "테인트 \($0.text)") }
    if unschedulable == true { facts.append(Localized("cordoned", "스케줄링 중지됨")) }
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
