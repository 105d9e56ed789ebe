import Machinery
package import Objects

extension Kind {
  /// The word before the slash where an object is named: `rs`, `pod`, `deploy`.
  package var word: String {
    switch self {
    case .pod, .node, .event: names.singular
    default: names.shortNames.first ?? names.singular
    }
  }

  /// The kind as readers know it; in Korean the word that the Kubernetes documentation uses.
  package var spoken: Localized { Localized(name, koreanName) }

  private var koreanName: String {
    switch self {
    case .componentStatus: "컴포넌트스테이터스"
    case .configMap: "컨피그맵"
    case .endpoints: "엔드포인트"
    case .event, .newEvent: "이벤트"
    case .namespace: "네임스페이스"
    case .node: "노드"
    case .pod: "파드"
    case .replicationController: "레플리케이션컨트롤러"
    case .resourceQuota: "리소스쿼터"
    case .secret: "시크릿"
    case .serviceAccount: "서비스어카운트"
    case .service: "서비스"
    case .controllerRevision: "컨트롤러리비전"
    case .daemonSet: "데몬셋"
    case .deployment: "디플로이먼트"
    case .replicaSet: "레플리카셋"
    case .statefulSet: "스테이트풀셋"
    case .cronJob: "크론잡"
    case .job: "잡"
    case .lease: "리스"
    case .endpointSlice: "엔드포인트슬라이스"
    case .podDisruptionBudget: "파드디스럽션버짓"
    case .priorityClass: "프라이어리티클래스"
    }
  }
}

extension ObjectID {
  /// `rs/web`; with its namespace behind it where that is not `default`: `rs/web (prod)`.
  package var text: String {
    let name = "\(kind.word)/\(key.name)"
    return key.namespace.isEmpty || key.namespace == "default" ? name : "\(name) (\(key.namespace))"
  }
}

extension Event.Involved {
  /// The object that an Event is about, as `ObjectID.text` names it.
  var text: String { id?.text ?? "\(kind)/\(name)" }
}
