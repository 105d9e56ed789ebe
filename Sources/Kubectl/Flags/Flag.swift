package import Basics
import Objects

/// One option of a command: its names, what it is read as, and its value where it is not given.
package struct Flag<Value: Sendable>: Sendable {
  package let long: String
  package let short: Character?
  package let fallback: Value
  /// What a bare `--flag` means; nil for flags that need an argument. pflag calls it NoOptDefVal.
  package let whenBare: String?
  /// What its argument stands for.
  package let takes: Slot
  private let read: @Sendable (_ text: String, _ earlier: Value?) throws(FlagTextError) -> Value

  private init(
    _ long: String,
    _ short: Character?,
    fallback: Value,
    whenBare: String? = nil,
    takes: Slot,
    read: @escaping @Sendable (_ text: String, _ earlier: Value?) throws(FlagTextError) -> Value
  ) {
    self.long = long
    self.short = short
    self.fallback = fallback
    self.whenBare = whenBare
    self.takes = takes
    self.read = read
  }
}

/// A flag of whatever type, as a table holds it.
package protocol FlagDefinition: Sendable {
  var long: String { get }
  var short: Character? { get }
  var whenBare: String? { get }
  var takes: Slot { get }
  /// Reads `text` and keeps the result among `values`.
  func store(_ text: String, in values: inout FlagValues) throws(FlagTextError)
}

extension Flag: FlagDefinition {
  package func store(_ text: String, in values: inout FlagValues) throws(FlagTextError) {
    values.set(self, to: try read(text, values.given(self)))
  }
}

extension FlagDefinition {
  /// The names as pflag's errors write them: `-A, --all-namespaces`.
  var display: String { short.map { "-\($0), --\(long)" } ?? "--\(long)" }
}

/// The values that a line gave to flags.
package struct FlagValues: Sendable {
  private var storage: [String: any Sendable] = [:]

  package init() {}

  /// The given value, or what the flag falls back to.
  package subscript<Value>(flag: Flag<Value>) -> Value { given(flag) ?? flag.fallback }

  /// The value that the line gave; nil where it gave none.
  package func given<Value>(_ flag: Flag<Value>) -> Value? { storage[flag.long] as? Value }

  package mutating func set<Value>(_ flag: Flag<Value>, to value: Value) { storage[flag.long] = value }
}

extension Flag where Value == Bool {
  package static func bool(_ long: String, _ short: Character? = nil, default fallback: Bool = false) -> Flag {
    Flag(long, short, fallback: fallback, whenBare: "true", takes: .words(["true", "false"])) {
      (text, _) throws(FlagTextError) in
      try GoNumbers.bool(text)
    }
  }
}

extension Flag where Value == String {
  package static func string(
    _ long: String,
    _ short: Character? = nil,
    default fallback: String = "",
    whenBare: String? = nil,
    takes: Slot = .free("TEXT")
  ) -> Flag {
    Flag(long, short, fallback: fallback, whenBare: whenBare, takes: takes) { (text, _) throws(FlagTextError) in text }
  }
}

extension Flag where Value == Int64 {
  package static func int(_ long: String, _ short: Character? = nil, default fallback: Int64 = 0) -> Flag {
    Flag(long, short, fallback: fallback, takes: .free("NUMBER")) { (text, _) throws(FlagTextError) in
      try GoNumbers.int(text)
    }
  }
}

extension Flag where Value == Interval {
  package static func duration(_ long: String, default fallback: Interval = .zero) -> Flag {
    Flag(long, nil, fallback: fallback, takes: .free("DURATION")) { (text, _) throws(FlagTextError) in
      do throws(GoDurationError) { return try Interval(goDuration: text) } catch { throw .duration(error) }
    }
  }
}

extension Flag where Value == [String] {
  /// Comma-separated, and repeatable: pflag's StringSlice.
  package static func list(
    _ long: String,
    _ short: Character? = nil,
    takes: Slot = .free("TEXT")
  ) -> Flag {
    Flag(long, short, fallback: [], takes: takes) { (text, earlier) throws(FlagTextError) in
      (earlier ?? []) + text.split(separator: ",", omittingEmptySubsequences: text.isEmpty).map(String.init)
    }
  }

  /// Repeatable, each argument taken whole: pflag's StringArray.
  package static func repeated(
    _ long: String,
    _ short: Character? = nil,
    takes: Slot = .free("TEXT")
  ) -> Flag {
    Flag(long, short, fallback: [], takes: takes) { (text, earlier) throws(FlagTextError) in (earlier ?? []) + [text] }
  }
}
