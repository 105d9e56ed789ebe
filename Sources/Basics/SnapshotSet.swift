internal import HashTreeCollections

/// A persistent set with sorted iteration only; see `SnapshotMap`.
package struct SnapshotSet<Element: Hashable & Comparable & Sendable>: Sendable, Equatable {
  private var storage = TreeSet<Element>()

  package init() {}

  package var count: Int { storage.count }
  package var isEmpty: Bool { storage.isEmpty }
  package func contains(_ element: Element) -> Bool { storage.contains(element) }

  /// Whether `element` was not there before.
  @discardableResult
  package mutating func insert(_ element: Element) -> Bool { storage.insert(element).inserted }

  /// Whether `element` was there.
  @discardableResult
  package mutating func remove(_ element: Element) -> Bool { storage.remove(element) != nil }

  /// The elements in ascending order; O(n log n).
  package var sorted: [Element] { storage.sorted() }
}
