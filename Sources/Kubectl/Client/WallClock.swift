package import Basics

/// The clock on the wall, beside which virtual time can run while somebody watches; handed in by the top layer.
package struct WallClock: Sendable {
  /// From one tick to the next.
  package static let tick = Interval.milliseconds(100)

  /// Asked by a command that wants to be watched: whether there is somebody to watch it.
  package var begins: @Sendable () -> Bool
  /// Shows what is new and waits for the next tick; false where the watcher has had enough.
  package var ticks: @Sendable (_ news: CommandOutput) -> Bool

  package init(begins: @escaping @Sendable () -> Bool, ticks: @escaping @Sendable (_ news: CommandOutput) -> Bool) {
    self.begins = begins
    self.ticks = ticks
  }

  /// Nobody watches: whatever takes time is over at once.
  package static let none = WallClock(begins: { false }, ticks: { _ in false })
}
