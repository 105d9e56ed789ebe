/// The name of a time zone, as `spec.timeZone` of a CronJob gives it.
package struct TimeZoneName: Hashable, Sendable {
  package let name: String
  /// nil for zones that change as no rule says: validation refuses them as not simulated.
  package let rule: TimeZoneRule?

  private init(name: String, rule: TimeZoneRule?) {
    self.name = name
    self.rule = rule
  }

  /// nil for a name that the time zone database does not have.
  package init?(_ name: String) {
    func contains(_ names: String) -> Bool { names.split(whereSeparator: \.isWhitespace).contains { $0 == name } }
    if let zone = TimeZoneTable.fixed.first(where: { contains($0.names) }) {
      self.init(name: name, rule: TimeZoneRule(fixed: zone.offset))
    } else if let zone = TimeZoneTable.summer.first(where: { contains($0.names) }) {
      self.init(name: name, rule: zone.rule)
    } else if contains(TimeZoneTable.irregular) {
      self.init(name: name, rule: nil)
    } else {
      return nil
    }
  }
}
