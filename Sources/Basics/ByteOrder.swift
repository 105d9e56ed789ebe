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

  /// How many bytes this text and `other` have in common at their beginning.
  package func commonBytes(with other: String) -> Int {
    let count = unsafe utf8.withContiguousStorageIfAvailable { own in
      unsafe other.utf8.withContiguousStorageIfAvailable { other in
        let limit = min(own.count, other.count)
        var index = 0
        while unsafe index < limit && own[index] == other[index] { index += 1 }
        return index
      }
    }
    return count.flatMap { $0 } ?? zip(utf8, other.utf8).prefix { $0 == $1 }.count
  }

  /// As `beginsByBytes`, where capitals of ASCII count as small letters.
  package func beginsIgnoringCase(with prefix: String) -> Bool {
    var own = utf8.makeIterator()
    for byte in prefix.utf8 {
      guard let next = own.next(), next.lowercasedLetter == byte.lowercasedLetter else { return false }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var lowercasedLetter: UInt8 { (65...90).contains(self) ? self | 0x20 : self }
}
