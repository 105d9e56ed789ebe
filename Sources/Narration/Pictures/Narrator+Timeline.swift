import Basics
package import Machinery

extension Narrator {
  /// What each component did when, as lanes of letters; for a reader who listens a line for each component.
  package func timeline(of records: [Record], _ layout: Layout) -> [String] {
    guard let first = records.first, let last = records.last else { return [text(.nothingOfIt)] }
    let names = Set(records.map(\.component)).map(\.description.cellWidth).max() ?? 0
    let timeline = ComponentTimeline(records, columns: max(10, layout.width - names - 2))
    if layout.isAccessible { return timeline.lanes.map(line) }
    var lines = [text(.axis(from: offset(first.time), to: offset(last.time), slice: timeline.axis.slice.spoken))]
    let margin = String(repeating: " ", count: names + 2)
    lines.append(margin + labels(of: timeline.axis))
    for lane in timeline.lanes {
      let cells = timeline.axis.columns.enumerated().map { index, column in
        lane.activity(in: index)?.rawValue ?? (column.isQuiet ? "~" : ".")
      }
      lines.append(lane.component.description.padded(toCells: names) + "  " + String(cells))
    }
    return lines + legend(of: timeline, layout)
  }

  /// `+1.250s`: a moment since the run began.
  func offset(_ time: Instant) -> String {
    let elapsed = time - start
    return (elapsed < .zero ? "" : "+") + elapsed.seconds(decimals: 3) + "s"
  }

  /// When each busy stretch begins and now and then within it, as far as there is room.
  private func labels(of axis: TimeAxis) -> String {
    var line = ""
    for (index, column) in axis.columns.enumerated() where !column.isQuiet {
      let begins = index == 0 || axis.columns[index - 1].isQuiet
      guard index == 0 || index > line.count + (begins ? 0 : 10) else { continue }
      let label = offset(column.start)
      guard index + label.count <= axis.columns.count || index == 0 else { continue }
      line += String(repeating: " ", count: index - line.count) + label
    }
    return line
  }

  private func legend(of timeline: ComponentTimeline, _ layout: Layout) -> [String] {
    let meanings = Activity.allCases.enumerated().compactMap { index, activity in
      timeline.lanes.contains { $0.counts[index] > 0 } ? "\(activity.rawValue) \(text(activity.words))" : nil
    }
    var lines = [""]
    for meaning in meanings {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = meaning
      } else if last.cellWidth + 3 + meaning.cellWidth <= layout.width {
        lines[lines.count - 1] += " · " + meaning
      } else {
        lines.append(meaning)
      }
    }
    return lines
  }

  private func line(of lane: ComponentTimeline.Lane) -> String {
    let kinds = zip(Activity.allCases, lane.counts).filter { $0.1 > 0 }.map { Fact($0.words, "\($1)") }
    let facts = [
      Fact(.component, lane.component.description), Fact(.records, "\(lane.count)"),
      Fact(.first, offset(lane.first)), Fact(.last, offset(lane.last)),
    ]
    return spoken(facts + kinds)
  }
}
