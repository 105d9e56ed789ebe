import Narration

/// Short descriptions of types and fields, in the project's own words.
///
/// Held are those of the fields that lessons and the simulator touch; of the others `explain` says that there is none.
enum FieldDescriptions {
  /// The fields of types by their names.
  typealias Table = [String: [String: Localized]]

  static func text(of field: String, in type: String) -> Localized? {
    tables.lazy.compactMap { $0[type]?[field] }.first ?? common[field]
  }

  static func text(ofType type: String) -> Localized? { types[type] }

  static let tables = [
    ofMetadata, ofPods, ofContainers, ofContainerStates, ofScheduling, ofVolumes, ofControllers, ofDeployments, ofJobs,
    ofNodes, ofOthers,
  ]

  /// Fields that every kind has.
  private static let common = [
    "apiVersion": Localized(
      "The group and version of the API that this object is written for.",
      "이 객체를 쓴 API의 그룹과 버전입니다."
    ),
    "kind": Localized("The kind of object this is, in CamelCase.", "객체의 종류입니다. CamelCase로 적습니다."),
    "metadata": Localized(
      "Name, labels and other data that every object has.",
      "모든 객체가 갖는 이름, 레이블 같은 정보입니다."
    ),
  ]

  private static let types = [
    "Pod": Localized(
      "A Pod is one or more containers that run together on one node.",
      "파드는 한 노드에서 함께 도는 하나 이상의 컨테이너입니다."
    ),
    "ReplicaSet": Localized("A ReplicaSet keeps a number of equal Pods running.", "레플리카셋은 같은 파드를 정해진 수만큼 돌립니다."),
    "ReplicationController": Localized(
      "A ReplicationController keeps a number of equal Pods running; the older form of a ReplicaSet.",
      "레플리케이션컨트롤러는 같은 파드를 정해진 수만큼 돌립니다. 레플리카셋의 옛 형태입니다."
    ),
    "DaemonSet": Localized("A DaemonSet runs one Pod on every node that fits.", "데몬셋은 맞는 노드마다 파드를 하나씩 돌립니다."),
    "Job": Localized("A Job runs Pods until enough of them have ended well.", "잡은 충분한 수의 파드가 성공할 때까지 파드를 돌립니다."),
    "CronJob": Localized("A CronJob makes a Job at the times of a schedule.", "크론잡은 정해진 일정에 잡을 만듭니다."),
    "Deployment": Localized(
      "A Deployment replaces the Pods of ReplicaSets step by step.",
      "디플로이먼트는 레플리카셋의 파드를 단계적으로 바꿔 갑니다."
    ),
    "StatefulSet": Localized(
      "A StatefulSet keeps Pods with lasting names and storage running.",
      "StatefulSet은 이름과 저장 공간이 이어지는 파드를 돌립니다."
    ),
    "Node": Localized("A Node is a machine on which Pods run.", "Node는 파드가 도는 기계입니다."),
    "Event": Localized("An Event reports that something happened to an object.", "Event는 어떤 객체에 일어난 일을 알립니다."),
    "Namespace": Localized("A Namespace is a scope for names.", "Namespace는 이름의 범위입니다."),
    "ControllerRevision": Localized(
      "A ControllerRevision keeps one state of a DaemonSet's template.",
      "ControllerRevision은 DaemonSet 템플릿의 한 상태를 보관합니다."
    ),
    "PodDisruptionBudget": Localized(
      "A PodDisruptionBudget limits how many Pods evictions may take at a time.",
      "PodDisruptionBudget은 축출로 한꺼번에 사라질 수 있는 파드의 수를 제한합니다."
    ),
    "Service": Localized("A Service gives a set of Pods one lasting address.", "Service는 파드 묶음에 바뀌지 않는 주소를 줍니다."),
    "ConfigMap": Localized("A ConfigMap holds settings for Pods.", "ConfigMap은 파드가 쓸 설정을 담습니다."),
    "Secret": Localized("A Secret holds what not everybody may read.", "Secret은 아무나 읽으면 안 되는 것을 담습니다."),
    "ServiceAccount": Localized(
      "A ServiceAccount is who a Pod is for the API server.",
      "ServiceAccount는 API 서버가 보는 파드의 신원입니다."
    ),
    "Container": Localized("One container of a Pod: an image and how it is run.", "파드의 컨테이너 하나입니다. 이미지와 실행 방법을 담습니다."),
    "Probe": Localized("A Probe asks a container whether it is alive or ready.", "Probe는 컨테이너가 살아 있는지, 준비됐는지 묻습니다."),
    "LabelSelector": Localized(
      "A LabelSelector picks objects by their labels; all its conditions must hold.",
      "LabelSelector는 레이블로 객체를 고릅니다. 조건이 모두 맞아야 합니다."
    ),
    "LabelSelectorRequirement": Localized("One condition on a label.", "레이블에 대한 조건 하나입니다."),
    "PodTemplateSpec": Localized("The Pod that a controller makes copies of.", "컨트롤러가 복제하는 파드의 템플릿입니다."),
    "Taint": Localized("A Taint keeps Pods away that do not tolerate it.", "Taint는 견디지 못하는 파드를 막습니다."),
    "Toleration": Localized(
      "A Toleration lets a Pod onto nodes with a matching taint.",
      "Toleration은 맞는 테인트가 있는 노드에도 파드가 갈 수 있게 합니다."
    ),
  ]
}
