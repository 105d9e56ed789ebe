import Narration

/// Controllers that keep Pods running.
extension FieldDescriptions {
  static let ofControllers: Table = [
    "ReplicaSet": [
      "spec": Localized("How many Pods, and which.", "어떤 파드가 몇 개 있어야 하는지 정합니다."),
      "status": Localized("How many there were when the controller last looked.", "컨트롤러가 마지막으로 보았을 때 몇 개였는지 나타냅니다."),
    ],
    "ReplicationController": [
      "spec": Localized("How many Pods, and which.", "어떤 파드가 몇 개 있어야 하는지 정합니다."),
      "status": Localized("How many there were when the controller last looked.", "컨트롤러가 마지막으로 보았을 때 몇 개였는지 나타냅니다."),
    ],
    "ReplicaSetSpec": [
      "minReadySeconds": Localized(
        "How long a Pod must be ready to count as available.",
        "파드가 이 시간(초) 동안 준비되어 있어야 쓸 수 있다고 봅니다."
      ),
      "replicas": Localized("How many Pods there are to be. 1 if not given.", "파드가 몇 개 있어야 하는지 정합니다. 주지 않으면 1입니다."),
      "selector": Localized(
        "Which Pods count; must match the labels of the template.",
        "어느 파드를 셀지 고릅니다. 템플릿의 레이블과 맞아야 합니다."
      ),
      "template": Localized("The Pod to make copies of.", "복제할 파드의 템플릿입니다."),
    ],
    "ReplicationControllerSpec": [
      "minReadySeconds": Localized(
        "How long a Pod must be ready to count as available.",
        "파드가 이 시간(초) 동안 준비되어 있어야 쓸 수 있다고 봅니다."
      ),
      "replicas": Localized("How many Pods there are to be. 1 if not given.", "파드가 몇 개 있어야 하는지 정합니다. 주지 않으면 1입니다."),
      "selector": Localized(
        "Labels of the Pods that count; the template's if not given.",
        "셀 파드의 레이블입니다. 주지 않으면 템플릿의 레이블을 씁니다."
      ),
      "template": Localized("The Pod to make copies of.", "복제할 파드의 템플릿입니다."),
    ],
    "ReplicaSetStatus": replicaStatus.merging([
      "terminatingReplicas": Localized("How many are being deleted.", "삭제되고 있는 파드의 수입니다.")
    ]) { $1 },
    "ReplicationControllerStatus": replicaStatus,
    "ReplicaSetCondition": condition,
    "ReplicationControllerCondition": condition,
    "DaemonSetCondition": condition,
    "DaemonSet": [
      "spec": Localized("Which Pod, and on which nodes.", "어떤 파드를 어느 노드에서 돌릴지 정합니다."),
      "status": Localized("On how many nodes it runs.", "몇 개의 노드에서 도는지 나타냅니다."),
    ],
    "DaemonSetSpec": [
      "minReadySeconds": Localized(
        "How long a Pod must be ready to count as available.",
        "파드가 이 시간(초) 동안 준비되어 있어야 쓸 수 있다고 봅니다."
      ),
      "revisionHistoryLimit": Localized(
        "How many old revisions are kept. 10 if not given.",
        "남겨 둘 옛 리비전의 수입니다. 주지 않으면 10입니다."
      ),
      "selector": Localized("Which Pods count; cannot be changed.", "어느 파드를 셀지 고릅니다. 바꿀 수 없습니다."),
      "template": Localized(
        "The Pod that runs on each node; nodeSelector and affinity choose the nodes.",
        "노드마다 돌릴 파드의 템플릿입니다. nodeSelector와 affinity가 노드를 고릅니다."
      ),
      "updateStrategy": Localized("How Pods are replaced when the template changes.", "템플릿이 바뀔 때 파드를 바꾸는 방식입니다."),
    ],
    "DaemonSetUpdateStrategy": [
      "rollingUpdate": Localized("The numbers of RollingUpdate.", "RollingUpdate의 수치입니다."),
      "type": Localized(
        "RollingUpdate, or OnDelete: only Pods that you delete are replaced.",
        "RollingUpdate, 또는 직접 지운 파드만 바꾸는 OnDelete입니다."
      ),
    ],
    "RollingUpdateDaemonSet": [
      "maxSurge": Localized(
        "On how many nodes a new Pod may run beside the old one.",
        "새 파드를 옛 파드와 함께 돌려도 되는 노드의 수입니다."
      ),
      "maxUnavailable": Localized(
        "On how many nodes the Pod may be missing at a time. 1 if not given.",
        "한꺼번에 파드가 없어도 되는 노드의 수입니다. 주지 않으면 1입니다."
      ),
    ],
    "DaemonSetStatus": [
      "collisionCount": Localized("Counts revisions whose name was taken.", "이름이 겹친 리비전의 수입니다."),
      "conditions": Localized("Conditions of the DaemonSet.", "데몬셋의 상태들입니다."),
      "currentNumberScheduled": Localized(
        "How many of the nodes that should have a Pod have one.",
        "파드가 있어야 하는 노드 가운데 있는 노드의 수입니다."
      ),
      "desiredNumberScheduled": Localized("How many nodes should have a Pod.", "파드가 있어야 하는 노드의 수입니다."),
      "numberAvailable": Localized(
        "On how many nodes it has been ready for minReadySeconds.",
        "minReadySeconds 동안 준비되어 있는 노드의 수입니다."
      ),
      "numberMisscheduled": Localized("How many nodes have a Pod that should have none.", "없어야 하는데 파드가 있는 노드의 수입니다."),
      "numberReady": Localized("On how many nodes it is ready.", "파드가 준비된 노드의 수입니다."),
      "numberUnavailable": Localized(
        "On how many nodes it should be available and is not.",
        "쓸 수 있어야 하는데 그렇지 않은 노드의 수입니다."
      ),
      "observedGeneration": Localized("The generation that the controller has seen.", "컨트롤러가 본 generation입니다."),
      "updatedNumberScheduled": Localized(
        "On how many nodes the Pod is of the present template.",
        "파드가 지금의 템플릿에서 나온 노드의 수입니다."
      ),
    ],
  ]

  /// What the status of a ReplicaSet and that of a ReplicationController have in common.
  private static let replicaStatus: [String: Localized] = [
    "availableReplicas": Localized(
      "How many have been ready for minReadySeconds.",
      "minReadySeconds 동안 준비되어 있는 파드의 수입니다."
    ),
    "conditions": Localized(
      "ReplicaFailure, when a Pod could not be made or deleted.",
      "파드를 만들거나 지우지 못했을 때의 ReplicaFailure입니다."
    ),
    "fullyLabeledReplicas": Localized("How many have all labels of the template.", "템플릿의 레이블을 모두 가진 파드의 수입니다."),
    "observedGeneration": Localized("The generation that the controller has seen.", "컨트롤러가 본 generation입니다."),
    "readyReplicas": Localized("How many are ready.", "준비된 파드의 수입니다."),
    "replicas": Localized("How many there are, those that end not counted.", "끝나는 중인 것을 뺀 파드의 수입니다."),
  ]
}
