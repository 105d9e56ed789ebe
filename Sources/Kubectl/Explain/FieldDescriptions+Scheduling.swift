import Narration

/// Where Pods may be put.
extension FieldDescriptions {
  static let ofScheduling: Table = [
    "Affinity": [
      "nodeAffinity": Localized("Rules about the labels of the node.", "노드의 레이블에 대한 규칙입니다."),
      "podAffinity": Localized("Rules to be near other Pods.", "다른 파드와 가까이 두는 규칙입니다."),
      "podAntiAffinity": Localized("Rules to be away from other Pods.", "다른 파드와 떨어뜨리는 규칙입니다."),
    ],
    "NodeAffinity": [
      "preferredDuringSchedulingIgnoredDuringExecution": Localized(
        "Nodes that are taken rather than others.",
        "되도록 고를 노드입니다."
      ),
      "requiredDuringSchedulingIgnoredDuringExecution": Localized(
        "What a node must have; not looked at again once the Pod runs.",
        "노드가 반드시 갖춰야 할 것입니다. 파드가 돈 뒤에는 다시 보지 않습니다."
      ),
    ],
    "NodeSelector": [
      "nodeSelectorTerms": Localized("One of these is enough.", "이 가운데 하나만 맞으면 됩니다.")
    ],
    "NodeSelectorTerm": [
      "matchExpressions": Localized(
        "Conditions on labels of the node; all must hold.",
        "노드의 레이블에 대한 조건들입니다. 모두 맞아야 합니다."
      ),
      "matchFields": Localized(
        "Conditions on fields of the node; only metadata.name can be asked.",
        "노드의 필드에 대한 조건들입니다. metadata.name만 쓸 수 있습니다."
      ),
    ],
    "NodeSelectorRequirement": [
      "key": Localized("The label or field.", "레이블이나 필드입니다."),
      "operator": Localized(
        "In, NotIn, Exists, DoesNotExist, Gt or Lt.",
        "In, NotIn, Exists, DoesNotExist, Gt, Lt 중 하나입니다."
      ),
      "values": Localized("The values; one number for Gt and Lt.", "값들입니다. Gt와 Lt에는 수 하나를 씁니다."),
    ],
    "PreferredSchedulingTerm": [
      "preference": Localized("The nodes that are meant.", "선호하는 노드입니다."),
      "weight": Localized("From 1 to 100; the sum over a node's terms counts.", "1부터 100까지입니다. 노드마다 더해서 비교합니다."),
    ],
    "PodAffinity": [
      "preferredDuringSchedulingIgnoredDuringExecution": Localized(
        "Near these Pods if possible.",
        "되도록 이 파드들 가까이에 둡니다."
      ),
      "requiredDuringSchedulingIgnoredDuringExecution": Localized("Only near these Pods.", "반드시 이 파드들 가까이에 둡니다."),
    ],
    "PodAntiAffinity": [
      "preferredDuringSchedulingIgnoredDuringExecution": Localized(
        "Away from these Pods if possible.",
        "되도록 이 파드들과 떨어뜨립니다."
      ),
      "requiredDuringSchedulingIgnoredDuringExecution": Localized("Only away from these Pods.", "반드시 이 파드들과 떨어뜨립니다."),
    ],
    "PodAffinityTerm": [
      "labelSelector": Localized("Which Pods.", "어느 파드인지 고릅니다."),
      "matchLabelKeys": Localized("Labels whose value must be this Pod's own.", "값이 이 파드와 같아야 하는 레이블입니다."),
      "mismatchLabelKeys": Localized("Labels whose value must not be this Pod's own.", "값이 이 파드와 달라야 하는 레이블입니다."),
      "namespaceSelector": Localized("In which namespaces, by their labels.", "어느 네임스페이스인지 레이블로 고릅니다."),
      "namespaces": Localized(
        "In which namespaces; the Pod's own if neither is given.",
        "어느 네임스페이스인지 적습니다. 둘 다 없으면 파드의 네임스페이스입니다."
      ),
      "topologyKey": Localized(
        "Nodes with the same value of this label count as one place.",
        "이 레이블의 값이 같은 노드들을 한 장소로 봅니다."
      ),
    ],
    "WeightedPodAffinityTerm": [
      "podAffinityTerm": Localized("The Pods that are meant.", "가리키는 파드들입니다."),
      "weight": Localized("From 1 to 100.", "1부터 100까지입니다."),
    ],
    "Toleration": [
      "effect": Localized("The effect of the taint; all if not given.", "견딜 테인트의 효과입니다. 주지 않으면 모두입니다."),
      "key": Localized("The key of the taint; all if not given, with Exists.", "견딜 테인트의 키입니다. Exists와 함께 비워 두면 모두입니다."),
      "operator": Localized("Exists or Equal. Equal if not given.", "Exists 또는 Equal입니다. 주지 않으면 Equal입니다."),
      "tolerationSeconds": Localized(
        "How long a NoExecute taint is borne; for ever if not given.",
        "NoExecute 테인트를 견디는 시간(초)입니다. 주지 않으면 끝없이 견딥니다."
      ),
      "value": Localized("The value of the taint, with Equal.", "Equal일 때 테인트의 값입니다."),
    ],
    "Taint": [
      "effect": Localized(
        "NoSchedule, PreferNoSchedule or NoExecute.",
        "NoSchedule, PreferNoSchedule, NoExecute 중 하나입니다."
      ),
      "key": Localized("The key of the taint.", "테인트의 키입니다."),
      "timeAdded": Localized("When a NoExecute taint was put on.", "NoExecute 테인트가 붙은 시각입니다."),
      "value": Localized("The value of the taint.", "테인트의 값입니다."),
    ],
    "TopologySpreadConstraint": [
      "labelSelector": Localized("The Pods that are counted.", "세는 대상인 파드들입니다."),
      "matchLabelKeys": Localized(
        "Labels by whose values of the incoming Pod the counted ones are narrowed.",
        "새 파드와 값이 같은 것만 세도록 좁히는 레이블입니다."
      ),
      "maxSkew": Localized("How many more Pods one place may have than another.", "장소마다 파드 수가 얼마나 차이 나도 되는지 정합니다."),
      "minDomains": Localized("How many places there must be at least.", "장소가 적어도 몇 곳이어야 하는지 정합니다."),
      "nodeAffinityPolicy": Localized(
        "Whether nodes that its affinity excludes are counted: Honor or Ignore.",
        "어피니티로 빠지는 노드를 세지 않을지 정합니다: Honor, Ignore."
      ),
      "nodeTaintsPolicy": Localized(
        "Whether nodes whose taints it does not tolerate are counted: Honor or Ignore.",
        "테인트를 견디지 못하는 노드를 세지 않을지 정합니다: Honor, Ignore."
      ),
      "topologyKey": Localized("Nodes with the same value of this label are one place.", "이 레이블의 값이 같은 노드들이 한 장소입니다."),
      "whenUnsatisfiable": Localized(
        "DoNotSchedule: the Pod waits. ScheduleAnyway: it is only a wish.",
        "DoNotSchedule이면 파드가 기다리고, ScheduleAnyway이면 바람일 뿐입니다."
      ),
    ],
  ]
}
