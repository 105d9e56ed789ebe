import Narration

extension HelpTopic {
  /// Watches, caches and what lags behind.
  static let watches = HelpTopic(
    "watches",
    Localized("why components act on what is no longer so", "컴포넌트가 지난 상태를 보고 움직이는 까닭"),
    Localized(
      """
      No component asks the API server what there is each time. Each watches: it is
      told of changes a little later, and acts on its own copy of the objects.

      So a controller may act on what is no longer so. It keeps from doing a thing
      twice by expectations: it remembers what it has asked for, and waits until it
      has been told of it. A write that rests on an old copy is refused (Conflict),
      and tried again.

      Controllers are level-driven: it does not matter which notification came, or
      whether one was lost, but what the objects are like when the key is taken up.
      That is why a missed notification is mended by the next one, or by a relist.

      Try: drop watch replicaset-controller · delete pod … · mend watch
           replicaset-controller · delay watch kubelet/node-1 2s · explain rs/web
      """,
      """
      컴포넌트는 매번 API 서버에 무엇이 있는지 묻지 않습니다. 감시(watch)하면서
      변경을 조금 늦게 통지받고, 자신이 가진 사본을 보고 움직입니다.

      그래서 컨트롤러는 이미 지난 상태를 보고 움직일 수 있습니다. 같은 일을 두
      번 하지 않으려고 기대(expectations)를 둡니다. 요청한 것을 기억하고,
      통지받을 때까지 기다립니다. 낡은 사본을 바탕으로 한 쓰기는 거절되고
      (Conflict) 다시 시도합니다.

      컨트롤러는 수준(level)을 보고 움직입니다. 어떤 통지가 왔는지, 하나를
      놓쳤는지가 아니라 키를 꺼낼 때 오브젝트가 어떤 상태인지가 중요합니다.
      그래서 놓친 통지는 다음 통지나 목록 다시 읽기로 메워집니다.

      해 보기: drop watch replicaset-controller · mend watch
               replicaset-controller · delay watch kubelet/node-1 2s · explain rs/web
      """
    )
  )
}
