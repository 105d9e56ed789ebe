import Basics
package import Narration
package import Objects

/// What `kubectl explain` says of a resource type or one of its fields, from the API's schema.
///
/// Mirrors the layout of kubectl's `pkg/explain/v2` plain-text template. The descriptions are the project's own, and
/// shorter.
package struct Explanation: Sendable {
  /// The text before an error came, which kubectl has printed by then.
  package struct Failure: Error, Hashable, Sendable {
    package var output: String
    package var message: String
  }

  private let kind: Kind
  private let path: [String]
  private let recursive: Bool
  private let language: Language

  /// Explains the field that `path` leads to from `kind`, or the kind itself where it is empty.
  package init(of kind: Kind, path: [String], recursive: Bool, language: Language = .english) {
    self.kind = kind
    self.path = path
    self.recursive = recursive
    self.language = language
  }

  /// The whole text; throws where a step of the path is no field.
  package func text() throws(Failure) -> String {
    var out = header
    var structure = Schema.structure(of: kind)
    var owner = kind.name
    var field: FieldSchema?
    for step in path {
      guard let found = structure?[step] else {
        throw Failure(output: out, message: "field \(step.goQuoted) does not exist")
      }
      owner = structure?.name ?? owner
      field = found
      structure = found.type.structureName.flatMap(Schema.structure(named:))
    }
    if let field { out += heading(of: field) }
    out += "DESCRIPTION:\n" + description(of: field, owner: owner, structure: structure)
    if let structure { out += "FIELDS:\n" + fields(of: structure) }
    return out + "\n"
  }

  private var header: String {
    let group = kind.group.isEmpty ? "" : "GROUP:      \(kind.group)\n"
    return group + "KIND:       \(kind.name)\nVERSION:    \(kind.version)\n\n"
  }

  private func heading(of field: FieldSchema) -> String {
    let line = "FIELD: \(field.name) <\(field.type.explained)>\n"
    guard !field.allowedValues.isEmpty else { return line + "\n\n" }
    return line + "ENUM:\n" + field.allowedValues.map { "    \($0)\n" }.joined() + "\n"
  }

  private func description(of field: FieldSchema?, owner: String, structure: StructureType?) -> String {
    let texts = [
      field.flatMap { FieldDescriptions.text(of: $0.name, in: owner) },
      structure.flatMap { FieldDescriptions.text(ofType: $0.name) },
    ].compactMap { $0?.text(in: language) }
    let lines = texts.isEmpty ? ["<empty>"] : texts.flatMap { $0.folded(toCells: 76) }
    return lines.map { "    \($0)\n" }.joined() + "    \n"
  }

  private func fields(of structure: StructureType) -> String {
    guard !recursive else { return tree(of: structure, indent: "  ", above: [structure.name]) }
    return structure.fields.map { field in
      let text = FieldDescriptions.text(of: field.name, in: structure.name) ?? .noDescription
      return line(of: field, indent: "  ") + text.text(in: language).folded(toCells: 76).map { "    \($0)\n" }.joined()
        + "\n"
    }.joined()
  }

  private func line(of field: FieldSchema, indent: String) -> String {
    let required = field.isRequired ? " -required-" : ""
    let line = "\(indent)\(field.name)\t<\(field.type.explained)>\(required)\n"
    guard !field.allowedValues.isEmpty else { return line }
    return line + "\(indent)enum: \(field.allowedValues.prefix(4).joined(separator: ", "))"
      + (field.allowedValues.count > 4 ? ", ....\n" : "\n")
  }

  /// `above` are the types on the way here: a type inside itself is named but not opened again.
  private func tree(of structure: StructureType, indent: String, above: Set<String>) -> String {
    structure.fields.map { field in
      guard let name = field.type.structureName, !above.contains(name), let inner = Schema.structure(named: name) else {
        return line(of: field, indent: indent)
      }
      return line(of: field, indent: indent) + tree(of: inner, indent: indent + "  ", above: above.union([name]))
    }.joined()
  }
}

extension Localized {
  /// kubectl's word for a field without a description.
  fileprivate static let noDescription = Localized("<no description>", "<설명 없음>")
}
