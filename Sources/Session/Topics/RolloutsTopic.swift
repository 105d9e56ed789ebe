import Narration

extension HelpTopic {
  /// Rolling updates of Deployments.
  static let rollouts = HelpTopic(
    "rollouts",
    Localized("how a Deployment replaces Pods", "디플로이먼트가 파드를 바꾸는 방법"),
    Localized(
      """
      A Deployment keeps a ReplicaSet for each Pod template. A changed template is
      a new ReplicaSet, and the rollout moves replicas from the old to the new.

        strategy: RollingUpdate (the default) or Recreate (all old ones first)
        maxSurge         25%   how many Pods more than asked for; rounded up
        maxUnavailable   25%   how many available ones fewer; rounded down
        minReadySeconds  0     how long a Pod must be Ready to count as available
        progressDeadlineSeconds  600   then Progressing is False; nothing is undone
        revisionHistoryLimit      10   how many old ReplicaSets are kept

      A change of replicas alone is no rollout.

        rollout status|history|undo|pause|resume|restart deployment/shop

      Try: set image deployment/shop nginx=nginx:1.28 · tree deployment/shop
           why not deployment/shop Available
      """,
      """
      디플로이먼트는 파드 템플릿마다 레플리카셋을 하나씩 둡니다. 템플릿을 바꾸면
      새 레플리카셋이 생기고, 롤아웃이 옛것에서 새것으로 파드를 옮깁니다.

        strategy: RollingUpdate(기본) 또는 Recreate(옛것을 모두 먼저 없앰)
        maxSurge         25%   원하는 수보다 더 둘 수 있는 파드 수. 올림
        maxUnavailable   25%   모자라도 되는 사용 가능한 파드 수. 버림
        minReadySeconds  0     Ready로 이만큼 있어야 사용 가능으로 봅니다
        progressDeadlineSeconds  600   넘으면 Progressing이 False. 되돌리지는 않음
        revisionHistoryLimit      10   남겨 둘 옛 레플리카셋의 수

      replicas만 바꾸는 것은 롤아웃이 아닙니다.

        rollout status|history|undo|pause|resume|restart deployment/shop

      해 보기: set image deployment/shop nginx=nginx:1.28 · tree deployment/shop
               why not deployment/shop Available
      """
    )
  )
}
