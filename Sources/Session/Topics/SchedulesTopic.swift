import Narration

extension HelpTopic {
  /// CronJobs.
  static let schedules = HelpTopic(
    "schedules",
    Localized("when CronJobs start Jobs", "크론잡이 잡을 시작하는 때"),
    Localized(
      """
      A CronJob makes a Job at each time that its schedule names:

        */5 * * * *      minute  hour  day  month  weekday (0 is Sunday)
        @hourly  @daily  @weekly  @monthly  @yearly

        concurrencyPolicy            Allow (the default), Forbid (skip while the last
                                     one runs) or Replace (delete that one first)
        startingDeadlineSeconds      how late a Job may still be started
        suspend                      true starts no further ones
        timeZone                     else that of the control plane, here UTC
        successfulJobsHistoryLimit 3   failedJobsHistoryLimit 1   how many are kept

      Where day and weekday are both restricted, either of them is enough. After
      a long pause only the latest missed time is made up for; with more than 100
      missed ones an Event warns of it.

      Try: apply -f cj-hello.yaml · advance 3m · get jobs · create job now
           --from=cronjob/hello
      """,
      """
      크론잡은 schedule이 가리키는 시각마다 잡을 하나 만듭니다:

        */5 * * * *      분  시  일  월  요일(0은 일요일)
        @hourly  @daily  @weekly  @monthly  @yearly

        concurrencyPolicy            Allow(기본), Forbid(앞의 잡이 실행 중이면
                                     건너뜀), Replace(앞의 잡을 먼저 삭제)
        startingDeadlineSeconds      이만큼까지는 늦게라도 시작합니다
        suspend                      true면 더 시작하지 않습니다
        timeZone                     없으면 컨트롤 플레인의 시간대, 여기서는 UTC
        successfulJobsHistoryLimit 3   failedJobsHistoryLimit 1   남겨 두는 수

      일과 요일을 모두 정하면 둘 중 하나만 맞아도 됩니다. 오래 쉬었다면 놓친
      시각 가운데 마지막 것만 만회하고, 100개 넘게 놓치면 이벤트로 경고합니다.

      해 보기: apply -f cj-hello.yaml · advance 3m · get jobs
      """
    )
  )
}
