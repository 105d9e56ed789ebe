import Narration

/// The commands of the prompt that are about lessons, whether one runs or not.
enum ConsoleCommand: Hashable {
  case list
  case start(String)
  case next
  case review
  case record(String)
  /// `lesson` with words that mean nothing.
  case unknown
  case leave
  case restart

  /// Reads a line; nil where it is none of these.
  init?(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    switch words {
    case ["lesson"]: self = .list
    case ["next", "lesson"]: self = .next
    case ["review"]: self = .review
    case ["leave"]: self = .leave
    case ["restart"]: self = .restart
    default:
      guard words.first == "lesson" else { return nil }
      switch (words.count, words[1]) {
      case (3, "record"): self = .record(words[2])
      case (2, let name) where !["record", "new", "check", "promote"].contains(name): self = .start(name)
      default: self = .unknown
      }
    }
  }

  /// The first words of the lines, for completion.
  static let words = ["lesson", "next", "review", "leave"]

  /// How each is typed and what it is for, but for `restart`, which `LessonCommand` has too.
  static let usages: [(String, Localized)] = [
    ("lesson", Localized("list the lessons", "레슨 목록을 봅니다")),
    ("lesson NAME", Localized("begin a lesson", "레슨을 시작합니다")),
    ("next lesson", Localized("begin the lesson after this one", "다음 레슨을 시작합니다")),
    ("review", Localized("ask again what went another way than you said", "예상과 달랐던 것을 다시 묻습니다")),
    ("leave", Localized("leave the lesson for your own cluster", "레슨을 나가 내 클러스터로 돌아갑니다")),
    (
      "lesson record NAME",
      Localized("write what you typed as the beginning of a lesson", "입력한 것을 새 레슨의 시작으로 적습니다")
    ),
  ]
}
