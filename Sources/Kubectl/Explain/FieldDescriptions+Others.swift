import Narration

/// Kinds that hold no Pods.
extension FieldDescriptions {
  static let ofOthers: Table = [
    "Service": [
      "spec": Localized(
        "Which Pods, behind which ports; nothing here acts on it.",
        "어느 파드를 어느 포트 뒤에 둘지 정합니다. 여기서는 동작하지 않습니다."
      ),
      "status": Localized("The addresses of a load balancer.", "로드 밸런서의 주소들입니다."),
    ],
    "ServiceSpec": [
      "clusterIP": Localized(
        "The address of the Service inside the cluster; None for none.",
        "클러스터 안에서 쓰는 Service의 주소입니다. None이면 없습니다."
      ),
      "clusterIPs": Localized("The same, one for each family of addresses.", "주소 체계마다 하나씩 적은 clusterIP입니다."),
      "externalIPs": Localized("Addresses of nodes that lead here as well.", "여기로도 이어지는 노드의 주소들입니다."),
      "externalName": Localized(
        "The name that an ExternalName Service stands for.",
        "ExternalName Service가 대신하는 이름입니다."
      ),
      "externalTrafficPolicy": Localized(
        "Cluster, or Local: only Pods on the node that was asked.",
        "Cluster, 또는 요청받은 노드의 파드만 쓰는 Local입니다."
      ),
      "internalTrafficPolicy": Localized(
        "Cluster, or Local: only Pods on the node that asks.",
        "Cluster, 또는 요청한 노드의 파드만 쓰는 Local입니다."
      ),
      "ipFamilies": Localized("IPv4, IPv6 or both.", "IPv4, IPv6 또는 둘 다입니다."),
      "ipFamilyPolicy": Localized("How many families of addresses it has.", "주소 체계를 몇 개 쓰는지 정합니다."),
      "ports": Localized("The ports that it listens on.", "듣는 포트들입니다."),
      "publishNotReadyAddresses": Localized("Whether Pods that are not ready count as well.", "준비되지 않은 파드도 넣을지 정합니다."),
      "selector": Localized("Labels of the Pods that answer.", "응답할 파드의 레이블입니다."),
      "sessionAffinity": Localized(
        "ClientIP sends one client always to the same Pod.",
        "ClientIP이면 같은 클라이언트를 늘 같은 파드로 보냅니다."
      ),
      "type": Localized(
        "ClusterIP, NodePort, LoadBalancer or ExternalName.",
        "ClusterIP, NodePort, LoadBalancer, ExternalName 중 하나입니다."
      ),
    ],
    "ServicePort": [
      "appProtocol": Localized("What is spoken on the port.", "이 포트에서 쓰는 프로토콜입니다."),
      "name": Localized("The name; needed where there are several.", "이름입니다. 포트가 여럿이면 필요합니다."),
      "nodePort": Localized("The port of every node that leads here.", "여기로 이어지는 모든 노드의 포트입니다."),
      "port": Localized("The port of the Service.", "Service의 포트입니다."),
      "protocol": Localized("TCP, UDP or SCTP. TCP if not given.", "TCP, UDP, SCTP 중 하나입니다. 주지 않으면 TCP입니다."),
      "targetPort": Localized(
        "The port of the Pods, by number or name; port if not given.",
        "파드의 포트입니다. 번호나 이름으로 적고, 주지 않으면 port와 같습니다."
      ),
    ],
    "ConfigMap": [
      "binaryData": Localized("Entries that are no text, in base64.", "글이 아닌 항목을 base64로 적습니다."),
      "data": Localized("Entries: names and texts.", "이름과 글로 된 항목들입니다."),
      "immutable": Localized("Whether the entries can never be changed.", "항목을 바꿀 수 없게 할지 정합니다."),
    ],
    "Secret": [
      "data": Localized("Entries: names, and values in base64.", "이름과 base64로 적은 값으로 된 항목들입니다."),
      "immutable": Localized("Whether the entries can never be changed.", "항목을 바꿀 수 없게 할지 정합니다."),
      "stringData": Localized(
        "Entries as plain text; the server moves them to data.",
        "글 그대로 적은 항목들입니다. 서버가 data로 옮깁니다."
      ),
      "type": Localized("What kind of secret it is. Opaque if not given.", "어떤 비밀인지 나타냅니다. 주지 않으면 Opaque입니다."),
    ],
    "ServiceAccount": [
      "automountServiceAccountToken": Localized("Whether its token is mounted into Pods.", "토큰을 파드에 마운트할지 정합니다."),
      "imagePullSecrets": Localized("Secrets for fetching the images of its Pods.", "파드의 이미지를 받을 때 쓰는 Secret들입니다."),
      "secrets": Localized("Secrets that its Pods may use.", "파드가 써도 되는 Secret들입니다."),
    ],
    "PodDisruptionBudget": [
      "spec": Localized("How many Pods evictions have to leave.", "축출 뒤에도 남아야 하는 파드의 수를 정합니다."),
      "status": Localized("How many evictions are allowed just now.", "지금 허용되는 축출의 수입니다."),
    ],
    "PodDisruptionBudgetSpec": [
      "maxUnavailable": Localized(
        "How many of the Pods may be missing after an eviction, as a number or a share.",
        "축출 뒤에 빠져 있어도 되는 파드의 수나 비율입니다."
      ),
      "minAvailable": Localized(
        "How many of the Pods must be left after an eviction, as a number or a share.",
        "축출 뒤에 남아 있어야 하는 파드의 수나 비율입니다."
      ),
      "selector": Localized("Which Pods count.", "어느 파드를 셀지 정합니다."),
      "unhealthyPodEvictionPolicy": Localized(
        "AlwaysAllow lets Pods that are not ready be evicted whatever the budget.",
        "AlwaysAllow이면 준비되지 않은 파드는 예산과 상관없이 축출할 수 있습니다."
      ),
    ],
    "PodDisruptionBudgetStatus": [
      "conditions": Localized("DisruptionAllowed, and why.", "DisruptionAllowed 컨디션과 그 이유입니다."),
      "currentHealthy": Localized("How many Pods are ready.", "준비된 파드의 수입니다."),
      "desiredHealthy": Localized("How many Pods must be ready.", "준비되어 있어야 하는 파드의 수입니다."),
      "disruptedPods": Localized(
        "Pods whose eviction was granted and that are not seen to go yet, with its time.",
        "축출이 허용되었으나 아직 사라지지 않은 파드와 그 시각입니다."
      ),
      "disruptionsAllowed": Localized("How many Pods may be evicted just now.", "지금 축출할 수 있는 파드의 수입니다."),
      "expectedPods": Localized("How many Pods there should be.", "있어야 하는 파드의 수입니다."),
      "observedGeneration": Localized(
        "The generation that the controller has looked at.",
        "컨트롤러가 마지막으로 살펴본 generation입니다."
      ),
    ],
  ]
}
