import Basics

extension LabelSelector {
  /// The selector in its canonical form: requirements by key, values sorted; empty for a selector that asks nothing.
  ///
  /// Mirrors `metav1.LabelSelectorAsSelector` and `labels.Selector.String`.
  package var canonicalText: String {
    let labels = matchLabels.map { ($0.key, "\($0.key)=\($0.value)") }
    let expressions = matchExpressions.map { ($0.key, $0.canonicalText) }
    return (labels + expressions).enumerated()
      .sorted { left, right in
        left.element.0 == right.element.0
          ? left.offset < right.offset : left.element.0.precedesByBytes(right.element.0)
      }
      .map(\.element.1)
      .joined(separator: ",")
  }
}

extension LabelSelector.Expression {
  fileprivate var canonicalText: String {
    let list = "(\(values.sorted { $0.precedesByBytes($1) }.joined(separator: ",")))"
    return switch operation {
    case "In": "\(key) in \(list)"
    case "NotIn": "\(key) notin \(list)"
    case "DoesNotExist": "!\(key)"
    default: key
    }
  }
}
