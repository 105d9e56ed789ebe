import Basics
import Objects

/// Where an unfinished JSONPath stands: `{range .items[*]}{.metadata.na`.
struct JSONPathPlace {
  /// What the path begins at.
  enum Root {
    case object
    /// A list of objects, as `get` prints several.
    case list
  }

  private let kind: Kind
  private let root: Root
  private let sample: Value?

  init(_ kind: Kind, _ root: Root, _ sample: Value?) {
    self.kind = kind
    self.root = root
    self.sample = sample
  }

  /// The last, unfinished step of the text, and what may stand there; nil where the text stands in no path.
  func steps(at text: String) -> (end: Substring, steps: [Candidate])? {
    var open: [Place] = []
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      rest = rest[rest.index(after: brace)...]
      let close = rest.firstIndex(of: "}")
      let body = rest[..<(close ?? rest.endIndex)]
      guard let close else { return end(of: body, from: open.last ?? .root) }
      if body.hasPrefix("range ") {
        guard let place = walk(body.dropFirst("range ".count), from: open.last ?? .root) else { return nil }
        open.append(place)
      } else if body == "end" {
        _ = open.popLast()
      }
      rest = rest[rest.index(after: close)...]
    }
    // Behind a whole path.
    guard text.hasSuffix("}") else { return nil }
    return (text[text.endIndex...], open.isEmpty ? [Candidate("")] : [Candidate("{end}", goesOn: true)])
  }

  /// A place within objects, or at the list that holds them.
  private enum Place {
    case root
    case items
    case field(FieldPlace)
  }

  private func end(of body: Substring, from start: Place) -> (Substring, [Candidate])? {
    let path = body.hasPrefix("range ") ? body.dropFirst("range ".count) : body
    // Within a filter the path begins at the item.
    if let at = path.firstRange(of: "[?(@"), !path[at.upperBound...].contains(")") {
      guard let list = walk(path[..<at.lowerBound], from: start), let item = step(list, into: "*") else { return nil }
      let filter = path[at.upperBound...]
      if let quote = filter.firstIndex(of: "\"") {
        let field = filter[..<quote].drop { $0 == "." }.prefix { $0.isLetter }
        guard case .field(let place) = list else { return nil }
        let values = place.values(of: String(field), kind).map { Candidate($0 + "\")]", goesOn: true) }
        return (filter[filter.index(after: quote)...], values)
      }
      return last(of: filter, from: item, close: "==\"")
    }
    return last(of: path, from: start, close: "}")
  }

  private func last(of path: Substring, from start: Place, close: String) -> (Substring, [Candidate])? {
    if let open = path.lastIndex(of: "["), !path[open...].contains("]") {
      let end = path[path.index(after: open)...]
      switch walk(path[..<open], from: start) {
      case .items?: return (end, ["*].", "0].", "?(@."].map { Candidate($0, goesOn: true) })
      case .field(let place)?: return (end, place.subscripts)
      case .root?, nil: return nil
      }
    }
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("]"), !path[dot...].contains("=") else {
      // Behind the bracket that ends a step.
      guard path.hasSuffix("]"), case .field(let place)? = walk(path, from: start), !place.members.isEmpty else {
        return nil
      }
      return (path[path.endIndex...], [Candidate(".", goesOn: true)])
    }
    let end = path[path.index(after: dot)...]
    switch walk(path[..<dot], from: start) {
    case .field(let place)?: return (end, place.steps(behind: end, close: close))
    case .root? where root == .list: return (end, [Candidate("items[", goesOn: true)])
    case .root?: return FieldPlace(kind, sample).map { (end, $0.steps(behind: end, close: close)) }
    case .items?, nil: return nil
    }
  }

  /// The place that whole steps lead to.
  private func walk(_ path: Substring, from start: Place) -> Place? {
    var place = start
    var rest = path.drop { $0 == "$" || $0 == "@" }
    while let sign = rest.first {
      rest.removeFirst()
      if sign == "[" {
        guard let close = rest.firstIndex(of: "]"), let next = step(place, into: String(rest[..<close])) else {
          return nil
        }
        place = next
        rest = rest[rest.index(after: close)...]
      } else if sign == "." {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard let next = step(place, to: String(name)) else { return nil }
        place = next
        rest = rest[name.endIndex...]
      } else {
        return nil
      }
    }
    return place
  }

  private func step(_ place: Place, to name: String) -> Place? {
    switch place {
    case .root where root == .list: return name == "items" ? .items : nil
    case .root:
      guard var field = FieldPlace(kind, sample), field.go(to: name) else { return nil }
      return .field(field)
    case .items: return nil
    case .field(var field): return field.go(to: name) ? .field(field) : nil
    }
  }

  private func step(_ place: Place, into entry: String) -> Place? {
    switch place {
    case .items: return FieldPlace(kind, sample).map(Place.field)
    case .root: return nil
    case .field(var field): return field.go(into: entry) ? .field(field) : nil
    }
  }
}
