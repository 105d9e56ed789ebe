import Narration

/// What is reported of containers.
extension FieldDescriptions {
  static let ofContainerStates: Table = [
    "ContainerStatus": [
      "allocatedResources": Localized("What the node has set aside.", "노드가 잡아 둔 자원입니다."),
      "allocatedResourcesStatus": Localized("The health of devices it has.", "가진 장치의 상태입니다."),
      "containerID": Localized("The runtime's name of the container.", "런타임이 붙인 컨테이너의 이름입니다."),
      "image": Localized("The image that it runs.", "실행 중인 이미지입니다."),
      "imageID": Localized("The digest of that image.", "그 이미지의 다이제스트입니다."),
      "lastState": Localized("How it was before its last restart.", "마지막으로 다시 시작하기 전의 상태입니다."),
      "name": Localized("The name of the container.", "컨테이너의 이름입니다."),
      "ready": Localized("Whether its readiness probe succeeds.", "준비 검사가 성공하는지 나타냅니다."),
      "resources": Localized("The requests and limits that hold.", "지금 적용되는 요청과 한도입니다."),
      "restartCount": Localized("How often it has been started again.", "다시 시작한 횟수입니다."),
      "started": Localized("Whether it runs and its startup probe has succeeded.", "실행 중이고 시작 검사가 성공했는지 나타냅니다."),
      "state": Localized("Whether it waits, runs or has ended.", "기다리는지, 도는지, 끝났는지 나타냅니다."),
      "stopSignal": Localized("The signal that stops it.", "멈출 때 보내는 신호입니다."),
      "user": Localized("The user that it runs as.", "컨테이너를 돌리는 사용자입니다."),
      "volumeMounts": Localized("Its mounts as they are.", "지금의 마운트들입니다."),
    ],
    "ContainerState": [
      "running": Localized("It runs.", "돌고 있습니다."),
      "terminated": Localized("It has ended.", "끝났습니다."),
      "waiting": Localized("It has not been started, or not again.", "아직 시작하지 않았거나, 다시 시작하지 않았습니다."),
    ],
    "ContainerStateRunning": [
      "startedAt": Localized("Since when it runs.", "돌기 시작한 시각입니다.")
    ],
    "ContainerStateWaiting": [
      "message": Localized("Why it waits, in words.", "기다리는 이유를 풀어 쓴 글입니다."),
      "reason": Localized(
        "Why it waits: ContainerCreating, CrashLoopBackOff, ImagePullBackOff …",
        "기다리는 이유입니다: ContainerCreating, CrashLoopBackOff, ImagePullBackOff …"
      ),
    ],
    "ContainerStateTerminated": [
      "containerID": Localized("The runtime's name of the container.", "런타임이 붙인 컨테이너의 이름입니다."),
      "exitCode": Localized("What it ended with; 0 is success, 137 is killed.", "종료 코드입니다. 0은 성공, 137은 강제로 죽은 것입니다."),
      "finishedAt": Localized("When it ended.", "끝난 시각입니다."),
      "message": Localized("What it said of its end.", "끝나면서 남긴 글입니다."),
      "reason": Localized("Completed, Error, OOMKilled …", "Completed, Error, OOMKilled …"),
      "signal": Localized("The signal that ended it.", "끝낸 신호입니다."),
      "startedAt": Localized("When it had been started.", "시작했던 시각입니다."),
    ],
  ]
}
