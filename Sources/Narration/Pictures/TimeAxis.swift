package import Basics

/// Virtual time in a few columns: each is a slice of the same length, but for quiet spans, which take one column each.
package struct TimeAxis: Hashable, Sendable {
  /// Where nothing happens from one slice until another.
  package struct Column: Hashable, Sendable {
    package var start: Instant
    package var isQuiet: Bool
  }

  /// How long a column is that is not quiet.
  package private(set) var slice: Interval
  package private(set) var columns: [Column]

  /// The finest axis on which `times`, which ascend, take at most `limit` columns.
  package init(_ times: [Instant], columns limit: Int) {
    precondition(limit > 0, "an axis has columns")
    var lengths = TimeAxis.lengths.makeIterator()
    repeat {
      slice = lengths.next() ?? .hours(24 * 365)
      columns = TimeAxis.columns(of: times, slice: slice)
    } while columns.count > limit && slice < .hours(24 * 365)
  }

  /// The place of the column that holds `time`, which is one of those that the axis was made for.
  package func index(of time: Instant) -> Int {
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if columns[middle].start <= time { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// 1, 2, 5, 10 … ms up to some days.
  private static let lengths: [Interval] = (0..<9).flatMap { power in
    let unit = (0..<power).reduce(Int64(1)) { unit, _ in unit * 10 }
    return [Interval.milliseconds(unit), .milliseconds(2 * unit), .milliseconds(5 * unit)]
  }

  private static func columns(of times: [Instant], slice: Interval) -> [Column] {
    guard let first = times.first else { return [] }
    var columns: [Column] = []
    var lastNumber: Int64 = -1
    for time in times {
      let number = (time - first).microseconds / slice.microseconds
      if number == lastNumber { continue }
      if number > lastNumber + 1 { columns.append(Column(start: first + slice * (lastNumber + 1), isQuiet: true)) }
      columns.append(Column(start: first + slice * number, isQuiet: false))
      lastNumber = number
    }
    return columns
  }
}
