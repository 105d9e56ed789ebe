package import Machinery
import Objects

extension Record {
  /// Whether both tell the same at the same time, whatever the numbers of records and resourceVersions.
  package func tellsTheSame(as other: Record) -> Bool {
    time == other.time && component == other.component && kind == other.kind
      && Record.withoutNumbers(RecordJSON.value(self, start: time))
        == Record.withoutNumbers(RecordJSON.value(other, start: time))
  }

  private static let numbers: Set<String> = ["id", "cause", "resourceVersion", "cacheVersion"]

  private static func withoutNumbers(_ value: Value) -> Value {
    switch value {
    case .array(let items): .array(items.map(withoutNumbers))
    case .object(let fields):
      .object(Fields(fields.filter { !numbers.contains($0.name) }.map { ($0.name, withoutNumbers($0.value)) }))
    default: value
    }
  }
}
