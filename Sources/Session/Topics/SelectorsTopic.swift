import Narration

extension HelpTopic {
  /// Label selectors, of objects and of commands.
  static let selectors = HelpTopic(
    "selectors",
    Localized("how controllers and commands find objects by labels", "레이블로 오브젝트를 찾는 방법"),
    Localized(
      """
      A label selector matches objects by their labels. In an object:

        selector:
          matchLabels:        {app: web}                 each as it stands
          matchExpressions:   - {key: tier, operator: In, values: [front, back]}

      Operators: In, NotIn, Exists, DoesNotExist. All requirements must hold; NotIn
      and DoesNotExist also match objects that lack the key. ReplicationControllers
      and Services take a plain map and equality only.

      On a line, after -l:
        app=web  app!=web  'tier in (front,back)'  'tier notin (db)'  tier  '!tier'
      with commas for "and".

      A controller adopts Pods that match and have no controller, and lets go of
      its own that match no more. The template's labels must match the selector,
      and in apps/v1 a selector cannot be changed afterwards.

      Try: get pods -l app=web · label pod NAME app- · why rs/web
      """,
      """
      레이블 셀렉터는 레이블로 오브젝트를 고릅니다. 오브젝트 안에서는:

        selector:
          matchLabels:        {app: web}                 적힌 그대로
          matchExpressions:   - {key: tier, operator: In, values: [front, back]}

      연산자는 In, NotIn, Exists, DoesNotExist입니다. 조건은 모두 맞아야 하며,
      NotIn과 DoesNotExist는 그 키가 없는 오브젝트에도 맞습니다.
      레플리케이션 컨트롤러와 서비스는 맵만, 같음만 받습니다.

      명령에서는 -l 뒤에:
        app=web  app!=web  'tier in (front,back)'  'tier notin (db)'  tier  '!tier'
      쉼표는 "그리고"입니다.

      컨트롤러는 셀렉터에 맞고 주인이 없는 파드를 입양하고, 더는 맞지 않는 제
      파드를 놓아줍니다. 템플릿의 레이블은 셀렉터에 맞아야 하고, apps/v1의
      셀렉터는 나중에 바꿀 수 없습니다.

      해 보기: get pods -l app=web · label pod 이름 app- · why rs/web
      """
    )
  )
}
