import Basics

/// Reads JSON text. Any bytes give a value or an error, never a trap.
package enum JSONText {
  /// The deepest nesting that Go's `encoding/json` reads.
  static let maxDepth = 10_000

  /// The one value that `text` holds. Of two members with one name the last wins; whole numbers that fit are `int`.
  package static func parse(_ text: String) throws(JSONSyntaxError) -> Value {
    try parse(bytes: Array(text.utf8))
  }

  /// The one value that `bytes` hold; bytes in strings that are not UTF-8 become U+FFFD, as in Go.
  package static func parse(bytes: [UInt8]) throws(JSONSyntaxError) -> Value {
    var parser = JSONParser(JSONScanner(bytes))
    return try parser.document()
  }
}

/// A parser with its own stack, so that depth is bounded by `maxDepth` and not by the thread.
private struct JSONParser {
  /// An array or object that has begun and not ended.
  private struct Container {
    /// Where its finished values start in `values`, and for an object its names in `names`.
    let firstValue: Int
    let firstName: Int?
  }

  private var scanner: JSONScanner
  private var open: [Container] = []
  private var values: [Value] = []
  private var names: [String] = []

  init(_ scanner: JSONScanner) { self.scanner = scanner }

  mutating func document() throws(JSONSyntaxError) -> Value {
    var finished = try begin()
    while true {
      guard let value = finished else {
        finished = try begin()
        continue
      }
      guard let container = open.last else {
        try scanner.expectEnd()
        return value
      }
      values.append(value)
      finished = try end(container)
    }
  }

  /// Reads a scalar or an empty container, or opens a container and gives nil: the next value belongs to it.
  private mutating func begin() throws(JSONSyntaxError) -> Value? {
    switch try scanner.beginValue() {
    case .scalar(let value): return value
    case .array:
      try checkDepth()
      if scanner.skip(UInt8(ascii: "]")) { return .array([]) }
      open.append(Container(firstValue: values.count, firstName: nil))
    case .object:
      try checkDepth()
      if scanner.skip(UInt8(ascii: "}")) { return .object([:]) }
      open.append(Container(firstValue: values.count, firstName: names.count))
      names.append(try scanner.key())
    }
    return nil
  }

  /// After a value inside `container`: gives that container where it ends here.
  private mutating func end(_ container: Container) throws(JSONSyntaxError) -> Value? {
    guard let firstName = container.firstName else {
      guard try scanner.separator(end: UInt8(ascii: "]"), context: "after array element") else { return nil }
      open.removeLast()
      let items = Array(values[container.firstValue...])
      values.removeSubrange(container.firstValue...)
      return .array(items)
    }
    guard try scanner.separator(end: UInt8(ascii: "}"), context: "after object key:value pair") else {
      names.append(try scanner.key())
      return nil
    }
    open.removeLast()
    let fields = Fields(Array(zip(names[firstName...], values[container.firstValue...])))
    names.removeSubrange(firstName...)
    values.removeSubrange(container.firstValue...)
    return .object(fields)
  }

  private func checkDepth() throws(JSONSyntaxError) {
    guard open.count < JSONText.maxDepth else { throw scanner.error(.tooDeep) }
  }
}
