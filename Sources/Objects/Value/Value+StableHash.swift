package import Basics

extension Value {
  /// Feeds this value into a hash that is the same in every process.
  package func hash(into hasher: inout StableHasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let flag): hasher.combine(flag)
    case .int(let number): hasher.combine(number)
    case .double(let number): hasher.combine(Int64(bitPattern: number.bitPattern))
    case .string(let text): hasher.combine(text)
    case .array(let items):
      hasher.combine(items.count)
      for item in items { item.hash(into: &hasher) }
    case .object(let fields):
      hasher.combine(fields.count)
      for field in fields {
        hasher.combine(field.name)
        field.value.hash(into: &hasher)
      }
    }
  }
}
