import Basics
package import Cluster
import Machinery

extension Narrator {
  /// One line of the agenda: `[2]  +3.120s  kubelet/node-1  starts container main of pod/web  (in 0.1 s)`.
  package func line(_ upcoming: Upcoming, in cluster: Cluster) -> String {
    let wait = upcoming.time - cluster.now
    let columns = Columns(
      id: upcoming.number.bracketed,
      time: (upcoming.time < start ? "" : "+") + (upcoming.time - start).seconds(decimals: 3) + "s",
      component: upcoming.component.description,
      sentence: text(upcoming.sentence(in: cluster))
    )
    let when = wait > .zero ? " (\(text(.inTime(wait.spoken))))" : ""
    return (upcoming.mayComeNext ? "* " : "  ") + columns.line(idWidth: 5, timeWidth: 9, componentWidth: 22) + when
  }

  /// What may happen next and when: at most `limit` lines, and how many more there are.
  package func agenda(of cluster: Cluster, limit: Int) -> [String] {
    let upcoming = cluster.upcoming
    var lines = upcoming.prefix(limit).map { line($0, in: cluster) }
    if upcoming.count > limit { lines.append("  " + text(.more(upcoming.count - limit))) }
    if upcoming.count(where: \.mayComeNext) > 1 { lines.append(text(.anyOrder)) }
    return lines
  }
}

extension Int {
  fileprivate var bracketed: String { "#\(self)" }
}

extension Localized {
  static func inTime(_ wait: Localized) -> Localized { Localized("in \(wait.english)", "\(wait.korean) 뒤") }

  static let anyOrder = Localized(
    "* may come next, in any order: step #N takes one of them first",
    "* 표시는 순서 없이 다음에 올 수 있습니다. step #N으로 먼저 올 것을 고릅니다"
  )
}
