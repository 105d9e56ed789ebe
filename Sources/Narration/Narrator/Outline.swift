/// Lines under headings, each level two cells further in.
struct Outline {
  private(set) var lines: [String] = []

  /// The most entries that one list shows.
  static let listLimit = 10

  mutating func add(_ text: String, depth: Int = 0) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  mutating func add(_ texts: [String], depth: Int) {
    for text in texts { add(text, depth: depth) }
  }

  /// The first entries of a long list, and how many more there are.
  mutating func add<T>(
    upTo limit: Int = Outline.listLimit,
    of items: [T],
    depth: Int,
    more: (Int) -> String,
    _ text: (T) -> String
  ) {
    for item in items.prefix(limit) { add(text(item), depth: depth) }
    if items.count > limit { add(more(items.count - limit), depth: depth) }
  }
}
