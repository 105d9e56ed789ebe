import Narration

extension HelpTopic {
  /// Moving about in the run.
  static let timeTravel = HelpTopic(
    "time-travel",
    Localized("how to stop, go back, and try it another way", "멈추고, 돌아가고, 다르게 해 보는 방법"),
    Localized(
      """
      Nothing here happens by itself. set mode step holds the cluster still after
      each command; set mode auto (at the start) lets it settle.

        step [N], next          one thing that happens; to the end of a reconcile
        until CONDITION         on until something holds: help conditions
        advance 5m, settle      on by a time; until nothing more is coming soon
        back [N], forward [N]   along the way that the run has been
        goto #41, goto 1.5s     to a record, a time, a mark, start or end
        mark NAME               name this moment
        break on CONDITION      stop there whenever the run comes by

      What you do in the past opens a branch; the future that you left is kept:
      branches lists them, switch NAME goes there, diff A B compares two moments.
      what-if #41 … runs once more from a record with one thing otherwise.

      Every step is the same each time. save FILE keeps the session.
      """,
      """
      저절로 일어나는 일은 없습니다. set mode step이면 명령마다 클러스터가 멈춰
      있고, set mode auto(처음 상태)면 안정될 때까지 진행합니다.

        step [N], next          일 하나씩. 조정 하나가 끝날 때까지
        until 조건              조건이 이루어질 때까지: help conditions
        advance 5m, settle      시간만큼. 곧 일어날 일이 없을 때까지
        back [N], forward [N]   지나온 길을 뒤로, 앞으로
        goto #41, goto 1.5s     기록, 시각, 표시, start, end로
        mark 이름               이 순간에 이름을 붙입니다
        break on 조건           지나갈 때마다 거기서 멈춥니다

      과거에서 무언가 하면 브랜치가 생기고 떠나온 미래는 남습니다. branches로
      보고, switch로 옮겨 가고, diff로 두 순간을 견줍니다.
      what-if #41 …은 기록 하나에서 한 가지만 바꾸어 다시 실행해 봅니다.

      같은 일은 언제나 똑같이 일어납니다. save 파일로 세션을 남깁니다.
      """
    )
  )
}
