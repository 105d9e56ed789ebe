/// A way into a value: `spec.containers[nginx].image`, `status.conditions[Ready].status`, `metadata.labels[a.b/c]`.
///
/// A bracket takes a place (`[0]`), a member whose name has dots in it, or the item of a list that is called so: by its
/// `name`, `type` or `uid`. What JSONPath writes for the same is read too: `{.spec.containers[0]}`, `['a.b']`,
/// `[?(@.type=="Ready")]`.
package struct ValuePath: Hashable, Sendable {
  /// One step down.
  package enum Step: Hashable, Sendable {
    case member(String)
    /// What stands in brackets.
    case entry(String)
    /// The item whose member `key` is that text.
    case item(key: String, String)
  }

  package var steps: [Step]

  package init(_ steps: [Step]) { self.steps = steps }

  /// The members by which the items of a list are told apart, in the order in which they are tried.
  package static let itemKeys = ["name", "type", "uid"]

  /// This path below another.
  package func below(_ names: String...) -> ValuePath { ValuePath(names.map(Step.member) + steps) }
}

extension ValuePath: CustomStringConvertible {
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .entry(let name), .item(_, let name): text += "[\(name)]"
      }
    }
    return text
  }
}

extension ValuePath {
  /// Why a text is no path, and at which byte of it.
  package struct SyntaxError: Error, Hashable, Sendable {
    package var offset: Int
  }

  /// Reads a path; throws where the text is none.
  package init(_ text: String) throws(SyntaxError) {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") { bytes = bytes.dropFirst().dropLast() }
    if bytes.first == UInt8(ascii: "$") { bytes.removeFirst() }
    steps = []
    var isFirst = true
    while let byte = bytes.first {
      if byte == UInt8(ascii: "[") {
        steps.append(try ValuePath.bracket(&bytes))
      } else {
        if byte == UInt8(ascii: ".") {
          bytes.removeFirst()
        } else if !isFirst {
          throw SyntaxError(offset: bytes.startIndex)
        }
        let name = bytes.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
        guard !name.isEmpty, !name.contains(UInt8(ascii: "]")) else { throw SyntaxError(offset: bytes.startIndex) }
        steps.append(.member(String(decoding: name, as: UTF8.self)))
        bytes = bytes[name.endIndex...]
      }
      isFirst = false
    }
    if steps.isEmpty { throw SyntaxError(offset: 0) }
  }

  private static func bracket(_ bytes: inout ArraySlice<UInt8>) throws(SyntaxError) -> Step {
    let start = bytes.startIndex
    guard let end = bytes.firstIndex(of: UInt8(ascii: "]")), end > start + 1 else { throw SyntaxError(offset: start) }
    let text = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    bytes = bytes[(end + 1)...]
    if text.hasPrefix("?(@."), text.hasSuffix(")") {
      let parts = text.dropFirst("?(@.".count).dropLast().split(separator: "=", omittingEmptySubsequences: true)
      guard parts.count == 2 else { throw SyntaxError(offset: start) }
      return .item(key: String(parts[0]), String(parts[1]).withoutQuotes)
    }
    return .entry(text.withoutQuotes)
  }
}

extension ValuePath {
  /// `value` with what is at the end of this path replaced, or added where what holds it is there or may be made; as it
  /// was where there is no place for it.
  package func replaced(in value: Value, by new: Value) -> Value { ValuePath.replaced(in: value, steps[...], by: new) }

  private static func replaced(in value: Value?, _ steps: ArraySlice<Step>, by new: Value) -> Value {
    guard let step = steps.first else { return new }
    if case .array(var items)? = value {
      guard let place = place(of: step, in: items) else { return .array(items) }
      items[place] = replaced(in: items[place], steps.dropFirst(), by: new)
      return .array(items)
    }
    switch (step, value) {
    case (.member(let name), nil), (.entry(let name), nil):
      return .object([name: replaced(in: nil, steps.dropFirst(), by: new)])
    case (.member(let name), .object(var fields)?), (.entry(let name), .object(var fields)?):
      fields[name] = replaced(in: fields[name], steps.dropFirst(), by: new)
      return .object(fields)
    default: return value ?? .null
    }
  }

  /// Which item of a list a step means; nil for none.
  fileprivate static func place(of step: Step, in items: [Value]) -> Int? {
    switch step {
    case .member: nil
    case .item(let key, let name): items.firstIndex { $0[key]?.string == name }
    case .entry(let name):
      itemKeys.lazy.compactMap { key in items.firstIndex { $0[key]?.string == name } }.first
        ?? Int(name).flatMap { items.indices.contains($0) ? $0 : nil }
    }
  }
}

extension Value {
  /// The value at the end of `path`; nil where a step is missing. O(length of the path and of the lists on it).
  package subscript(path: ValuePath) -> Value? {
    path.steps.reduce(Optional(self)) { $0?.child($1) }
  }

  private func child(_ step: ValuePath.Step) -> Value? {
    if let items = array { return ValuePath.place(of: step, in: items).map { items[$0] } }
    switch step {
    case .member(let name), .entry(let name): return self[name]
    case .item: return nil
    }
  }
}

extension String {
  /// Without a pair of quotes around it and the white space outside of them.
  fileprivate var withoutQuotes: String {
    let text = drop { $0 == " " }
    guard let quote = text.first, quote == "'" || quote == "\"", text.count > 1, text.last == quote else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }
}
