/// The difference of two texts in lines, with three lines around each change.
///
/// Mirrors `difflib.UnifiedDiff` of `github.com/pmezard/go-difflib`, which matches the longest runs first and, in long
/// texts, does not start a match at lines that occur often.
package enum UnifiedDiff {
  /// Ends with a line end; empty for equal texts.
  package static func text(from old: String, to new: String) -> String {
    let matcher = LineMatcher(lines(old), lines(new))
    var out = ""
    for group in groups(matcher.changes) {
      guard let first = group.first, let last = group.last else { continue }
      let oldRange = range(first.old.lowerBound..<last.old.upperBound)
      let newRange = range(first.new.lowerBound..<last.new.upperBound)
      out += "@@ -\(oldRange) +\(newRange) @@\n"
      for change in group {
        if change.isEqual {
          for line in matcher.old[change.old] { out += " \(line)\n" }
        } else {
          for line in matcher.old[change.old] { out += "-\(line)\n" }
          for line in matcher.new[change.new] { out += "+\(line)\n" }
        }
      }
    }
    return out
  }

  private static func lines(_ text: String) -> [String] {
    text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func range(_ range: Range<Int>) -> String {
    if range.count == 1 { return "\(range.lowerBound + 1)" }
    return "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
  }

  /// The changes with up to three equal lines around each, cut where more lie between.
  private static func groups(_ changes: [LineChange]) -> [[LineChange]] {
    let context = 3
    var changes = changes
    if let first = changes.first, first.isEqual { changes[0] = first.suffix(context) }
    if let last = changes.last, last.isEqual { changes[changes.count - 1] = last.prefix(context) }
    var groups: [[LineChange]] = [[]]
    for change in changes {
      if change.isEqual, change.old.count > 2 * context {
        groups[groups.count - 1].append(change.prefix(context))
        groups.append([change.suffix(context)])
      } else {
        groups[groups.count - 1].append(change)
      }
    }
    return groups.filter { group in group.contains { !$0.isEqual } }
  }
}

/// Lines of the old text and what stands for them in the new one.
struct LineChange {
  var old: Range<Int>
  var new: Range<Int>
  var isEqual: Bool

  func prefix(_ count: Int) -> LineChange {
    let length = min(count, old.count)
    return LineChange(
      old: old.lowerBound..<old.lowerBound + length,
      new: new.lowerBound..<new.lowerBound + length,
      isEqual: isEqual
    )
  }

  func suffix(_ count: Int) -> LineChange {
    let length = min(count, old.count)
    return LineChange(
      old: old.upperBound - length..<old.upperBound,
      new: new.upperBound - length..<new.upperBound,
      isEqual: isEqual
    )
  }
}

/// Finds the runs of lines that two texts share.
private struct LineMatcher {
  struct Run {
    var old: Int
    var new: Int
    var length: Int
  }

  let old: [String]
  let new: [String]
  /// Where each line of the new text stands, without the lines that occur too often to start a match at.
  private var places: [String: [Int]] = [:]

  init(_ old: [String], _ new: [String]) {
    self.old = old
    self.new = new
    for (index, line) in new.enumerated() { places[line, default: []].append(index) }
    if new.count >= 200 {
      let limit = new.count / 100 + 1
      places = places.filter { $0.value.count <= limit }
    }
  }

  /// The whole of both texts as equal and changed ranges, in order.
  var changes: [LineChange] {
    var changes: [LineChange] = []
    var (old, new) = (0, 0)
    for run in runs + [Run(old: self.old.count, new: self.new.count, length: 0)] {
      if old < run.old || new < run.new {
        changes.append(LineChange(old: old..<run.old, new: new..<run.new, isEqual: false))
      }
      old = run.old + run.length
      new = run.new + run.length
      if run.length > 0 {
        changes.append(LineChange(old: run.old..<old, new: run.new..<new, isEqual: true))
      }
    }
    return changes
  }

  /// The longest run first, then those before and after it; runs that touch are one.
  private var runs: [Run] {
    var found: [Run] = []
    var open = [(0..<old.count, 0..<new.count)]
    while let (oldRange, newRange) = open.popLast() {
      let run = longestRun(oldRange, newRange)
      guard run.length > 0 else { continue }
      found.append(run)
      open.append((oldRange.lowerBound..<run.old, newRange.lowerBound..<run.new))
      open.append((run.old + run.length..<oldRange.upperBound, run.new + run.length..<newRange.upperBound))
    }
    var merged: [Run] = []
    for run in found.sorted(by: { ($0.old, $0.new) < ($1.old, $1.new) }) {
      if let last = merged.last, last.old + last.length == run.old, last.new + last.length == run.new {
        merged[merged.count - 1].length += run.length
      } else {
        merged.append(run)
      }
    }
    return merged
  }

  /// The first of the longest runs in the two ranges.
  private func longestRun(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Run {
    var best = Run(old: oldRange.lowerBound, new: newRange.lowerBound, length: 0)
    var lengths: [Int: Int] = [:]
    for index in oldRange {
      var next: [Int: Int] = [:]
      for place in places[old[index]] ?? [] where newRange.contains(place) {
        let length = (lengths[place - 1] ?? 0) + 1
        next[place] = length
        if length > best.length {
          best = Run(old: index - length + 1, new: place - length + 1, length: length)
        }
      }
      lengths = next
    }
    // Lines that were left out above may still belong to the run.
    while best.old > oldRange.lowerBound, best.new > newRange.lowerBound, old[best.old - 1] == new[best.new - 1] {
      best.old -= 1
      best.new -= 1
      best.length += 1
    }
    while best.old + best.length < oldRange.upperBound, best.new + best.length < newRange.upperBound,
      old[best.old + best.length] == new[best.new + best.length]
    {
      best.length += 1
    }
    return best
  }
}
