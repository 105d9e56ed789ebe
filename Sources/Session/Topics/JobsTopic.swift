import Narration

extension HelpTopic {
  /// Jobs.
  static let jobs = HelpTopic(
    "jobs",
    Localized("how Jobs run Pods to an end", "잡이 파드를 끝까지 실행하는 방법"),
    Localized(
      """
      A Job runs Pods until enough of them have succeeded.

        completions    1    how many must succeed
        parallelism    1    how many run at once
        backoffLimit   6    more failures than this, and the Job has failed
        activeDeadlineSeconds     the Job fails when it has run for so long
        ttlSecondsAfterFinished   it is deleted so long after its end
        completionMode   NonIndexed, or Indexed: each Pod has a number of its own
        suspend          true stops it and deletes its running Pods

      The template's restartPolicy is OnFailure (the container is restarted in its
      Pod) or Never (the Job makes another Pod). podFailurePolicy can tell failures
      apart. A Job that has ended has the condition Complete or Failed; its Pods
      stay, for their logs, until the Job goes.

      Try: apply -f job-pi.yaml · logs job/pi · why job/pi status.succeeded
      """,
      """
      잡은 충분한 수가 성공할 때까지 파드를 실행합니다.

        completions    1    성공해야 하는 수
        parallelism    1    동시에 실행하는 수
        backoffLimit   6    실패가 이보다 많으면 잡이 실패합니다
        activeDeadlineSeconds     이만큼 실행되면 잡이 실패합니다
        ttlSecondsAfterFinished   끝난 뒤 이만큼 지나면 삭제됩니다
        completionMode   NonIndexed, 또는 Indexed: 파드마다 번호가 있습니다
        suspend          true면 멈추고 실행 중인 파드를 삭제합니다

      템플릿의 restartPolicy는 OnFailure(파드 안에서 컨테이너를 재시작) 또는
      Never(잡이 새 파드를 만듦)입니다. podFailurePolicy로 실패를 구별할 수
      있습니다. 끝난 잡은 Complete나 Failed 컨디션을 갖습니다. 파드는 로그를 볼
      수 있게 잡이 사라질 때까지 남습니다.

      해 보기: apply -f job-pi.yaml · logs job/pi · why job/pi status.succeeded
      """
    )
  )
}
