import Narration

extension HelpTopic {
  /// The pauses between attempts.
  static let backOff = HelpTopic(
    "back-off",
    Localized("why things are tried again later and later", "다시 시도하는 간격이 늘어나는 까닭"),
    Localized(
      """
      What fails is tried again, each time after a longer pause:

        a container that ended     10 s, 20 s, 40 s … at most 5 min; from the start
                                   again once it has run for 10 min. Meanwhile get
                                   shows CrashLoopBackOff.
        an image pull              10 s … 5 min: ErrImagePull, ImagePullBackOff
        a Pod of a Job             10 s … 10 min, until backoffLimit (6) is passed
        a key in a work queue      5 ms … 16 min 40 s, when a sync has failed
        a Pod that fits no node    when something changes that may help, after
                                   1 s … 10 s

      A pause is no failure of its own: the next attempt is on the agenda.

      Try: run bad --image=busybox:1.28 -- false · agenda · advance 5m · get pods
      """,
      """
      실패한 일은 점점 긴 간격을 두고 다시 시도합니다:

        끝난 컨테이너              10초, 20초, 40초 … 최대 5분. 10분 동안 실행되면
                                   처음부터 셉니다. 그동안 get에는
                                   CrashLoopBackOff로 보입니다.
        이미지 가져오기            10초 … 5분: ErrImagePull, ImagePullBackOff
        잡의 파드                  10초 … 10분, backoffLimit(6)을 넘을 때까지
        작업 큐의 키               5ms … 16분 40초, 동기화에 실패했을 때
        갈 노드가 없는 파드        도움이 될 변화가 있을 때, 1초 … 10초 뒤에

      기다림은 실패가 아닙니다. 다음 시도는 예정 목록(agenda)에 있습니다.

      해 보기: run bad --image=busybox:1.28 -- false · agenda · advance 5m
      """
    )
  )
}
