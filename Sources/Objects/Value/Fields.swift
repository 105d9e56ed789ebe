import Basics

/// The members of a JSON object, always in the byte order of their names, as Kubernetes prints them.
///
/// A sorted array: API objects have few members, and order never depends on hashing.
package struct Fields: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package var name: String
    package var value: Value
  }

  private var storage: [Field] = []

  package init() {}

  /// The given members; of two with one name the last wins.
  package init(_ members: [(String, Value)]) {
    for (name, value) in members { self[name] = value }
  }

  package var count: Int { storage.count }
  package var isEmpty: Bool { storage.isEmpty }
  package var names: [String] { storage.map(\.name) }

  /// The member `name`; assigning nil removes it.
  package subscript(name: String) -> Value? {
    get {
      let index = position(of: name)
      return index < storage.count && storage[index].name == name ? storage[index].value : nil
    }
    set {
      let index = position(of: name)
      let found = index < storage.count && storage[index].name == name
      switch (found, newValue) {
      case (true, let value?): storage[index].value = value
      case (true, nil): storage.remove(at: index)
      case (false, let value?): storage.insert(Field(name: name, value: value), at: index)
      case (false, nil): break
      }
    }
  }

  /// Takes the member `name` out.
  package mutating func remove(_ name: String) -> Value? {
    let index = position(of: name)
    guard index < storage.count, storage[index].name == name else { return nil }
    return storage.remove(at: index).value
  }

  /// Where `name` is or would be.
  private func position(of name: String) -> Int {
    if let last = storage.last, last.name.precedesByBytes(name) { return storage.count }
    var low = 0
    var high = storage.count
    while low < high {
      let middle = (low + high) / 2
      if storage[middle].name.precedesByBytes(name) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Fields: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { storage.count }
  package subscript(position: Int) -> Field { storage[position] }
}

extension Fields: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}
