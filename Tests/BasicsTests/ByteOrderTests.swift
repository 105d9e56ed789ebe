import Basics
import Testing

@Suite("Order by bytes")
struct ByteOrderTests {
  static let words = ["", "a", "ab", "b", "é", "e\u{301}", "한글", "한", "가", "web-10", "web-9", "\u{FFFD}", "\u{1F600}"]

  @Test("is that of the UTF-8 of both texts, whatever is canonically the same")
  func order() {
    for left in Self.words {
      for right in Self.words {
        let (own, others) = (Array(left.utf8), Array(right.utf8))
        #expect(left.precedesByBytes(right) == own.lexicographicallyPrecedes(others), "\(left) \(right)")
        #expect(left.beginsByBytes(with: right) == own.starts(with: others), "\(left) \(right)")
      }
    }
  }
}
