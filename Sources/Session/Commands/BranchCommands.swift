import Basics
import Cluster
import Kubectl
import Machinery
import Narration

extension SessionCommand {
  static let mark = SessionCommand(
    names: ["mark"],
    usage: "mark NAME",
    purpose: Localized("give this moment a name, for goto and diff", "goto와 diff에서 쓸 이름을 이 순간에 붙입니다"),
    examples: ["mark before-scale", "scale rs web --replicas=5", "goto before-scale"],
    run: { session, words, output throws(UsageError) in
      guard words.count == 1 else { throw UsageError() }
      let name = words[0].text
      guard session.canBeMark(name) else {
        output.fail(session.text(.noNameForAMark(name)))
        return
      }
      session.timeline.mark(name)
      output.print(session.text(.marked(name, session.place(session.timeline.moment))))
    }
  )

  static let branches = SessionCommand(
    names: ["branches"],
    usage: "branches",
    purpose: Localized(
      "list the futures of this run, and the marks; * is where you are",
      "이 실행의 갈래(브랜치)와 표시를 보여 줍니다. *가 현재 위치입니다"
    ),
    examples: ["mark here", "branches"],
    run: { session, words, output throws(UsageError) in
      guard words.isEmpty else { throw UsageError() }
      let timeline = session.timeline
      let names = timeline.branches.map(\.name) + timeline.marks.map(\.name)
      let width = names.map(\.cellWidth).max() ?? 0
      for branch in timeline.branches {
        let sign = branch.name == timeline.present.name ? "*" : " "
        let origin = branch.origin.map { origin in
          Moment(branch: origin.branch, position: origin.position, time: origin.time)
        }
        let text = session.text(.branch(from: origin.map(session.place), to: session.place(branch.last)))
        output.print("\(sign) \(branch.name.padded(toCells: width))  \(text)")
      }
      for mark in timeline.marks {
        let text = session.text(.markAt(session.place(mark.moment)))
        output.print("  \(mark.name.padded(toCells: width))  \(text)")
      }
    }
  )

  static let `switch` = SessionCommand(
    names: ["switch"],
    usage: "switch NAME",
    purpose: Localized("go to the end of another branch", "다른 브랜치의 끝으로 이동합니다"),
    examples: ["back 5", "scale rs web --replicas=1", "switch main"],
    takes: Grammar([.branch]),
    run: { session, words, output throws(UsageError) in
      guard words.count == 1 else { throw UsageError() }
      guard session.timeline.switchBranch(to: words[0].text) else {
        output.fail(session.text(.unknownBranch(words[0].text)))
        return
      }
      session.tellPlace(&output)
    }
  )

  static let diff = SessionCommand(
    names: ["diff"],
    usage: "diff [MOMENT] [MOMENT]",
    purpose: Localized(
      "the objects that differ between two moments (#ID, TIME, NAME); with -f it is kubectl's",
      "두 순간(#ID, 시각, 이름) 사이에 달라진 오브젝트를 보여 줍니다. -f를 주면 kubectl의 diff입니다"
    ),
    examples: ["diff", "diff #12", "diff start end"],
    takes: Grammar([.moment, .moment]),
    run: { session, words, output throws(UsageError) in
      guard words.count <= 2 else { throw UsageError() }
      var moments: [Moment] = []
      for word in words {
        guard let moment = session.moment(word.text, &output) else { return }
        moments.append(moment)
      }
      if moments.isEmpty { moments.append(session.beforeTheLastCommand) }
      if moments.count == 1 { moments.append(session.timeline.moment) }
      output.print(session.text(.fromTo(session.place(moments[0]), session.place(moments[1]))))
      let stores = moments.map { session.timeline.cluster(at: $0).store }
      let lines = session.narrator.differences(from: stores[0], to: stores[1])
      for line in lines { output.print(line) }
      if lines.isEmpty { output.print(session.text(.noDifference)) }
    }
  )
}
