import Narration

extension HelpTopic {
  /// Owner references and garbage collection.
  static let owners = HelpTopic(
    "owners",
    Localized("who owns whom, and what is collected", "오브젝트의 주인과 가비지 컬렉션"),
    Localized(
      """
      metadata.ownerReferences names the owners of an object by uid. One of them
      may be its controller: that one counts it, and nobody else touches it.

        Deployment › ReplicaSet › Pod       CronJob › Job › Pod
        DaemonSet › Pod                     ReplicationController › Pod

      A Pod without a controller is not brought back by anyone. A controller adopts
      such a Pod if its selector matches (help selectors).

      The garbage collector deletes what has lost its last owner; blockOwnerDeletion
      makes an owner that is deleted in the foreground wait for it.

      Try: tree deployment/shop · get pods -o custom-columns=POD:.metadata.name,
           OWNER:.metadata.ownerReferences[0].name · delete rs web --cascade=orphan
      """,
      """
      metadata.ownerReferences는 주인을 uid로 가리킵니다. 그 가운데 하나가
      컨트롤러일 수 있습니다. 컨트롤러만 그 오브젝트를 세고 다룹니다.

        디플로이먼트 › 레플리카셋 › 파드       크론잡 › 잡 › 파드
        데몬셋 › 파드                          레플리케이션 컨트롤러 › 파드

      컨트롤러가 없는 파드는 아무도 되살리지 않습니다. 셀렉터가 맞는 컨트롤러가
      그런 파드를 입양합니다(help selectors).

      가비지 컬렉터는 마지막 주인을 잃은 것을 삭제합니다. blockOwnerDeletion이
      있으면 foreground로 삭제되는 주인이 그것을 기다립니다.

      해 보기: tree deployment/shop · delete rs web --cascade=orphan
      """
    )
  )
}
