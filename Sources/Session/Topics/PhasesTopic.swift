import Narration

extension HelpTopic {
  /// Phases, container states and conditions of Pods.
  static let phases = HelpTopic(
    "phases",
    Localized("what the states of Pods and containers mean", "파드와 컨테이너의 상태가 뜻하는 것"),
    Localized(
      """
      A Pod's phase, in status.phase:
        Pending     accepted; not all containers have started yet
        Running     bound to a node, and a container runs or is about to again
        Succeeded   all containers ended with exit code 0 and stay so
        Failed      all have ended, at least one of them badly
        Unknown     its node could not be asked

      A container is waiting, running or terminated. The column STATUS of get pods
      is not the phase but the most telling reason: ContainerCreating,
      CrashLoopBackOff, Completed, Error, Terminating …

      Conditions say how far it is: PodScheduled, PodReadyToStartContainers,
      Initialized, ContainersReady, Ready. why not pod/web Ready tells what is
      missing.

      restartPolicy: Always (the default), OnFailure or Never. A restart is a new
      container in the same Pod; a Pod itself is never restarted, only replaced by
      its controller.
      """,
      """
      파드의 phase(status.phase):
        Pending     받아들여졌지만 아직 시작하지 않은 컨테이너가 있습니다
        Running     노드에 바인딩되었고, 실행 중이거나 곧 다시 시작합니다
        Succeeded   모든 컨테이너가 종료 코드 0으로 끝났습니다
        Failed      모두 끝났고, 하나 이상이 실패했습니다
        Unknown     노드에 물어볼 수 없었습니다

      컨테이너는 waiting, running, terminated 중 하나입니다. get pods의 STATUS는
      phase가 아니라 가장 많이 알려 주는 이유입니다: ContainerCreating,
      CrashLoopBackOff, Completed, Error, Terminating …

      컨디션은 어디까지 왔는지 알려 줍니다: PodScheduled,
      PodReadyToStartContainers, Initialized, ContainersReady, Ready.
      why not pod/web Ready는 무엇이 모자란지 설명합니다.

      restartPolicy는 Always(기본), OnFailure, Never입니다. 재시작은 같은 파드
      안의 새 컨테이너입니다. 파드 자체는 재시작하지 않고 컨트롤러가 새 파드로
      대신합니다.
      """
    )
  )
}
