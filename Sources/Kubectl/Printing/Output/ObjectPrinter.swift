import Manifest
package import Objects

/// Prints objects in every form but tables: the forms in which `get` and the commands that change things agree.
///
/// A value that is kept prints on, as `get -w` does: custom columns get their header once, YAML documents a line
/// between them.
package struct ObjectPrinter: Sendable {
  package let form: OutputForm
  private let noHeaders: Bool
  /// Whether the command knows the kinds of what it prints as Go structures, whose order of fields its JSON then has.
  private let isTyped: Bool
  private var writer = TabWriter.table
  private var printedAny = false

  /// `form` is not `.plain`, which has a `TablePrinter`.
  package init(_ form: OutputForm, noHeaders: Bool = false, isTyped: Bool = false) {
    self.form = form
    self.noHeaders = noHeaders
    self.isTyped = isTyped
  }

  /// One object by itself.
  package mutating func text(of object: Object) throws(OutputForm.FormError) -> String {
    if isTyped, form == .json { return object.structureJSON + "\n" }
    return try text(objects: [object]) { object.value }
  }

  /// One object with what a watch says has happened to it, as `--output-watch-events` shows it.
  ///
  /// Mirrors the printers' cases for `metav1.WatchEvent`.
  package mutating func text(of object: Object, _ change: WatchChange) throws(OutputForm.FormError) -> String {
    let type = Value.string(change.rawValue)
    switch form {
    case .json: return "{\"type\":\(type.json),\"object\":\(object.value.json)}\n"
    default:
      return try text(objects: [object], shown: { ["type": type, "object": $0.value] }) {
        ["type": type, "object": object.value]
      }
    }
  }

  /// Several objects, or those that a query has found, as a `List` where the form shows whole objects; with a `kind` as
  /// the list of that kind.
  package mutating func text(
    ofList objects: [Object],
    kind: String? = nil
  ) throws(OutputForm.FormError) -> String {
    try text(objects: objects) {
      [
        "apiVersion": "v1", "items": .array(objects.map(\.value)), "kind": .string(kind ?? "List"),
        "metadata": kind == nil ? ["resourceVersion": ""] : [:],
      ]
    }
  }

  /// `shown` is what custom columns look into, `whole` what the other forms print.
  private mutating func text(
    objects: [Object],
    shown: (Object) -> Value = { $0.value },
    whole: () -> Value
  ) throws(OutputForm.FormError) -> String {
    defer { printedAny = true }
    switch form {
    case .plain: preconditionFailure("tables have their own printer")
    case .name: return objects.map { "\($0.kind.qualifiedSingular)/\($0.metadata.name)\n" }.joined()
    case .json: return whole().prettyJSON + "\n"
    case .yaml: return (printedAny ? "---\n" : "") + YAMLWriter.text(whole())
    case .kyaml: return whole().kyaml
    case .jsonPath(let path): return try evaluate(path, whole(), path.text)
    case .jsonPathAsJSON(let path): return try evaluate(path, whole(), path.jsonText)
    case .customColumns(let columns): return try rows(columns, objects.map(shown))
    }
  }

  /// Mirrors `JSONPathPrinter.PrintObj`, which shows the whole object where a path leads nowhere.
  private func evaluate(
    _ path: JSONPath,
    _ value: Value,
    _ print: (Value) throws(JSONPath.PathError) -> String
  ) throws(OutputForm.FormError) -> String {
    do {
      return try print(value)
    } catch {
      throw OutputForm.FormError(
        message: "error executing jsonpath \(path.source.goQuoted): Error executing template: \(error.message). "
          + "Printing more information for debugging the template:\n\ttemplate was:\n\t\t\(path.source)\n"
          + "\tobject given to jsonpath engine was:\n\t\t\(value.goSyntax)\n\n\n"
      )
    }
  }

  private mutating func rows(_ columns: CustomColumns, _ values: [Value]) throws(OutputForm.FormError) -> String {
    if !noHeaders && !printedAny { writer.write(columns.headers.joined(separator: "\t") + "\n") }
    do {
      for value in values { writer.write(try columns.cells(of: value).joined(separator: "\t") + "\n") }
    } catch {
      throw OutputForm.FormError(message: error.message)
    }
    return writer.flush()
  }
}
