import Narration

extension HelpTopic {
  /// The forms of -o.
  static let output = HelpTopic(
    "output",
    Localized("how to see other parts of objects", "오브젝트의 다른 부분을 보는 방법"),
    Localized(
      """
        -o wide              more columns
        -o name              TYPE/NAME alone
        -o yaml, -o json     the whole object
        -o jsonpath='{.status.phase}'
        -o custom-columns=POD:.metadata.name,NODE:.spec.nodeName

      JSONPath, for one object from the object, for several from a list:
        {.items[*].metadata.name}
        {range .items[*]}{.metadata.name}{"\\n"}{end}
        {.status.conditions[?(@.type=="Ready")].status}
        {.metadata.labels.app}    {.metadata.annotations['a\\.b/c']}

      --sort-by=.metadata.creationTimestamp orders, -l and --field-selector choose,
      -L app and --show-labels show labels, -A takes all namespaces. Tab completes
      the paths. explain TYPE.FIELD tells what a field means.
      """,
      """
        -o wide              열을 더 보여 줍니다
        -o name              TYPE/NAME만
        -o yaml, -o json     오브젝트 전체
        -o jsonpath='{.status.phase}'
        -o custom-columns=POD:.metadata.name,NODE:.spec.nodeName

      JSONPath는 하나면 그 오브젝트에서, 여럿이면 목록에서 시작합니다:
        {.items[*].metadata.name}
        {range .items[*]}{.metadata.name}{"\\n"}{end}
        {.status.conditions[?(@.type=="Ready")].status}
        {.metadata.labels.app}    {.metadata.annotations['a\\.b/c']}

      --sort-by=.metadata.creationTimestamp로 정렬하고, -l과 --field-selector로
      고르고, -L app과 --show-labels로 레이블을 보고, -A로 모든 네임스페이스를
      봅니다. 경로는 Tab으로 완성합니다. 필드의 뜻은 explain TYPE.FIELD로 봅니다.
      """
    )
  )
}
