package import Objects

/// The path of `--sort-by`.
package struct SortKey: Hashable, Sendable {
  private let path: JSONPath

  /// - Throws: What is wrong with the path.
  package init(_ source: String) throws(JSONPath.PathError) { path = try JSONPath(relaxed: source) }

  /// The objects in the order of what the path finds in them; those in which it finds nothing come first.
  ///
  /// - Throws: Where no object at all has the field, or what is found has no order.
  ///
  /// Mirrors `RuntimeSort`. For tables kubectl prints nothing at all where no object has the field, so there the
  /// caller takes this error for an empty list.
  package func sorted(_ objects: [Object]) throws(JSONPath.PathError) -> [Object] {
    var keyed: [(offset: Int, key: Value?, object: Object)] = []
    for (offset, object) in objects.enumerated() {
      let key = try path.results(in: object.value).first?.first
      if let key, !key.hasOrder {
        throw JSONPath.PathError(
          message: "Field \(path.source) in *unstructured.Unstructured is an unsortable type: interface, "
            + "err: unsortable type: interface"
        )
      }
      keyed.append((offset, key, object))
    }
    guard objects.isEmpty || keyed.contains(where: { $0.key != nil }) else {
      throw JSONPath.PathError(
        message: "couldn't find any field with path \(path.source.goQuoted) in the list of objects"
      )
    }
    return keyed.sorted { left, right in
      guard let first = left.key else { return right.key != nil || left.offset < right.offset }
      guard let second = right.key else { return false }
      if first.precedes(second) { return true }
      return !second.precedes(first) && left.offset < right.offset
    }.map(\.object)
  }
}

extension Value {
  fileprivate var hasOrder: Bool {
    switch self {
    case .null, .int, .double, .string: true
    case .bool, .array, .object: false
    }
  }

  /// Mirrors `isLess`: quantities by amount, other texts with their numbers as numbers.
  fileprivate func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.null, _): return !other.isNull
    case (.int(let first), .int(let second)): return first < second
    case (.double(let first), .double(let second)): return first < second
    case (.string(let first), .string(let second)):
      guard let amount = try? Quantity(parsing: first), let other = try? Quantity(parsing: second) else {
        return first.precedesNaturally(second)
      }
      return amount < other
    default: return false
    }
  }
}

extension String {
  /// Whether this text sorts before `other` where runs of digits count as numbers: `a2` before `a10`.
  ///
  /// Mirrors `sortorder.NaturalLess`.
  func precedesNaturally(_ other: String) -> Bool {
    var left = Array(utf8)[...]
    var right = Array(other.utf8)[...]
    while let first = left.first, let second = right.first {
      guard first.isDigit, second.isDigit else {
        if first != second { return first < second }
        left.removeFirst()
        right.removeFirst()
        continue
      }
      let runs = (left.takeNumber(), right.takeNumber())
      if runs.0.digits.count != runs.1.digits.count { return runs.0.digits.count < runs.1.digits.count }
      if runs.0.digits != runs.1.digits { return runs.0.digits.lexicographicallyPrecedes(runs.1.digits) }
      // Equal numbers: the one with fewer zeros in front comes first.
      if runs.0.zeros != runs.1.zeros { return runs.0.zeros < runs.1.zeros }
    }
    return left.count < right.count
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (48...57).contains(self) }
}

extension ArraySlice<UInt8> {
  /// Takes the number off the front: its digits without the zeros before them, and how many those are.
  fileprivate mutating func takeNumber() -> (digits: ArraySlice<UInt8>, zeros: Int) {
    let run = prefix(while: \.isDigit)
    self = dropFirst(run.count)
    let digits = run.drop { $0 == 48 }
    return (digits, run.count - digits.count)
  }
}
