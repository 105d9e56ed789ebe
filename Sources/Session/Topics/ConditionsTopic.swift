import Narration

extension HelpTopic {
  /// The language of `until`, `break on`, `why not`, goals and predictions.
  static let conditions = HelpTopic(
    "conditions",
    Localized("what until, break on, why not and goals understand", "until, break on, why not과 목표에서 쓰는 조건"),
    Localized(
      """
      Conditions, as until, break on, why not, goals and predictions take them:

        pod/web                             it exists
        pod/web gone                        it does not
        pod/web Ready                       a condition of its status is True
        pod/web on node-2                   it is bound to that node
        rs/web.status.readyReplicas==3      a field compares so: == != < <= > >=
        rs/web replicas=3                   the same, in the status or the spec
        pods.running==2                     a number: count, running, ready,
                                            terminating
        pods(app=web,tier!=db).count > 0    the same of those with these labels
        count(pods -l app=web -n prod)==3   with kubectl's -l, -n and
                                            --field-selector

      and what happens:

        reconcile [rs/web]                  a controller takes up a key
        scheduled [pod/web]                 the scheduler has decided
        probe [failed|passed] [liveness|readiness|startup] [pod/web]
        restarted [pod/web]                 a container begins its next life
        event [FailedScheduling] [pod/web]  an Event is written
        created, changed, deleted [rs/web]  a write is accepted
        refused [rs/web]                    a write is refused

      Joined by and, or, not and parentheses. -n NAMESPACE behind an object names its
      namespace.
      A list item is called by its name or type: status.conditions[Ready].status.
      A number that is not there counts as 0. A breakpoint on a state stops when it
      becomes true.
      """,
      """
      조건은 until, break on, why not, 목표와 예측에서 씁니다:

        pod/web                             오브젝트가 있습니다
        pod/web gone                        오브젝트가 없습니다
        pod/web Ready                       status의 컨디션이 True입니다
        pod/web on node-2                   그 노드에 바인딩되었습니다
        rs/web.status.readyReplicas==3      필드를 비교합니다: == != < <= > >=
        rs/web replicas=3                   짧은 이름: status에서, 없으면 spec에서
        pods.running==2                     수를 셉니다: count, running, ready,
                                            terminating
        pods(app=web,tier!=db).count > 0    레이블 셀렉터에 맞는 것만 셉니다
        count(pods -l app=web -n prod)==3   kubectl의 -l, -n,
                                            --field-selector로 셉니다

      일어나는 일:

        reconcile [rs/web]                  컨트롤러가 키를 꺼내 조정합니다
        scheduled [pod/web]                 스케줄러가 결정했습니다
        probe [failed|passed] [liveness|readiness|startup] [pod/web]
        restarted [pod/web]                 컨테이너가 다시 시작합니다
        event [FailedScheduling] [pod/web]  이벤트가 기록됩니다
        created, changed, deleted [rs/web]  쓰기가 받아들여집니다
        refused [rs/web]                    쓰기가 거절됩니다

      and, or, not과 괄호로 잇습니다. 오브젝트 뒤의 -n NAMESPACE는 네임스페이스입니다.
      목록의 항목은 name이나 type으로 부릅니다: status.conditions[Ready].status.
      없는 숫자는 0으로 봅니다. 상태 조건의 중단점은 참이 되는 순간에 멈춥니다.
      """
    )
  )
}
