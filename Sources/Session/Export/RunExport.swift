import APIServer
package import Basics
package import Cluster
import Machinery
package import Narration
package import Objects

/// A run as the exported page reads it: all records with their explanations, and what each changes in the picture.
///
/// The picture begins empty, and each record changes at most one node or Pod of it, so the page can go both ways.
package struct RunExport {
  /// How the page's data is laid out; `page.js` reads this form.
  ///
  /// A record is `[number, microseconds since the start, component, activity, text, lines, change]`; component,
  /// activity and texts are places in the tables.
  ///
  /// `lines` holds three numbers for each line: its depth, its text, and the record that it ends by telling: 0 for
  /// none, negative without its component.
  ///
  /// `change` is there only where the picture changes: `["node", name, status]` or
  /// `["pod", name, node, status, containers ready, is ready, restarts]`, and only the first two where it is gone.
  private static let format: Int64 = 1
  /// How many columns the page's timeline has.
  private static let columns = 160

  package private(set) var value: Value
  /// How many records it holds.
  package private(set) var count: Int

  /// The whole run of `timeline`, also what lies ahead of its present moment, at which the page opens.
  package init(_ timeline: Timeline, start: Instant, language: Language) {
    let all = timeline.trace.all
    var rows = Rows(timeline, start: start)
    let records = all.map { rows.row(of: $0) }
    let axis = TimeAxis(all.map(\.time), columns: RunExport.columns)
    count = records.count
    value = [
      "format": .int(RunExport.format),
      "start": .string(start.rfc3339),
      "language": .string(language.rawValue),
      "at": .int(Int64(max(0, all.firstIndex(after: timeline.lastRecord.number) - 1))),
      "branch": .string(timeline.present.name),
      "otherBranches": .array(timeline.branches.map(\.name).filter { $0 != timeline.present.name }.map(Value.string)),
      "letGo": .int(Int64(timeline.trace.letGo)),
      "components": .array(rows.components.map { .string($0.description) }),
      "activities": .array(Activity.allCases.map { TextTable.json($0.words) }),
      "columns": .array(
        axis.columns.map { [.int(($0.start - start).microseconds), .int($0.isQuiet ? 1 : 0)] }
      ),
      "texts": .array(rows.texts.texts.map(TextTable.json)),
      "words": .object(Fields(PageWords.all.map { ($0.key, TextTable.json($0.text)) })),
      "records": .array(records),
    ]
  }
}

/// Makes the rows of the records, with the tables that they point into.
private struct Rows {
  private(set) var texts = TextTable()
  private(set) var components: [Component] = []
  private var componentPlaces: [Component: Int] = [:]
  /// What the picture shows of each node and Pod so far.
  private var shown: [ObjectID: Value] = [:]
  private let timeline: Timeline
  private let history: History
  private let start: Instant
  private let sentences: [Localized]
  private let english: Narrator
  private let korean: Narrator

  init(_ timeline: Timeline, start: Instant) {
    self.timeline = timeline
    self.start = start
    history = History(timeline, reaching: timeline.trace.all.last?.id ?? timeline.lastRecord)
    sentences = timeline.trace.all.map(\.sentence)
    english = Narrator(language: .english, start: start)
    korean = Narrator(language: .korean, start: start)
  }

  mutating func row(of record: Record) -> Value {
    let activity = Activity.allCases.firstIndex(of: Activity(record.kind)) ?? 0
    var row: [Value] = [
      .int(Int64(record.id.number)), .int((record.time - start).microseconds), place(of: record.component),
      .int(Int64(activity)), texts.place(of: told(record.id)?.sentence ?? record.sentence),
      .array(lines(about: record)),
    ]
    if let change = change(by: record) { row.append(change) }
    return .array(row)
  }

  private mutating func place(of component: Component) -> Value {
    let place = componentPlaces[component] ?? components.count
    if place == components.count {
      componentPlaces[component] = place
      components.append(component)
    }
    return .int(Int64(place))
  }

  private func told(_ id: RecordID) -> (component: String, sentence: Localized)? {
    let all = timeline.trace.all
    let place = all.firstIndex(after: id.number - 1)
    guard place < all.endIndex, all[place].id == id else { return nil }
    return (all[place].component.description, sentences[place])
  }

  /// The explanation without its first line, which is the record itself.
  private mutating func lines(about record: Record) -> [Value] {
    let inEnglish = english.explanation(record, history, in: timeline).dropFirst()
    let inKorean = korean.explanation(record, history, in: timeline).dropFirst()
    precondition(inEnglish.count == inKorean.count, "an explanation has the same lines in both languages")
    return zip(inEnglish, inKorean).flatMap { english, korean -> [Value] in
      let line = ExplanationLine(Localized(english, korean), told: told)
      let number = Int64(line.record?.number ?? 0)
      return [
        .int(Int64(line.depth)), texts.place(of: line.text), .int(line.namesComponent ? number : -number),
      ]
    }
  }

  /// What a write changes in the picture; nil for nothing that it shows.
  private mutating func change(by record: Record) -> Value? {
    guard case .wrote(_, let id, let change?) = record.happening, let view = change.object.view else { return nil }
    let isGone = change.kind == .deleted
    let next = isGone ? nil : view
    if shown[id] == next { return nil }
    shown[id] = next
    guard isGone, case .array(let parts) = view else { return view }
    return .array(Array(parts.prefix(2)))
  }
}

extension Object {
  /// How the picture shows a node or a Pod; nil for other kinds.
  fileprivate var view: Value? {
    if let pod = self.as(Pod.self) {
      let box = ClusterMap.PodBox(pod)
      return [
        "pod", .string(box.name), .string(box.node), .string(box.status), .string(box.containersReady),
        .int(box.isReady ? 1 : 0), .int(Int64(box.restarts)),
      ]
    }
    if let node = self.as(Node.self) {
      let box = ClusterMap.NodeBox(node)
      return ["node", .string(box.name), .string(box.status)]
    }
    return nil
  }
}
