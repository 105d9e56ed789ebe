package import Basics

/// The name of a time zone, as `spec.timeZone` of a CronJob gives it.
package struct TimeZoneName: Hashable, Sendable {
  package let name: String
  /// The distance from UTC; nil for zones in which it changes: validation refuses them as not simulated.
  package let offset: Interval?

  private init(name: String, offset: Interval?) {
    self.name = name
    self.offset = offset
  }

  /// nil for a name that the time zone database does not have.
  package init?(_ name: String) {
    func contains(_ names: String) -> Bool { names.split(whereSeparator: \.isWhitespace).contains { $0 == name } }
    if let zone = TimeZoneTable.fixed.first(where: { contains($0.names) }) {
      self.init(name: name, offset: .seconds(zone.offset))
    } else if contains(TimeZoneTable.changing) {
      self.init(name: name, offset: nil)
    } else {
      return nil
    }
  }
}
