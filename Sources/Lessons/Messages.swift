import Narration

/// What lessons say around their own texts.
extension Localized {
  static func lessonBegins(_ id: String, minutes: Int) -> Localized {
    Localized("Lesson \(id), about \(minutes) minutes.", "레슨 \(id), 약 \(minutes)분.")
  }

  static func lessonEnds(sawSolution: Bool, skipped: Int) -> Localized {
    if skipped > 0 {
      return Localized(
        "This is the end of the lesson; goals were skipped. restart · next lesson · lesson",
        "레슨이 끝났습니다. 건너뛴 목표가 있습니다. restart · next lesson · lesson"
      )
    }
    return sawSolution
      ? Localized(
        "Lesson done, with a look at the solution. next lesson · restart · lesson",
        "풀이를 보고 레슨을 마쳤습니다. next lesson · restart · lesson"
      )
      : Localized("Lesson done. next lesson · restart · lesson", "레슨을 마쳤습니다. next lesson · restart · lesson")
  }

  static let typeOrEnter = Localized(
    "[type these, or Enter and the lesson does] · step · why · back · help",
    "[직접 입력하거나 Enter로 레슨에 맡깁니다] · step · why · back · help"
  )

  static func possible(_ stop: LessonRun.Stop) -> Localized {
    switch stop {
    case .reading:
      Localized("[Enter reads on] · step · why · back · help", "[Enter로 계속 읽습니다] · step · why · back · help")
    case .question(let prediction):
      Localized(
        "[type 1-\(prediction.choices.count)] · get · explain · why · skip",
        "[1-\(prediction.choices.count) 중에서 입력] · get · explain · why · skip"
      )
    case .task:
      Localized(
        "[your turn] step · settle · why · back · goal · hint",
        "[직접 해 보세요] step · settle · why · back · goal · hint"
      )
    case .finished:
      Localized("[the cluster is yours] step · why · back · help", "[클러스터를 자유롭게 써 보세요] step · why · back · help")
    }
  }

  static let staleTranslation = Localized(
    "(The English text of this part has changed since it was translated.)",
    "(이 부분은 번역한 뒤에 영어 원문이 바뀌었습니다.)"
  )

  static func nothingToBind(_ choice: String) -> Localized {
    Localized(
      "error: the lesson needs \(choice), and there is none now; restart begins it again",
      "error: 레슨에 필요한 \(choice) 오브젝트가 지금 없습니다. restart로 다시 시작합니다"
    )
  }

  static func chooseOne(_ count: Int) -> Localized {
    Localized("error: type a number from 1 to \(count)", "error: 1부터 \(count)까지의 번호를 입력합니다")
  }

  static func heldBack(_ count: Int) -> Localized {
    Localized(
      "First say what you expect: type a number from 1 to \(count), or skip. Looking around is allowed.",
      "먼저 예상을 고릅니다: 1부터 \(count)까지의 번호나 skip을 입력합니다. 둘러보는 것은 괜찮습니다."
    )
  }

  static func right(_ number: Int) -> Localized {
    Localized("You said \(number), and so it is.", "\(number)번, 맞습니다.")
  }

  static func wrong(_ number: Int) -> Localized {
    Localized("You said \(number); it went another way.", "\(number)번을 골랐지만 결과는 달랐습니다.")
  }

  static func holds(_ number: Int, _ text: String) -> Localized {
    Localized("What holds is \(number): \(text).", "실제로는 \(number)번입니다: \(text).")
  }

  static let noneHolds = Localized(
    "None of the choices holds here: the cluster is not as the lesson made it. restart",
    "맞는 답이 없습니다: 클러스터가 레슨이 만든 상태와 다릅니다. restart"
  )

  static let met = Localized("  [met]     ", "  [달성]   ")
  static let notMet = Localized("  [not yet] ", "  [미달성] ")
  static func seen(_ value: Localized) -> Localized {
    Localized("now: \(value.english)", "지금: \(value.korean)")
  }
  static let noSuchObject = Localized("not there", "없음")
  static let isThere = Localized("still there", "아직 있음")
  static let isTerminating = Localized("still terminating", "아직 종료 중")
  static let holdsNow = Localized("so it is", "그렇습니다")
  static let doesNotHold = Localized("not so", "그렇지 않습니다")
  static let noValue = Localized("no value", "값 없음")

