import Basics
import Cluster
import Kubectl
import Machinery
import Narration

/// Moments of a run as they are typed and told.
extension Session {
  private static let now = "now"
  private static let start = "start"
  private static let end = "end"

  /// Reads `#41`, `1.5s`, the name of a mark or of a branch (its end), `start`, `end` or `now`; nil, and told, where
  /// this run has no such moment.
  func moment(_ text: String, _ output: inout CommandOutput) -> Moment? {
    if text.hasPrefix("#") {
      guard let id = RecordID(typed: text), let moment = timeline.moment(of: id) else {
        output.fail(self.text(.unknownRecord(text)))
        return nil
      }
      return moment
    }
    if let time = Interval(text) {
      var there = timeline
      there.go(to: configuration.start + time)
      return there.moment
    }
    if let mark = timeline.marks.first(where: { $0.name == text }) { return mark.moment }
    switch text {
    case Session.now: return timeline.moment
    case Session.start: return Moment(branch: timeline.present.name, position: 0)
    case Session.end: return timeline.present.last
    default: break
    }
    guard let branch = timeline.branch(text) else {
      output.fail(self.text(.unknownMoment(text)))
      return nil
    }
    return branch.last
  }

  /// Whether a moment may be called so: a word that means no other moment.
  func canBeMark(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "-") else { return false }
    return Interval(name) == nil && timeline.branch(name) == nil
      && ![Session.now, Session.start, Session.end].contains(name)
  }

  /// The moment before the last command that was typed, or the beginning.
  var beforeTheLastCommand: Moment {
    let command = timeline.records.last { if case .command = $0.happening { true } else { false } }
    let position = command.flatMap { timeline.trace.position(of: $0.id.number) } ?? 1
    return Moment(branch: timeline.present.name, position: position - 1)
  }

  /// Where a moment is, in words: `#41 +3.120s on main`.
  func place(_ moment: Moment) -> String {
    guard let branch = timeline.branch(moment.branch) else { return "" }
    let number = branch.trace.lastNumber(at: moment.position)
    // The cluster was set up before the run began.
    let time = max(moment.time ?? branch.trace.time(at: moment.position), configuration.start)
    let elapsed = "+" + (time - configuration.start).seconds(decimals: 3) + "s"
    return text(.place(RecordID(number).text, elapsed, branch: branch.name))
  }

  /// Says where one is: the last thing that has happened here, and the branch where there are several.
  func tellPlace(_ output: inout CommandOutput) {
    guard let last = timeline.records.last else { return }
    let line = narrator.line(last)
    output.print(text(timeline.others.isEmpty ? .wentTo(line) : .wentTo(line, on: timeline.present.name)))
  }
}

extension RecordID {
  /// Reads `#41`.
  init?(typed text: String) {
    guard text.hasPrefix("#"), let number = Int(text.dropFirst()) else { return nil }
    self.init(number)
  }
}

/// What is said about moments and branches.
extension Localized {
  static func place(_ record: String, _ time: String, branch: String) -> Localized {
    Localized("\(record) \(time) on \(branch)", "\(branch)의 \(record) \(time)")
  }
  static func wentTo(_ place: String) -> Localized { Localized("now at \(place)", "현재 위치: \(place)") }
  static func wentTo(_ place: String, on branch: String) -> Localized {
    Localized("now on \(branch) at \(place)", "현재 위치: \(branch), \(place)")
  }
  static func branched(_ name: String, leaving old: String) -> Localized {
    Localized(
      "This is \(name) from here on; the future that you left is kept as \(old): switch \(old)",
      "여기부터 \(name)입니다. 떠나온 미래는 \(old)에 남아 있습니다: switch \(old)"
    )
  }
  static func branch(from origin: String?, to end: String) -> Localized {
    guard let origin else { return Localized("from the start to \(end)", "시작부터 \(end)까지") }
    return Localized("from \(origin) to \(end)", "\(origin)부터 \(end)까지")
  }
  static func marked(_ name: String, _ place: String) -> Localized {
    Localized("\(name) is \(place)", "\(name): \(place)")
  }
  static func markAt(_ place: String) -> Localized { Localized("mark at \(place)", "표시: \(place)") }
  static func noNameForAMark(_ name: String) -> Localized {
    Localized(
      "error: a mark cannot be called \(name): it means a record, a time, a branch or a place already",
      "error: \(name.josa(.topic)) 표시 이름으로 쓸 수 없습니다. 기록, 시각, 브랜치 또는 위치를 뜻하는 말입니다"
    )
  }
  static func unknownBranch(_ name: String) -> Localized {
    Localized("error: there is no branch \(name); branches lists them", "error: \(name) 브랜치가 없습니다. branches로 봅니다")
  }
  static func unknownMoment(_ name: String) -> Localized {
    Localized(
      "error: \(name) is no moment of this run: #ID, a time like 1.5s, a mark or a branch, start, end",
      "error: \(name)에 해당하는 순간이 없습니다: #ID, 1.5s 같은 시각, 표시, 브랜치, start, end"
    )
  }
  static func fromTo(_ old: String, _ new: String) -> Localized {
    Localized("from \(old) to \(new):", "\(old)부터 \(new)까지:")
  }
  static let noDifference = Localized("No object differs.", "달라진 오브젝트가 없습니다.")
}
