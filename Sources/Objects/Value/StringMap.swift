import Basics

/// A small map of strings in the byte order of its keys: labels, annotations, node selectors.
package struct StringMap: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: String
  }

  private var entries: [Entry] = []

  package init() {}

  /// The members of `fields` that are strings.
  package init(fields: Fields) {
    entries = fields.compactMap { field in field.value.string.map { Entry(key: field.name, value: $0) } }
  }

  package var fields: Fields { Fields(entries.map { ($0.key, .string($0.value)) }) }

  /// The value of `key`; assigning nil removes the entry.
  package subscript(key: String) -> String? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index = entries.firstIndex { !$0.key.precedesByBytes(key) } ?? entries.count
      let found = index < entries.count && entries[index].key == key
      switch (found, newValue) {
      case (true, let value?): entries[index].value = value
      case (true, nil): entries.remove(at: index)
      case (false, let value?): entries.insert(Entry(key: key, value: value), at: index)
      case (false, nil): break
      }
    }
  }

  /// This map with `other` laid over it.
  package func merging(_ other: StringMap) -> StringMap {
    var merged = self
    for entry in other { merged[entry.key] = entry.value }
    return merged
  }

  /// `a=b,c=d`, as kubectl prints labels; empty for no entries.
  package var joined: String { entries.map { "\($0.key)=\($0.value)" }.joined(separator: ",") }
}

extension StringMap: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }
  package subscript(position: Int) -> Entry { entries[position] }
}

extension StringMap: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}
