public import HashTreeCollections

/// A persistent set with sorted iteration only; see `SnapshotMap`.
public struct SnapshotSet<Element: Hashable & Comparable & Sendable>: Sendable, Equatable {
  @usableFromInline var storage = TreeSet<Element>()

  /// An empty set.
  @inlinable
  public init() {}

  /// How many elements there are.
  @inlinable
  public var count: Int { storage.count }
  /// Whether there is no element.
  @inlinable
  public var isEmpty: Bool { storage.isEmpty }
  /// Whether `element` is among them.
  @inlinable
  public func contains(_ element: Element) -> Bool { storage.contains(element) }

  /// Whether `element` was not there before.
  @inlinable @discardableResult
  public mutating func insert(_ element: Element) -> Bool { storage.insert(element).inserted }

  /// Whether `element` was there.
  @inlinable @discardableResult
  public mutating func remove(_ element: Element) -> Bool { storage.remove(element) != nil }

  /// The elements in ascending order; O(n log n).
  @inlinable
  public var sorted: [Element] { storage.sorted() }
}
