public import HashTreeCollections

/// A persistent map: keeping a copy costs nothing until one of the two changes, and then only what changed.
///
/// `TreeDictionary` iterates in another order in each process, so only sorted iteration exists here. Its nodes hold up
/// to 32 entries and are copied whole, so large values belong in a box. Public because the compiler specialises
/// inlinable code in other modules only then.
public struct SnapshotMap<Key: Hashable & Comparable & Sendable, Value: Sendable>: Sendable {
  @usableFromInline var storage = TreeDictionary<Key, Value>()

  /// An empty map.
  @inlinable
  public init() {}

  /// How many entries there are.
  @inlinable
  public var count: Int { storage.count }
  /// Whether there is no entry.
  @inlinable
  public var isEmpty: Bool { storage.isEmpty }

  /// The value of `key`; assigning nil removes the entry. Changed in place.
  @inlinable
  public subscript(key: Key) -> Value? {
    get { storage[key] }
    set { storage[key] = newValue }
    _modify { yield &storage[key] }
  }

  /// The value of `key`, or `fallback`, which is stored once it is changed.
  @inlinable
  public subscript(key: Key, default fallback: @autoclosure () -> Value) -> Value {
    get { storage[key] ?? fallback() }
    _modify { yield &storage[key, default: fallback()] }
  }

  /// Stores `value`; the one that was there before.
  @inlinable @discardableResult
  public mutating func updateValue(_ value: Value, forKey key: Key) -> Value? {
    storage.updateValue(value, forKey: key)
  }

  /// Removes the entry of `key`; the value that was there.
  @inlinable @discardableResult
  public mutating func removeValue(forKey key: Key) -> Value? {
    storage.removeValue(forKey: key)
  }

  /// The keys in ascending order; O(n log n).
  @inlinable
  public var sortedKeys: [Key] { storage.keys.sorted() }

  /// The entries in ascending order of their keys; O(n log n).
  @inlinable
  public var sorted: [(key: Key, value: Value)] {
    sortedKeys.compactMap { key in storage[key].map { (key, $0) } }
  }

  /// The values in ascending order of their keys; O(n log n).
  @inlinable
  public var sortedValues: [Value] { sortedKeys.compactMap { storage[$0] } }

  /// The values in no order, for folds whose result does not depend on it (counting, a search for a unique match).
  @inlinable
  public func forEachUnordered(_ body: (Key, Value) -> Void) {
    for (key, value) in storage { body(key, value) }
  }

  /// Whether any value is so; O(n).
  @inlinable
  public func contains(where isSo: (Value) -> Bool) -> Bool { storage.contains { isSo($0.value) } }
}

extension SnapshotMap: Equatable where Value: Equatable {}
