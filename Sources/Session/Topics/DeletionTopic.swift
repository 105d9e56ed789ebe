import Narration

extension HelpTopic {
  /// Graceful deletion, finalizers and cascades.
  static let deletion = HelpTopic(
    "deletion",
    Localized("what happens between delete and gone", "삭제가 끝날 때까지 일어나는 일"),
    Localized(
      """
      delete of a Pod that runs only marks it: deletionTimestamp is set, and get
      shows Terminating. Its kubelet runs preStop, sends TERM, and KILL after the
      grace period (30 s from the start). When all containers have ended, the
      kubelet lets the API server remove the object.

      A controller counts a Pod that is being deleted as gone, and replaces it at
      once. On a failed node nobody ends it: it stays Terminating until the node
      is back, or --force --grace-period=0 removes the object alone.

      What an object owns goes with it (help owners):
        --cascade=background   the owner goes first (the default)
        --cascade=foreground   the owned first; the owner waits with a finalizer
        --cascade=orphan       the owned stay, without an owner

      An object with finalizers stays until the last of them is taken off.
      """,
      """
      실행 중인 파드를 삭제하면 먼저 표시만 합니다. deletionTimestamp가 생기고
      get에는 Terminating으로 보입니다. kubelet이 preStop을 실행하고 TERM을
      보내며, 유예 시간(기본 30초)이 지나면 KILL을 보냅니다. 모든 컨테이너가
      끝나면 kubelet이 API 서버에서 오브젝트를 지우게 합니다.

      컨트롤러는 삭제되는 파드를 이미 없는 것으로 보고 바로 새로 만듭니다. 멈춘
      노드에서는 끝내 줄 kubelet이 없어, 노드가 돌아오거나 --force
      --grace-period=0으로 오브젝트만 지울 때까지 Terminating으로 남습니다.

      오브젝트가 소유한 것도 함께 사라집니다(help owners):
        --cascade=background   주인이 먼저 (기본)
        --cascade=foreground   딸린 것이 먼저. 주인은 파이널라이저로 기다립니다
        --cascade=orphan       딸린 것은 주인 없이 남습니다

      파이널라이저가 있는 오브젝트는 마지막 것이 없어질 때까지 남습니다.
      """
    )
  )
}
