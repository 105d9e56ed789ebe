import Objects

extension Reading {
  /// A label selector in its canonical form, or empty.
  var selectorText: String { json?.object.map { LabelSelector(fields: $0).canonicalText } ?? "" }
}
