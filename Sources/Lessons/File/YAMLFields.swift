import Basics
import Manifest
import Objects

/// The members of a mapping in a lesson's YAML, with the lines on which they stand in the lesson.
struct YAMLFields {
  private let fields: Fields
  private let document: ManifestDocument
  private let path: String
  /// How many lines of the lesson lie before the YAML.
  private let offset: Int

  private init(_ fields: Fields, _ document: ManifestDocument, path: String, offset: Int) {
    self.fields = fields
    self.document = document
    self.path = path
    self.offset = offset
  }

  /// Reads `lines` as one mapping; `line` is the lesson's line before the first of them.
  static func mapping(_ lines: [String], after line: Int) throws(LessonError) -> YAMLFields {
    let document = try read(lines, after: line)
    guard let fields = document.value.object else {
      throw LessonError(.wrongType(field: "this", wanted: "a mapping"), line: line + 1)
    }
    return YAMLFields(fields, document, path: "", offset: line)
  }

  /// Reads `lines` as a sequence of mappings.
  static func sequence(_ lines: [String], after line: Int) throws(LessonError) -> [YAMLFields] {
    let document = try read(lines, after: line)
    guard let items = document.value.array else {
      throw LessonError(.wrongType(field: "this", wanted: "a sequence"), line: line + 1)
    }
    return try mappings(items, document, path: "", offset: line)
  }

  private static func read(_ lines: [String], after line: Int) throws(LessonError) -> ManifestDocument {
    switch ManifestReader.documents(lines.joined(separator: "\n") + "\n").first {
    case .success(let document): return document
    case .failure(let error): throw LessonError(.yaml(error.text), line: line + error.position.line)
    case nil: throw LessonError(.yaml("there is nothing here"), line: line)
    }
  }

  private static func mappings(
    _ items: [Value],
    _ document: ManifestDocument,
    path: String,
    offset: Int
  ) throws(LessonError) -> [YAMLFields] {
    var found: [YAMLFields] = []
    for (index, item) in items.enumerated() {
      let place = "\(path)[\(index)]"
      guard let fields = item.object else {
        let line = offset + document.position(of: place).line
        throw LessonError(.wrongType(field: place, wanted: "a mapping"), line: line)
      }
      found.append(YAMLFields(fields, document, path: place, offset: offset))
    }
    return found
  }

  /// The line of the mapping itself.
  var line: Int { offset + document.position(of: path).line }

  func line(of name: String) -> Int {
    offset + document.position(of: path.isEmpty ? name : "\(path).\(name)").line
  }

  /// Throws where a member is none of `names`.
  func check(only names: [String]) throws(LessonError) {
    for field in fields where !names.contains(field.name) {
      throw LessonError(.unknownField(field.name), line: line(of: field.name))
    }
  }

  func string(_ name: String) throws(LessonError) -> String? {
    guard let value = fields[name], !value.isNull else { return nil }
    guard let text = value.string else {
      throw LessonError(.wrongType(field: name, wanted: "a text"), line: line(of: name))
    }
    return text
  }

  func int(_ name: String) throws(LessonError) -> Int64? {
    guard let value = fields[name], !value.isNull else { return nil }
    guard let number = value.int else {
      throw LessonError(.wrongType(field: name, wanted: "a whole number"), line: line(of: name))
    }
    return number
  }

  func flag(_ name: String) throws(LessonError) -> Bool? {
    guard let value = fields[name], !value.isNull else { return nil }
    guard let flag = value.bool else {
      throw LessonError(.wrongType(field: name, wanted: "true or false"), line: line(of: name))
    }
    return flag
  }

  /// A sequence of texts, or one text for a sequence of one.
  func strings(_ name: String) throws(LessonError) -> [String]? {
    guard let value = fields[name], !value.isNull else { return nil }
    if let text = value.string { return [text] }
    let texts = value.array?.compactMap(\.string)
    guard let texts, texts.count == value.array?.count else {
      throw LessonError(.wrongType(field: name, wanted: "a sequence of texts"), line: line(of: name))
    }
    return texts
  }

  func mappings(_ name: String) throws(LessonError) -> [YAMLFields]? {
    guard let value = fields[name], !value.isNull else { return nil }
    guard let items = value.array else {
      throw LessonError(.wrongType(field: name, wanted: "a sequence"), line: line(of: name))
    }
    return try YAMLFields.mappings(items, document, path: path.isEmpty ? name : "\(path).\(name)", offset: offset)
  }

  func required<T>(_ name: String, _ value: T?) throws(LessonError) -> T {
    guard let value else { throw LessonError(.missingField(name), line: line) }
    return value
  }
}
