/// Changes of nested members in place.
extension Fields {
  /// Gives the member `name` a value where it has none.
  mutating func setDefault(_ name: String, _ value: Value) {
    if self[name]?.isNull ?? true { self[name] = value }
  }

  /// Changes the object `name`, which is made where it is missing.
  mutating func edit(_ name: String, _ change: (inout Fields) -> Void) {
    var nested = remove(name)?.object ?? [:]
    change(&nested)
    self[name] = .object(nested)
  }

  /// Changes the object `name` where there is one.
  mutating func editExisting(_ name: String, _ change: (inout Fields) -> Void) {
    if self[name]?.object != nil { edit(name, change) }
  }

  /// Changes each object of the list `name`.
  mutating func editItems(_ name: String, _ change: (inout Fields) -> Void) {
    guard let items = self[name]?.array else { return }
    self[name] = .array(
      items.map { item in
        guard case .object(var fields) = item else { return item }
        change(&fields)
        return .object(fields)
      }
    )
  }
}
