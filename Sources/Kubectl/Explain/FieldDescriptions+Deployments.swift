import Narration

/// Deployments and StatefulSets.
extension FieldDescriptions {
  static let ofDeployments: Table = [
    "StatefulSetCondition": condition,
    "DeploymentCondition": condition.merging([
      "lastUpdateTime": Localized("When it was last confirmed.", "마지막으로 확인한 시각입니다.")
    ]) { $1 },
    "Deployment": [
      "spec": Localized("Which Pods, and how to replace them.", "어떤 파드를 어떻게 바꿔 갈지 정합니다."),
      "status": Localized("How far the replacement is.", "바꾸는 일이 어디까지 왔는지 나타냅니다."),
    ],
    "DeploymentSpec": [
      "minReadySeconds": Localized(
        "How long a Pod must be ready to count as available.",
        "파드가 이 시간(초) 동안 준비되어 있어야 쓸 수 있다고 봅니다."
      ),
      "paused": Localized("Whether changes of the template wait until it goes on.", "다시 진행할 때까지 템플릿의 변경을 미룰지 정합니다."),
      "progressDeadlineSeconds": Localized(
        "Without progress for so long the rollout counts as failed. 600 if not given.",
        "이 시간(초) 동안 나아가지 못하면 실패로 봅니다. 주지 않으면 600입니다."
      ),
      "replicas": Localized("How many Pods there are to be. 1 if not given.", "파드가 몇 개 있어야 하는지 정합니다. 주지 않으면 1입니다."),
      "revisionHistoryLimit": Localized(
        "How many old ReplicaSets are kept for undo. 10 if not given.",
        "되돌리려고 남겨 둘 옛 레플리카셋의 수입니다. 주지 않으면 10입니다."
      ),
      "selector": Localized(
        "Which ReplicaSets and Pods are its own; cannot be changed.",
        "어느 레플리카셋과 파드가 자기 것인지 고릅니다. 바꿀 수 없습니다."
      ),
      "strategy": Localized("How old Pods are replaced by new ones.", "옛 파드를 새 파드로 바꾸는 방식입니다."),
      "template": Localized("The Pod to make copies of; a change begins a rollout.", "복제할 파드의 템플릿입니다. 바꾸면 롤아웃이 시작됩니다."),
    ],
    "DeploymentStrategy": [
      "rollingUpdate": Localized("The numbers of RollingUpdate.", "RollingUpdate의 수치입니다."),
      "type": Localized(
        "RollingUpdate, or Recreate: all old Pods go first.",
        "RollingUpdate, 또는 옛 파드를 모두 먼저 없애는 Recreate입니다."
      ),
    ],
    "RollingUpdateDeployment": [
      "maxSurge": Localized(
        "How many Pods there may be beyond replicas. 25% if not given.",
        "replicas보다 더 있어도 되는 파드의 수입니다. 주지 않으면 25%입니다."
      ),
      "maxUnavailable": Localized(
        "How many Pods may be unavailable meanwhile. 25% if not given.",
        "그동안 쓸 수 없어도 되는 파드의 수입니다. 주지 않으면 25%입니다."
      ),
    ],
    "DeploymentStatus": [
      "availableReplicas": Localized(
        "How many have been ready for minReadySeconds.",
        "minReadySeconds 동안 준비되어 있는 파드의 수입니다."
      ),
      "collisionCount": Localized("Counts ReplicaSets whose name was taken.", "이름이 겹친 레플리카셋의 수입니다."),
      "conditions": Localized("Progressing, Available, ReplicaFailure.", "Progressing, Available, ReplicaFailure입니다."),
      "observedGeneration": Localized("The generation that the controller has seen.", "컨트롤러가 본 generation입니다."),
      "readyReplicas": Localized("How many are ready.", "준비된 파드의 수입니다."),
      "replicas": Localized("How many there are, old and new.", "옛것과 새것을 합한 파드의 수입니다."),
      "terminatingReplicas": Localized("How many are being deleted.", "삭제되고 있는 파드의 수입니다."),
      "unavailableReplicas": Localized("How many are still missing to be available.", "쓸 수 있게 되기까지 모자란 파드의 수입니다."),
      "updatedReplicas": Localized("How many are of the present template.", "지금의 템플릿에서 나온 파드의 수입니다."),
    ],
    "StatefulSet": [
      "spec": Localized(
        "Which Pods with lasting names; nothing here acts on it.",
        "이름이 이어지는 파드를 정합니다. 여기서는 동작하지 않습니다."
      ),
      "status": Localized("How many there were when the controller last looked.", "컨트롤러가 마지막으로 보았을 때 몇 개였는지 나타냅니다."),
    ],
    "StatefulSetSpec": [
      "minReadySeconds": Localized(
        "How long a Pod must be ready to count as available.",
        "파드가 이 시간(초) 동안 준비되어 있어야 쓸 수 있다고 봅니다."
      ),
      "ordinals": Localized("The number that the first Pod has.", "첫 파드의 번호입니다."),
      "persistentVolumeClaimRetentionPolicy": Localized(
        "What becomes of the storage when Pods go.",
        "파드가 사라질 때 저장 공간을 어떻게 할지 정합니다."
      ),
      "podManagementPolicy": Localized(
        "OrderedReady: one after the other. Parallel: all at once.",
        "OrderedReady이면 하나씩 차례로, Parallel이면 한꺼번에 만듭니다."
      ),
      "replicas": Localized("How many Pods there are to be. 1 if not given.", "파드가 몇 개 있어야 하는지 정합니다. 주지 않으면 1입니다."),
      "revisionHistoryLimit": Localized(
        "How many old revisions are kept. 10 if not given.",
        "남겨 둘 옛 리비전의 수입니다. 주지 않으면 10입니다."
      ),
      "selector": Localized("Which Pods count; cannot be changed.", "어느 파드를 셀지 고릅니다. 바꿀 수 없습니다."),
      "serviceName": Localized("The Service that gives the Pods their names.", "파드에 이름을 주는 Service입니다."),
      "template": Localized("The Pod to make copies of.", "복제할 파드의 템플릿입니다."),
      "updateStrategy": Localized("How Pods are replaced when the template changes.", "템플릿이 바뀔 때 파드를 바꾸는 방식입니다."),
      "volumeClaimTemplates": Localized("The storage that is claimed for each Pod.", "파드마다 요청할 저장 공간입니다."),
    ],
  ]
}
