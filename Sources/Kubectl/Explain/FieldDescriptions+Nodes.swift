import Narration

/// Nodes and namespaces.
extension FieldDescriptions {
  static let ofNodes: Table = [
    "Node": [
      "spec": Localized("Whether Pods may be placed here.", "이 노드에 파드를 둘 수 있는지 정합니다."),
      "status": Localized("What the kubelet has reported last.", "kubelet이 마지막으로 알린 상태입니다."),
    ],
    "NodeSpec": [
      "configSource": Localized("No longer used.", "더는 쓰지 않는 필드입니다."),
      "externalID": Localized("No longer used.", "더는 쓰지 않는 필드입니다."),
      "podCIDR": Localized("The addresses from which its Pods get theirs.", "이 노드의 파드가 주소를 얻는 범위입니다."),
      "podCIDRs": Localized("The same, one for each family of addresses.", "주소 체계마다 하나씩 적은 podCIDR입니다."),
      "providerID": Localized("The machine as the cloud names it.", "클라우드가 부르는 기계의 이름입니다."),
      "taints": Localized("What keeps Pods away that do not tolerate it.", "견디지 못하는 파드를 막는 테인트들입니다."),
      "unschedulable": Localized("Whether new Pods are kept away; cordon sets it.", "새 파드를 막을지 정합니다. cordon이 켭니다."),
    ],
    "NodeStatus": [
      "addresses": Localized("The addresses and names of the node.", "노드의 주소와 이름들입니다."),
      "allocatable": Localized("What Pods can have of its capacity.", "전체 자원 가운데 파드가 쓸 수 있는 양입니다."),
      "capacity": Localized("What the machine has: cpu, memory, pods.", "기계가 가진 자원입니다: cpu, memory, pods."),
      "conditions": Localized(
        "Ready, MemoryPressure, DiskPressure, PIDPressure.",
        "Ready, MemoryPressure, DiskPressure, PIDPressure입니다."
      ),
      "config": Localized("No longer used.", "더는 쓰지 않는 필드입니다."),
      "daemonEndpoints": Localized("The port of the kubelet.", "kubelet의 포트입니다."),
      "declaredFeatures": Localized("Features that the kubelet says it has.", "kubelet이 갖췄다고 알린 기능들입니다."),
      "features": Localized("What the container runtime can do.", "컨테이너 런타임이 할 수 있는 일입니다."),
      "images": Localized("The images that are on the node.", "노드에 있는 이미지들입니다."),
      "nodeInfo": Localized("Versions of the system and its parts.", "시스템과 구성 요소의 버전입니다."),
      "phase": Localized("No longer used.", "더는 쓰지 않는 필드입니다."),
      "runtimeHandlers": Localized("The ways in which containers can be run.", "컨테이너를 돌릴 수 있는 방식들입니다."),
      "volumesAttached": Localized("Volumes attached to the node.", "노드에 붙은 볼륨들입니다."),
      "volumesInUse": Localized("Volumes that Pods use.", "파드가 쓰고 있는 볼륨들입니다."),
    ],
    "NodeCondition": condition.merging([
      "lastHeartbeatTime": Localized("When the kubelet last reported it.", "kubelet이 마지막으로 알린 시각입니다.")
    ]) { $1 },
    "NodeAddress": [
      "address": Localized("The address or name.", "주소나 이름입니다."),
      "type": Localized("InternalIP, ExternalIP, Hostname …", "InternalIP, ExternalIP, Hostname …"),
    ],
    "NodeSystemInfo": [
      "architecture": Localized("The kind of processor.", "프로세서의 종류입니다."),
      "bootID": Localized("Another one after each start of the machine.", "기계를 켤 때마다 바뀌는 값입니다."),
      "containerRuntimeVersion": Localized("The container runtime and its version.", "컨테이너 런타임과 그 버전입니다."),
      "kernelVersion": Localized("The version of the kernel.", "커널의 버전입니다."),
      "kubeProxyVersion": Localized("No longer filled in.", "더는 채우지 않는 필드입니다."),
      "kubeletVersion": Localized("The version of the kubelet.", "kubelet의 버전입니다."),
      "machineID": Localized("A name of the machine that stays.", "바뀌지 않는 기계의 이름입니다."),
      "operatingSystem": Localized("The operating system.", "운영 체제입니다."),
      "osImage": Localized("The distribution and its version.", "배포판과 그 버전입니다."),
      "swap": Localized("The swap space of the node.", "노드의 스왑 공간입니다."),
      "systemUUID": Localized("The name that the hardware gives.", "하드웨어가 주는 이름입니다."),
    ],
    "NodeDaemonEndpoints": [
      "kubeletEndpoint": Localized("Where the kubelet listens.", "kubelet이 듣는 곳입니다.")
    ],
    "DaemonEndpoint": [
      "Port": Localized("The port.", "포트입니다.")
    ],
    "ContainerImage": [
      "names": Localized("The names of the image.", "이미지의 이름들입니다."),
      "sizeBytes": Localized("Its size.", "이미지의 크기(바이트)입니다."),
    ],
    "Namespace": [
      "spec": Localized("What must be done before it may go.", "사라지기 전에 해야 할 일입니다."),
      "status": Localized("Whether it is there or going.", "살아 있는지 사라지는 중인지 나타냅니다."),
    ],
    "NamespaceSpec": [
      "finalizers": Localized(
        "Names that must be removed before it may go; kubernetes stands for its objects.",
        "사라지기 전에 지워져야 하는 이름들입니다. kubernetes는 그 안의 객체들을 뜻합니다."
      )
    ],
    "NamespaceStatus": [
      "conditions": Localized("What a deletion is still waiting for.", "삭제가 아직 무엇을 기다리는지 나타냅니다."),
      "phase": Localized("Active or Terminating.", "Active 또는 Terminating입니다."),
    ],
    "NamespaceCondition": condition,
  ]
}
