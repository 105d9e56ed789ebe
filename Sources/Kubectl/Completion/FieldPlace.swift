import Basics
package import Objects

/// A place in objects that a path of fields leads to, by the schema and by what an object has there.
package struct FieldPlace {
  /// A step from here.
  package struct Member {
    package var name: String
    /// Whether more may follow behind it.
    package var isOpen: Bool
    package var isList: Bool
  }

  private var type: FieldType?
  private var structure: StructureType?
  /// What is there in the object at hand; for keys of maps and names of list items.
  private var value: Value?

  /// The whole object; nil for kinds of which nothing is known.
  package init?(_ kind: Kind, _ object: Value? = nil) {
    guard let structure = Schema.structure(of: kind) else { return nil }
    self.structure = structure
    type = .structure(structure.name)
    value = object
  }

  /// The fields of the structure that is here; through lists and maps those of their items, as `explain` has it.
  package var members: [Member] {
    if case .map? = type { return keys }
    return (structure?.fields ?? []).map { field in
      let isList = if case .list = field.type { true } else { false }
      let isMap = if case .map = field.type { true } else { false }
      return Member(name: field.name, isOpen: field.type.structureName != nil || isMap, isList: isList)
    }
  }

  private var keys: [Member] {
    (value?.object ?? Fields()).map { Member(name: $0.name, isOpen: structure != nil, isList: false) }
  }

  /// The next steps as a JSONPath writes them: `.` behind what has fields, `[` behind lists. A whole name that nothing
  /// can follow is followed by `close`.
  func steps(behind typed: some StringProtocol, close: String) -> [Candidate] {
    members.map { member in
      let name = member.name.replacing(".", with: "\\.")
      let sign = member.isList ? "[" : member.isOpen ? "." : name == typed ? close : ""
      return Candidate(name + sign, goesOn: true)
    }
  }

  /// What brackets may hold here: the items of a list by name, else by place; keys of a map.
  package var entries: [String] {
    if let items = value?.array {
      let key = ValuePath.itemKeys.first { key in items.contains { $0[key] != nil } }
      return items.enumerated().map { place, item in key.flatMap { item[$0]?.string } ?? String(place) }
    }
    return keys.map(\.name)
  }

  /// What brackets may hold here in a JSONPath: all items, the first, or those with some value.
  var subscripts: [Candidate] {
    guard case .list(let item)? = type else { return [] }
    let isStructure = if case .structure = item { true } else { false }
    let items = ["*]", "0]"].map { isStructure ? $0 + "." : $0 }
    return (items + (isStructure ? ["?(@."] : [])).map { Candidate($0, goesOn: true) }
  }

  /// The values that a field of the items of this list has, by the object at hand; else those of conditions.
  func values(of field: String, _ kind: Kind) -> [String] {
    let found = (value?.array ?? []).compactMap { $0[field]?.string }
    return found.isEmpty && field == "type" ? kind.conditionTypes : found
  }

  /// Goes on to a member; false, and stays, where there is none.
  package mutating func go(to name: String) -> Bool {
    if case .map(let item)? = type {
      arrive(at: item, value?[name])
      return true
    }
    guard let field = structure?[name] else { return false }
    arrive(at: field.type, value?[name])
    return true
  }

  /// As `go(to:)`, and through a map or a list to its items without a further step.
  mutating func go(through name: String) -> Bool {
    guard let field = structure?[name] else { return false }
    type = field.type.structureName.map(FieldType.structure) ?? field.type
    structure = field.type.structureName.flatMap(Schema.structure(named:))
    value = nil
    return true
  }

  /// Goes on into brackets: `[0]`, `[*]`, `[nginx]`, `[?(…)]`.
  package mutating func go(into entry: String) -> Bool {
    guard let item = type?.item else { return false }
    let found = value.flatMap { value in (try? ValuePath("[\(entry)]")).flatMap { value[$0] } }
    arrive(at: item, found ?? value?.array?.first)
    return true
  }

  private mutating func arrive(at type: FieldType, _ value: Value?) {
    self.type = type
    self.value = value
    structure = if case .structure(let name) = type { Schema.structure(named: name) } else { nil }
  }
}
