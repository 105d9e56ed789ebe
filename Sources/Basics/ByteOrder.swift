extension String {
  /// Whether this text sorts before `other` by its bytes, as Go compares strings.
  ///
  /// `<` on Swift's strings compares canonical equivalents instead, so it must not decide an order that Kubernetes
  /// decides.
  package func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
