import Narration

/// The words of the exported page, by the keys under which `page.html` and `page.js` ask for them.
enum PageWords {
  static let all: [(key: String, text: Localized)] = [
    ("title", Localized("A run of a simulated Kubernetes cluster", "모의 쿠버네티스 클러스터 실행 기록")),
    ("controls", Localized("Move through the run", "실행 기록 이동")),
    ("step", Localized("Step", "단계")),
    ("first", Localized("First", "처음")),
    ("previous", Localized("Back", "뒤로")),
    ("next", Localized("Forward", "앞으로")),
    ("last", Localized("Last", "마지막")),
    ("previousChange", Localized("Previous change", "이전 변화")),
    ("nextChange", Localized("Next change", "다음 변화")),
    ("of", Localized("of", "/")),
    (
      "keys",
      Localized(
        "Keys: ← → or k j step, Home and End go to the ends, [ ] go to the next change of the picture.",
        "키: ← → 또는 k j는 한 단계, Home과 End는 처음과 끝, [ ]는 그림이 바뀌는 다음 단계로 갑니다."
      )
    ),
    ("language", Localized("Language", "언어")),
    ("theme", Localized("Colours", "색")),
    ("themeAuto", Localized("Automatic", "자동")),
    ("themeLight", Localized("Light", "밝게")),
    ("themeDark", Localized("Dark", "어둡게")),
    ("cluster", Localized("Nodes and Pods", "노드와 파드")),
    ("noNodeYet", Localized("no node yet", "노드 미정")),
    ("nodeIsGone", Localized("gone", "없어짐")),
    ("noPods", Localized("no Pods", "파드 없음")),
    ("nothing", Localized("There is no node yet.", "아직 노드가 없습니다.")),
    ("pods", Localized("Pods", "파드")),
    ("ready", Localized("ready", "준비")),
    ("readyFalse", Localized("condition Ready False", "Ready 컨디션 False")),
    ("restarts", Localized("restarts", "재시작")),
    ("record", Localized("What happened", "일어난 일")),
    ("why", Localized("Why, and what followed", "원인과 결과")),
    ("appeared", Localized("new in the picture", "그림에 새로 생김")),
    ("changed", Localized("changed in the picture", "그림에서 바뀜")),
    ("gone", Localized("gone from the picture", "그림에서 사라짐")),
    ("timeline", Localized("What each component did when", "컴포넌트가 언제 무엇을 했는지")),
    (
      "timelineHelp",
      Localized(
        "The taller a bar, the more records. Quiet spans are cut short, and dotted. A name goes to the component's next"
          + " record.",
        "막대가 높을수록 기록이 많습니다. 조용한 구간은 점선으로 줄였습니다. 이름을 누르면 그 컴포넌트의 다음 기록으로 갑니다."
      )
    ),
    ("branch", Localized("Branch of the run shown here:", "여기서 보여 주는 브랜치:")),
    ("otherBranches", Localized("Others, for export html FILE BRANCH:", "다른 브랜치(export html 파일 브랜치):")),
    ("records", Localized("records", "기록")),
    (
      "letGo",
      Localized(
        "Old records of probes that only repeated themselves were let go:",
        "같은 결과만 되풀이한 오래된 프로브 기록은 뺐습니다:"
      )
    ),
  ]
}
