import Narration

/// Pods, but for their containers.
extension FieldDescriptions {
  static let ofPods: Table = [
    "Pod": [
      "spec": Localized("The containers and how they are to run.", "컨테이너와 그 실행 방법입니다."),
      "status": Localized("What the kubelet has reported last.", "kubelet이 마지막으로 알린 상태입니다."),
    ],
    "PodTemplateSpec": [
      "metadata": Localized("The labels and annotations of the Pods.", "만들어질 파드의 레이블과 애너테이션입니다."),
      "spec": Localized("The spec of the Pods.", "만들어질 파드의 spec입니다."),
    ],
    "PodSpec": [
      "activeDeadlineSeconds": Localized(
        "The Pod fails when it has been active for so long.",
        "파드가 이 시간(초)보다 오래 돌면 실패로 끝납니다."
      ),
      "affinity": Localized("Rules for the choice of a node.", "노드를 고르는 규칙입니다."),
      "automountServiceAccountToken": Localized(
        "Whether the token of the service account is mounted.",
        "서비스 어카운트의 토큰을 마운트할지 정합니다."
      ),
      "containers": Localized("The containers, which start together.", "함께 시작하는 컨테이너들입니다."),
      "dnsConfig": Localized(
        "More settings of name resolution; nothing here acts on it.",
        "이름 풀이에 더할 설정입니다. 여기서는 동작하지 않습니다."
      ),
      "dnsPolicy": Localized(
        "How names are resolved. ClusterFirst if not given.",
        "이름을 푸는 방식입니다. 주지 않으면 ClusterFirst입니다."
      ),
      "enableServiceLinks": Localized("Whether Services become environment variables.", "Service를 환경 변수로 넣어 줄지 정합니다."),
      "ephemeralContainers": Localized(
        "Containers added to a running Pod for debugging.",
        "디버깅하려고 실행 중인 파드에 더한 컨테이너들입니다."
      ),
      "hostAliases": Localized("Lines for the containers' /etc/hosts.", "컨테이너의 /etc/hosts에 넣을 줄들입니다."),
      "hostIPC": Localized("Whether it shares the node's IPC namespace.", "노드의 IPC 네임스페이스를 함께 쓸지 정합니다."),
      "hostNetwork": Localized(
        "Whether it uses the node's network; its ports are then ports of the node.",
        "노드의 네트워크를 쓸지 정합니다. 쓰면 포트가 곧 노드의 포트입니다."
      ),
      "hostPID": Localized("Whether it sees the processes of the node.", "노드의 프로세스를 볼 수 있는지 정합니다."),
      "hostname": Localized(
        "The host name inside the Pod; its name if not given.",
        "파드 안의 호스트 이름입니다. 주지 않으면 파드의 이름입니다."
      ),
      "imagePullSecrets": Localized("Secrets for fetching images.", "이미지를 받을 때 쓰는 Secret들입니다."),
      "initContainers": Localized(
        "Containers that must end well, one after the other, before the others start.",
        "다른 컨테이너보다 먼저, 하나씩 차례로 성공해야 하는 컨테이너들입니다."
      ),
      "nodeName": Localized("The node that the scheduler has chosen.", "스케줄러가 고른 노드입니다."),
      "nodeSelector": Localized("Labels that the node must have.", "노드가 가져야 하는 레이블입니다."),
      "os": Localized("The operating system that the containers need.", "컨테이너에 필요한 운영 체제입니다."),
      "overhead": Localized("What running the Pod costs beside its containers.", "컨테이너 말고 파드를 돌리는 데 드는 자원입니다."),
      "preemptionPolicy": Localized("Whether it may push out Pods of lower priority.", "우선순위가 낮은 파드를 밀어낼 수 있는지 정합니다."),
      "priority": Localized(
        "The number behind priorityClassName; the server fills it in.",
        "priorityClassName이 뜻하는 수입니다. 서버가 채웁니다."
      ),
      "priorityClassName": Localized("The name of its priority.", "우선순위의 이름입니다."),
      "readinessGates": Localized(
        "Further conditions that must be True before the Pod counts as ready.",
        "파드가 준비됐다고 보기 위해 True여야 하는 추가 조건들입니다."
      ),
      "restartPolicy": Localized(
        "Whether ended containers are started again: Always, OnFailure or Never.",
        "끝난 컨테이너를 다시 시작할지 정합니다: Always, OnFailure, Never."
      ),
      "runtimeClassName": Localized("Which container runtime is to run it.", "어느 컨테이너 런타임으로 돌릴지 정합니다."),
      "schedulerName": Localized("Which scheduler is to choose the node.", "노드를 고를 스케줄러의 이름입니다."),
      "schedulingGates": Localized(
        "While there is one, the scheduler leaves the Pod alone.",
        "하나라도 있으면 스케줄러가 이 파드를 건드리지 않습니다."
      ),
      "securityContext": Localized(
        "Users, groups and rights of all containers; nothing here acts on it.",
        "모든 컨테이너의 사용자, 그룹, 권한입니다. 여기서는 동작하지 않습니다."
      ),
      "serviceAccount": Localized("The older name of serviceAccountName.", "serviceAccountName의 옛 이름입니다."),
      "serviceAccountName": Localized(
        "The account by which the Pod speaks to the API server.",
        "파드가 API 서버에 말할 때 쓰는 서비스 어카운트입니다."
      ),
      "shareProcessNamespace": Localized(
        "Whether the containers see each other's processes.",
        "컨테이너끼리 프로세스를 볼 수 있는지 정합니다."
      ),
      "subdomain": Localized("The domain below which the Pod has its name.", "파드의 이름이 놓이는 하위 도메인입니다."),
      "terminationGracePeriodSeconds": Localized(
        "How long the containers have to end by themselves. 30 if not given.",
        "컨테이너가 스스로 끝낼 수 있는 시간(초)입니다. 주지 않으면 30입니다."
      ),
      "tolerations": Localized("Taints that do not keep this Pod away.", "이 파드를 막지 못하는 테인트들입니다."),
      "topologySpreadConstraints": Localized(
        "How evenly the Pods are to be spread over nodes or zones.",
        "파드를 노드나 영역에 얼마나 고르게 퍼뜨릴지 정합니다."
      ),
      "volumes": Localized("Storage that containers may mount.", "컨테이너가 마운트할 수 있는 저장 공간입니다."),
    ],
    "PodStatus": [
      "conditions": Localized(
        "PodScheduled, Initialized, ContainersReady, Ready and others.",
        "PodScheduled, Initialized, ContainersReady, Ready 같은 상태들입니다."
      ),
      "containerStatuses": Localized("What is known of each container.", "컨테이너마다 알려진 상태입니다."),
      "ephemeralContainerStatuses": Localized("What is known of each ephemeral container.", "임시 컨테이너마다 알려진 상태입니다."),
      "hostIP": Localized("The address of the node.", "노드의 주소입니다."),
      "hostIPs": Localized("The addresses of the node.", "노드의 주소들입니다."),
      "initContainerStatuses": Localized("What is known of each init container.", "초기화 컨테이너마다 알려진 상태입니다."),
      "message": Localized("Why it is in this state, in words.", "이 상태인 이유를 풀어 쓴 글입니다."),
      "nominatedNodeName": Localized("The node on which room is being made for it.", "이 파드를 위해 자리를 비우고 있는 노드입니다."),
      "observedGeneration": Localized(
        "The generation of the Pod that the kubelet has seen.",
        "kubelet이 본 파드의 generation입니다."
      ),
      "phase": Localized(
        "Pending, Running, Succeeded, Failed or Unknown.",
        "Pending, Running, Succeeded, Failed, Unknown 중 하나입니다."
      ),
      "podIP": Localized("The address of the Pod.", "파드의 주소입니다."),
      "podIPs": Localized("The addresses of the Pod.", "파드의 주소들입니다."),
      "qosClass": Localized(
        "Guaranteed, Burstable or BestEffort, by its requests and limits.",
        "요청과 한도에 따라 Guaranteed, Burstable, BestEffort로 나뉩니다."
      ),
      "reason": Localized(
        "Why it is in this state, in one word: Evicted, DeadlineExceeded …",
        "이 상태인 이유를 나타내는 한 단어입니다: Evicted, DeadlineExceeded …"
      ),
      "startTime": Localized("When the kubelet took the Pod up.", "kubelet이 파드를 맡은 시각입니다."),
    ],
    "PodCondition": condition.merging([
      "lastProbeTime": Localized("When it was last looked at.", "마지막으로 살펴본 시각입니다."),
      "observedGeneration": Localized("The generation of the Pod that was looked at.", "판단할 때 본 파드의 generation입니다."),
      "type": Localized(
        "PodScheduled, Initialized, ContainersReady, Ready, DisruptionTarget …",
        "PodScheduled, Initialized, ContainersReady, Ready, DisruptionTarget …"
      ),
    ]) { $1 },
    "PodReadinessGate": [
      "conditionType": Localized("The condition of the Pod that must be True.", "True여야 하는 파드의 상태입니다.")
    ],
    "PodSchedulingGate": [
      "name": Localized("The name of the gate; whoever set it takes it away.", "게이트의 이름입니다. 붙인 쪽이 떼어 냅니다.")
    ],
    "PodIP": [
      "ip": Localized("The address.", "주소입니다.")
    ],
    "HostIP": [
      "ip": Localized("The address.", "주소입니다.")
    ],
  ]
}