  static let allMet = Localized("All goals are met.", "모든 목표를 이루었습니다.")
  static let metForNow = Localized(
    "All goals are met at this moment. settle shows whether it lasts.",
    "지금은 모든 목표가 이루어졌습니다. settle로 그대로 유지되는지 확인합니다."
  )
  static let noQuestion = Localized(
    "error: there is no question here",
    "error: 여기에는 질문이 없습니다"
  )
  static let typeSolution = Localized(
    "[type them one after another; the lesson will count as shown, not as solved]",
    "[하나씩 입력합니다. 이 레슨은 완료가 아니라 풀이 봄으로 남습니다]"
  )
  static let solutionFails = Localized(
    "The solution is for the cluster as the lesson left it. goto takes you back there; restart begins anew.",
    "풀이는 레슨이 만들어 둔 클러스터에 맞춘 것입니다. goto로 그때로 돌아가거나 restart로 다시 시작합니다."
  )
  static let noGoalsHere = Localized(
    "There are no goals here yet; an empty line reads on.",
    "여기에는 아직 목표가 없습니다. 빈 줄을 입력하면 계속 읽습니다."
  )
  static let noGoalsAnyMore = Localized(
    "The lesson is over. next lesson · restart · lesson",
    "레슨이 끝났습니다. next lesson · restart · lesson"
  )
  static func hint(_ number: Int, of count: Int) -> Localized {
    Localized("Hint \(number) of \(count):", "힌트 \(number)/\(count):")
  }
  static let noMoreHints = Localized(
    "There are no more hints. solution shows commands that reach the goals.",
    "힌트가 더 없습니다. solution으로 풀이를 볼 수 있습니다."
  )

  static let noLessonRuns = Localized(
    "error: no lesson is running; lesson lists them",
    "error: 진행 중인 레슨이 없습니다. lesson으로 목록을 봅니다"
  )
  static func unknownLesson(_ name: String, nearest: String?) -> Localized {
    Localized(
      "error: there is no lesson \"\(name)\"; lesson lists them",
      "error: \"\(name)\" 레슨이 없습니다. lesson으로 목록을 봅니다"
    ) + .hint(nearest)
  }
  static let noNextLesson = Localized("This was the last lesson. lesson lists them", "마지막 레슨입니다. lesson으로 목록을 봅니다")
  static let lessonHelp = Localized("Lessons:", "레슨:")
  static func stage(_ stage: CourseProgress.Stage) -> Localized {
    switch stage {
    case .begun: Localized("[begun]", "[진행 중]")
    case .shown: Localized("[shown]", "[풀이 봄]")
    case .solved: Localized("[solved]", "[완료]")
    }
  }
  static func toReview(_ count: Int) -> Localized {
    Localized(
      "review asks again what went another way than you said: \(counted(count, "idea")).",
      "review를 입력하면 예상과 달랐던 것 \(count)가지를 다시 묻습니다."
    )
  }
  static let nothingToReview = Localized("There is nothing to ask again.", "다시 물을 것이 없습니다.")
  static func asksAgain(_ belief: Localized?) -> Localized {
    guard let belief else {
      return Localized("One question about something that went another way before.", "전에 예상과 달랐던 것을 한 가지 묻습니다.")
    }
    return Localized(
      "Once you answered as if: \(belief.english) Here is a question about it.",
      "전에 이렇게 답한 적이 있습니다: \(belief.korean) 이것을 다시 묻습니다."
    )
  }
  static let lessonUsage = Localized(
    "usage: lesson [NAME] | lesson record NAME (kubestep lesson --help: new, check, promote)",
    "사용법: lesson [이름] | lesson record 이름 (kubestep lesson --help: new, check, promote)"
  )
  static func badLessonName(_ name: String) -> Localized {
    Localized(
      "error: \(name) is no name for a lesson: small letters, digits and dashes",
      "error: \(name.josa(.topic)) 레슨 이름이 될 수 없습니다. 영어 소문자, 숫자, 붙임표(-)만 씁니다"
    )
  }
  static func isThereAlready(_ file: String) -> Localized {
    Localized("error: \(file) is there already", "error: \(file.josa(.subject)) 이미 있습니다")
  }
  static let leftLesson = Localized("You are back at your own cluster.", "내 클러스터로 돌아왔습니다.")
  static func recorded(_ file: String, _ count: Int) -> Localized {
    Localized(
      "wrote \(file) with \(counted(count, "command")); lesson check tells what it still needs",
      "명령 \(count)개를 \(file)에 적었습니다. 남은 일은 lesson check가 알려 줍니다"
    )
  }
  static func minutes(_ count: Int) -> Localized { Localized("\(count) min", "\(count)분") }
  static func badLesson(_ path: String, line: Int, _ message: String) -> Localized {
    Localized(same: "error: \(path):\(line): \(message)")
  }
}
