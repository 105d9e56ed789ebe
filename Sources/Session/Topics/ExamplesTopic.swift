import Narration

extension HelpTopic {
  /// What the examples of all pages stand on.
  static let examples = HelpTopic(
    "examples",
    Localized("what the examples of the pages stand on", "도움말의 예가 바탕으로 하는 것"),
    Localized(
      "The examples of each page are run, one after another, on what these lines make:\n\n",
      "각 도움말의 예는 다음 줄들이 만든 것 위에서 차례로 실행한 것입니다:\n\n"
    ) + (scene.map { "  \($0)" }.joined(separator: "\n") + "\n")
      + Localized(
        "\nreset begins anew. The files are built in; one of yours by the same name wins.",
        "\nreset은 새로 시작합니다. 파일은 내장되어 있고, 같은 이름의 내 파일이 있으면\n그것을 씁니다."
      )
  )

  /// Lines that make something of everything.
  static let scene = [
    "apply -f rs-web.yaml",
    "run web --image=nginx:1.29 --port=80",
    "create deployment shop --image=nginx:1.29 --replicas=2",
    "apply -f ds-monitor.yaml",
    "apply -f job-pi.yaml",
    "apply -f cj-hello.yaml",
    "advance 1m",
  ]
}
