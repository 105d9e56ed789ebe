// Sorting names is much of what listings and Tab do. Bytes that lie in one piece are compared several times as fast as
// those that two views are asked for; nothing of them is kept.
extension String {
  /// Whether this text sorts before `other` by its bytes, as Go compares strings.
  ///
  /// `<` on Swift's strings compares canonical equivalents instead, so it must not decide an order that Kubernetes
  /// decides.
  package func precedesByBytes(_ other: String) -> Bool {
    let isBefore = unsafe utf8.withContiguousStorageIfAvailable { own in
      unsafe other.utf8.withContiguousStorageIfAvailable { unsafe own.lexicographicallyPrecedes($0) }
    }
    return isBefore.flatMap { $0 } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Whether this text begins with the bytes of `prefix`.
  package func beginsByBytes(with prefix: String) -> Bool {
    let begins = unsafe utf8.withContiguousStorageIfAvailable { own in
      unsafe prefix.utf8.withContiguousStorageIfAvailable { unsafe own.starts(with: $0) }
    }
    return begins.flatMap { $0 } ?? utf8.starts(with: prefix.utf8)
  }
}
