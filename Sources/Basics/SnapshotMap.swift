package import HashTreeCollections

/// A persistent map: keeping a copy costs nothing until one of the two changes, and then only what changed.
///
/// `TreeDictionary` iterates in another order in each process, so only sorted iteration exists here.
package struct SnapshotMap<Key: Hashable & Comparable & Sendable, Value: Sendable>: Sendable {
  @usableFromInline var storage = TreeDictionary<Key, Value>()

  @inlinable
  package init() {}

  @inlinable
  package var count: Int { storage.count }
  @inlinable
  package var isEmpty: Bool { storage.isEmpty }

  @inlinable
  package subscript(key: Key) -> Value? {
    get { storage[key] }
    set { storage[key] = newValue }
    _modify { yield &storage[key] }
  }

  @inlinable
  package subscript(key: Key, default fallback: @autoclosure () -> Value) -> Value {
    get { storage[key] ?? fallback() }
    _modify { yield &storage[key, default: fallback()] }
  }

  @inlinable @discardableResult
  package mutating func updateValue(_ value: Value, forKey key: Key) -> Value? {
    storage.updateValue(value, forKey: key)
  }

  @inlinable @discardableResult
  package mutating func removeValue(forKey key: Key) -> Value? {
    storage.removeValue(forKey: key)
  }

  /// The keys in ascending order; O(n log n).
  @inlinable
  package var sortedKeys: [Key] { storage.keys.sorted() }

  /// The entries in ascending order of their keys; O(n log n).
  @inlinable
  package var sorted: [(key: Key, value: Value)] {
    sortedKeys.compactMap { key in storage[key].map { (key, $0) } }
  }

  /// The values in ascending order of their keys; O(n log n).
  @inlinable
  package var sortedValues: [Value] { sortedKeys.compactMap { storage[$0] } }

  /// The values in no order, for folds whose result does not depend on it (counting, a search for a unique match).
  @inlinable
  package func forEachUnordered(_ body: (Key, Value) -> Void) {
    for (key, value) in storage { body(key, value) }
  }
}

extension SnapshotMap: Equatable where Value: Equatable {}
