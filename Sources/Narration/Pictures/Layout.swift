/// How pictures are to be drawn: for whom, and with how much room.
package struct Layout: Hashable, Sendable {
  /// How many terminal cells a line has.
  package var width: Int
  /// Whether the reader listens: then there are no boxes and columns, but `name: web-1, ready: no` lines.
  package var isAccessible: Bool

  package init(width: Int = 80, isAccessible: Bool = false) {
    self.width = width
    self.isAccessible = isAccessible
  }
}
