package import Basics

/// A number with its English noun: `1 Pod`, `3 Pods`, `2 copies`.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

extension Interval {
  /// Seconds with `decimals` digits of fraction, rounded down: `1.2`.
  package func seconds(decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let units = Int(microseconds.magnitude) / (1_000_000 / scale)
    let sign = microseconds < 0 ? "-" : ""
    let whole = "\(sign)\(units / scale)"
    return decimals == 0 ? whole : "\(whole).\(padded(units % scale, decimals))"
  }

  /// A length of time as people say it: `30 s`, `1.2 s`, `0.004 s`.
  package var spoken: Localized {
    let decimals = microseconds % 1_000_000 == 0 ? 0 : microseconds.magnitude < 100_000 ? 3 : 1
    let text = seconds(decimals: decimals)
    return Localized("\(text) s", "\(text)초")
  }
}
