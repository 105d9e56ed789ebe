package import HashTreeCollections

/// A persistent set with sorted iteration only; see `SnapshotMap`.
package struct SnapshotSet<Element: Hashable & Comparable & Sendable>: Sendable, Equatable {
  @usableFromInline var storage = TreeSet<Element>()

  @inlinable
  package init() {}

  @inlinable
  package var count: Int { storage.count }
  @inlinable
  package var isEmpty: Bool { storage.isEmpty }
  @inlinable
  package func contains(_ element: Element) -> Bool { storage.contains(element) }

  /// Whether `element` was not there before.
  @inlinable @discardableResult
  package mutating func insert(_ element: Element) -> Bool { storage.insert(element).inserted }

  /// Whether `element` was there.
  @inlinable @discardableResult
  package mutating func remove(_ element: Element) -> Bool { storage.remove(element) != nil }

  /// The elements in ascending order; O(n log n).
  @inlinable
  package var sorted: [Element] { storage.sorted() }
}
