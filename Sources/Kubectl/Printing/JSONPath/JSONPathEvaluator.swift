import Basics
import Objects

/// Follows a parsed JSONPath through a value.
struct JSONPathEvaluator {
  private let nodes: [JSONPathNode]
  /// How many ranges are open around the node that is being evaluated.
  private var depth = 0

  init(_ nodes: [JSONPathNode]) { self.nodes = nodes }

  /// What the nodes from `start` on find in `value`, up to the `end` of the range they stand in; and where that is.
  mutating func results(from start: Int, in value: Value) throws(JSONPath.PathError) -> (found: [[Value]], end: Int) {
    var found: [[Value]] = []
    var index = start
    while index < nodes.count {
      if nodes[index].isEnd {
        guard depth > 0 else { throw fail("not in range, nothing to end") }
        return (found, index)
      }
      let values = try walk([value], nodes[index])
      guard nodes[index].isRange else {
        found.append(values)
        index += 1
        continue
      }
      depth += 1
      var end = endOfRange(from: index + 1)
      for item in values {
        let inner = try results(from: index + 1, in: item)
        found += inner.found
        end = inner.end
      }
      depth -= 1
      index = end + 1
    }
    return (found, index)
  }

  /// The `end` that belongs to a range whose body starts at `start`.
  private func endOfRange(from start: Int) -> Int {
    var open = 1
    for index in start..<max(start, nodes.count) {
      if nodes[index].isRange { open += 1 }
      if nodes[index].isEnd { open -= 1 }
      if open == 0 { return index }
    }
    return nodes.count
  }

  private func fail(_ message: String) -> JSONPath.PathError { JSONPath.PathError(message: message) }

  private func walk(_ values: [Value], _ path: [JSONPathNode]) throws(JSONPath.PathError) -> [Value] {
    var current = values
    for node in path { current = try walk(current, node) }
    return current
  }

  private func walk(_ values: [Value], _ node: JSONPathNode) throws(JSONPath.PathError) -> [Value] {
    switch node {
    case .text(let text): return [.string(text)]
    case .int(let number): return values.map { _ in .int(number) }
    case .float(let number): return values.map { _ in .double(number) }
    case .bool(let flag): return values.map { _ in .bool(flag) }
    case .field(let name): return values.compactMap { $0[name] }
    case .wildcard: return values.flatMap(\.children)
    case .recursive: return values.flatMap(\.structures)
    case .action(let path): return try walk(values, path)
    case .slice(let slice): return try evaluate(slice, values)
    case .filter(let left, let operation, let right): return try filter(values, left, operation, right)
    case .union(let paths):
      var found: [Value] = []
      for path in paths { found += try walk(values, path) }
      return found
    case .identifier("range"): return values
    case .identifier(let word): throw fail("unrecognized identifier \(word)")
    }
  }

  private func evaluate(_ slice: JSONPathSlice, _ values: [Value]) throws(JSONPath.PathError) -> [Value] {
    var found: [Value] = []
    for value in values where !value.isNull {
      guard let items = value.array else { throw fail("\(value.goType) is not array or slice") }
      let count = items.count
      var start = slice.start ?? 0
      var end = slice.end ?? count
      if start < 0 { start += count }
      if end < 0 || (end == 0 && slice.isIndex) { end += count }
      // No elements are asked for.
      if start == end { continue }
      guard (0..<count).contains(start) else {
        throw fail("array index out of bounds: index \(start), length \(count)")
      }
      guard (0...count).contains(end) else {
        throw fail("array index out of bounds: index \(end &- 1), length \(count)")
      }
      guard start < end else { throw fail("starting index \(start) is greater than ending index \(end)") }
      let step = slice.step ?? 1
      guard step > 0 else { throw fail("step must be > 0") }
      found += stride(from: start, to: end, by: step).map { items[$0] }
    }
    return found
  }

  private func filter(
    _ values: [Value],
    _ left: [JSONPathNode],
    _ operation: String,
    _ right: [JSONPathNode]
  ) throws(JSONPath.PathError) -> [Value] {
    var found: [Value] = []
    for value in values {
      guard let items = value.array else {
        throw fail("\(value.goText) is not array or slice and cannot be filtered")
      }
      for item in items {
        let lefts = try walk([item], left)
        if lefts.isEmpty { continue }
        if operation == "exists" {
          found.append(item)
          continue
        }
        let rights = try walk([item], right)
        if rights.isEmpty { continue }
        guard lefts.count == 1, rights.count == 1 else { throw fail("can only compare one element at a time") }
        if try compare(lefts[0], operation, rights[0]) { found.append(item) }
      }
    }
    return found
  }

  /// Mirrors client-go's copy of the comparison functions of `text/template`.
  private func compare(_ left: Value, _ operation: String, _ right: Value) throws(JSONPath.PathError) -> Bool {
    guard ["<", ">", "==", "!=", "<=", ">="].contains(operation) else {
      throw fail("unrecognized filter operator \(operation)")
    }
    for value in [left, right] where !value.isBasic { throw fail("invalid type for comparison") }
    let order: (isLess: Bool, isEqual: Bool)
    switch (left, right) {
    case (.int(let first), .int(let second)): order = (first < second, first == second)
    case (.double(let first), .double(let second)): order = (first < second, first == second)
    case (.string(let first), .string(let second)): order = (first.precedesByBytes(second), first == second)
    case (.bool(let first), .bool(let second)):
      guard operation == "==" || operation == "!=" else { throw fail("invalid type for comparison") }
      order = (false, first == second)
    default: throw fail("incompatible types for comparison")
    }
    return switch operation {
    case "<": order.isLess
    case ">": !order.isLess && !order.isEqual
    case "<=": order.isLess || order.isEqual
    case ">=": !order.isLess
    case "!=": !order.isEqual
    default: order.isEqual
    }
  }
}

extension JSONPathNode {
  fileprivate var isRange: Bool { starts(with: "range") }
  fileprivate var isEnd: Bool { starts(with: "end") }

  private func starts(with word: String) -> Bool {
    if case .action(let path) = self { path.contains(.identifier(word)) } else { false }
  }
}

extension Value {
  fileprivate var children: [Value] {
    switch self {
    case .array(let items): items
    case .object(let fields): fields.map(\.value)
    default: []
    }
  }

  /// This and everything below it that has children, each before what it holds.
  fileprivate var structures: [Value] {
    let children = self.children
    return children.isEmpty ? [] : [self] + children.flatMap(\.structures)
  }

  fileprivate var isBasic: Bool {
    switch self {
    case .bool, .int, .double, .string: true
    case .null, .array, .object: false
    }
  }
}
