/// `number` in decimal with zeros in front up to `width` digits.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Instant {
  /// RFC 3339 in UTC with whole seconds, as `metav1.Time` is written: `2026-01-01T00:00:00Z`.
  package var rfc3339: String {
    let time = CivilTime(self)
    return "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))T"
      + "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))Z"
  }

  /// RFC 3339 with six digits of fraction, as `metav1.MicroTime` is written.
  package var rfc3339Micro: String {
    String(rfc3339.dropLast()) + "." + padded(CivilTime(self).microsecond, 6) + "Z"
  }

  /// RFC 1123 with a numeric zone, as `kubectl describe` prints times: `Tue, 24 Nov 2026 04:31:19 +0000`.
  package var rfc1123: String {
    let time = CivilTime(self)
    let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][time.weekday]
    let month = CivilTime.monthNames[time.month - 1]
    return "\(weekday), \(padded(time.day, 2)) \(month) \(padded(time.year, 4)) "
      + "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2)) +0000"
  }

  /// Reads RFC 3339 (`2026-01-01T00:00:00Z`, with or without a fraction or an offset); nil where the text is not that.
  package init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard bytes.count >= 20, bytes[4] == 45, bytes[7] == 45, bytes[10] | 32 == 116, bytes[13] == 58, bytes[16] == 58,
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19),
      (1...12).contains(month), (1...CivilTime.daysIn(month: month, of: year)).contains(day),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var position = 19
    var fraction = 0
    if bytes[position] == 46 {
      position += 1
      var scale = 100_000
      let start = position
      while position < bytes.count, (48...57).contains(bytes[position]) {
        fraction += Int(bytes[position] - 48) * scale
        scale /= 10
        position += 1
      }
      guard position > start else { return nil }
    }
    guard position < bytes.count else { return nil }
    var offset = 0
    if bytes[position] | 32 == 122 {
      guard position + 1 == bytes.count else { return nil }
    } else {
      guard bytes[position] == 43 || bytes[position] == 45, position + 6 == bytes.count, bytes[position + 3] == 58,
        let hours = number(position + 1..<position + 3), let minutes = number(position + 4..<position + 6)
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[position] == 43 ? 60 : -60)
    }
    let civil = CivilTime(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: minute,
      second: second,
      microsecond: fraction
    )
    self = civil.instant - .seconds(Int64(offset))
  }
}

extension CivilTime {
  package static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Interval {
  /// The short form of an age in kubectl's tables: `45s`, `2m3s`, `25m`, `3h5m`, `14d`.
  ///
  /// Mirrors `k8s.io/apimachinery/pkg/util/duration.HumanDuration`.
  package var humanDuration: String {
    let seconds = wholeSeconds
    if seconds < -1 { return "<invalid>" }
    if seconds < 0 { return "0s" }
    if seconds < 120 { return "\(seconds)s" }
    let minutes = seconds / 60
    if minutes < 10 { return seconds % 60 == 0 ? "\(minutes)m" : "\(minutes)m\(seconds % 60)s" }
    if minutes < 180 { return "\(minutes)m" }
    let hours = minutes / 60
    if hours < 8 { return minutes % 60 == 0 ? "\(hours)h" : "\(hours)h\(minutes % 60)m" }
    if hours < 48 { return "\(hours)h" }
    let days = hours / 24
    if hours < 192 { return hours % 24 == 0 ? "\(days)d" : "\(days)d\(hours % 24)h" }
    if days < 730 { return "\(days)d" }
    let years = days / 365
    if years < 8 { return days % 365 == 0 ? "\(years)y" : "\(years)y\(days % 365)d" }
    return "\(years)y"
  }
}
