import Manifest
package import Narration
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
  private let layout: Layout
  private var table: TableText?
  private var printedAny = false

  /// `form` is not `.plain`, which has a `TablePrinter`.
  package init(_ form: OutputForm, noHeaders: Bool = false, isTyped: Bool = false, _ layout: Layout = Layout()) {
    self.form = form
    self.noHeaders = noHeaders
    self.isTyped = isTyped
    self.layout = layout
  }

  /// One object by itself.
  package mutating func text(of object: Object) throws(OutputForm.FormError) -> String {
    if isTyped, form == .json { return object.structureJSON + "\n" }
    return try text(ofNamed: ObjectPrinter.named(object))
  }

  /// A value that stands for an object, and the name that `-o name` prints of it.
  package typealias Named = (name: String, value: Value)

  /// One value by itself.
  package mutating func text(ofNamed one: Named) throws(OutputForm.FormError) -> String {
    try text([one]) { one.value }
  }

  private static func named(_ object: Object) -> Named {
    ("\(object.kind.qualifiedSingular)/\(object.metadata.name)", object.value)
  }

  /// One object with what a watch says has happened to it, as `--output-watch-events` shows it.
  ///
  /// Mirrors the printers' cases for `metav1.WatchEvent`.
  package mutating func text(of object: Object, _ change: WatchChange) throws(OutputForm.FormError) -> String {
    let type = Value.string(change.rawValue)
    switch form {
    case .json: return "{\"type\":\(type.json),\"object\":\(object.value.json)}\n"
    default:
      let event: Value = ["type": type, "object": object.value]
      return try text([(ObjectPrinter.named(object).name, event)]) { event }
    }
  }

  /// Several objects, or those that a query has found, as a `List` where the form shows whole objects; with a `kind` as
  /// the list of that kind.
  package mutating func text(
    ofList objects: [Object],
    kind: String? = nil
  ) throws(OutputForm.FormError) -> String {
    try text(ofAllNamed: objects.map(ObjectPrinter.named), kind: kind)
  }

  /// The same of values that stand for objects.
  package mutating func text(
    ofAllNamed all: [Named],
    kind: String? = nil
  ) throws(OutputForm.FormError) -> String {
    try text(all) {
      [
        "apiVersion": "v1", "items": .array(all.map(\.value)), "kind": .string(kind ?? "List"),
        "metadata": kind == nil ? ["resourceVersion": ""] : [:],
      ]
    }
  }

  /// Names and custom columns are of each of `all`; `whole` is what the other forms print.
  private mutating func text(_ all: [Named], whole: () -> Value) throws(OutputForm.FormError) -> String {
    defer { printedAny = true }
    switch form {
    case .plain: preconditionFailure("tables have their own printer")
    case .name: return all.map { $0.name + "\n" }.joined()
    case .json: return whole().prettyJSON + "\n"
    case .yaml: return (printedAny ? "---\n" : "") + YAMLWriter.text(whole())
    case .kyaml: return whole().kyaml
    case .jsonPath(let path): return try evaluate(path, whole(), path.text)
    case .jsonPathAsJSON(let path): return try evaluate(path, whole(), path.jsonText)
    case .customColumns(let columns): return try rows(columns, all.map(\.value))
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
    var text = table ?? TableText(columns.headers, noHeaders: noHeaders, layout)
    defer { table = text }
    do {
      return text.text(of: try values.map { value throws(JSONPath.PathError) in try columns.cells(of: value) })
    } catch {
      throw OutputForm.FormError(message: error.message)
    }
  }
}
