import Narration

extension HelpTopic {
  /// What the executable ends with.
  static let exitCodes = HelpTopic(
    "exit-codes",
    Localized("what the exit codes of kubestep mean", "kubestep의 종료 코드"),
    Localized(
      """
        0    it went well. At a prompt: you left it. Of a script: it was read to its
             end, whatever single commands answered.
        1    kubestep run --fail-fast: a command failed.
             kubestep lesson NAME, with its answers on standard input: the goals of
             the lesson were not met.
             kubestep replay --verify: the run is not the same, or part of the file
             is lost. --resume: there is nothing to go on with.
             kubestep doctor: something is to be mended.
             A saved session cannot be read.
        64   the options or arguments of kubestep are not what it takes, or name a
             script or a folder that cannot be read
        128+N  signal N ended it. 130: Ctrl-C stopped replay --verify. 141: nobody
             reads the answer any more.

      A single command's own exit code is in kubestep run --output json.
      """,
      """
        0    잘되었습니다. 프롬프트: 나왔습니다. 스크립트: 명령 하나하나의 결과와
             상관없이 끝까지 읽었습니다.
        1    kubestep run --fail-fast: 명령이 실패했습니다.
             kubestep lesson 이름 (표준 입력으로 답을 받을 때): 레슨의 목표를
             이루지 못했습니다.
             kubestep replay --verify: 실행이 같지 않거나 파일 일부를 잃었습니다.
             --resume: 이어 갈 것이 없습니다.
             kubestep doctor: 고칠 것이 있습니다.
             저장한 세션을 읽을 수 없습니다.
        64   kubestep이 받지 않는 옵션이나 인자이거나, 가리키는 스크립트나 폴더를
             읽을 수 없습니다
        128+N  신호 N으로 끝났습니다. 130: Ctrl-C로 replay --verify를 멈췄습니다.
             141: 답을 읽는 곳이 더는 없습니다.

      명령 하나하나의 종료 코드는 kubestep run --output json에 있습니다.
      """
    )
  )
}
