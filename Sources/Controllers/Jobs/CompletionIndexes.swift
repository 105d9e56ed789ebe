/// A set of completion indexes, as `status.completedIndexes` writes it: `0-2,4`.
///
/// Mirrors `orderedIntervals` of `pkg/controller/job/indexed_job_utils.go`.
struct CompletionIndexes: Hashable {
  /// In order, with a gap between any two.
  private(set) var ranges: [ClosedRange<Int>] = []

  init() {}

  /// Reads the indexes below `completions`; what is not a number is left out, as the controller wrote it itself.
  init(_ text: String, below completions: Int) {
    for part in text.split(separator: ",") {
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last, first < completions else { continue }
      ranges.append(first...min(last, completions - 1))
    }
  }

  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// O(log *n*) in the number of ranges.
  func contains(_ index: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < index { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(index)
  }

  /// How many indexes are in both sets.
  func countCommon(with other: CompletionIndexes) -> Int {
    var count = 0
    var (left, right) = (ranges[...], other.ranges[...])
    while let first = left.first, let second = right.first {
      count += max(0, min(first.upperBound, second.upperBound) - max(first.lowerBound, second.lowerBound) + 1)
      if first.upperBound <= second.upperBound { left.removeFirst() }
      if second.upperBound <= first.upperBound { right.removeFirst() }
    }
    return count
  }

  mutating func insert(_ indexes: [Int]) { insert(indexes.map { $0...$0 }) }

  mutating func insert(_ other: CompletionIndexes) { insert(other.ranges) }

  private mutating func insert(_ others: [ClosedRange<Int>]) {
    let all = (ranges + others).sorted { $0.lowerBound < $1.lowerBound }
    ranges = []
    for range in all {
      if let last = ranges.last, range.lowerBound <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// The first `count` indexes below `completions` that are not in the set.
  func firstMissing(_ count: Int, below completions: Int) -> [Int] {
    var missing: [Int] = []
    var next = 0
    for range in ranges + [completions...completions] {
      while next < range.lowerBound, next < completions, missing.count < count {
        missing.append(next)
        next += 1
      }
      next = max(next, range.upperBound + 1)
    }
    return missing
  }
}

extension CompletionIndexes: CustomStringConvertible {
  /// Two neighbours are written apart, three and more as a range.
  var description: String {
    ranges.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound),\(range.upperBound)"
      default: "\(range.lowerBound)-\(range.upperBound)"
      }
    }.joined(separator: ",")
  }
}
