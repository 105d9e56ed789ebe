import APIServer
import Manifest
import Objects

/// `kubectl edit`: changes objects in the user's editor.
///
/// Mirrors `pkg/cmd/util/editor/editoptions.go`. Nothing moves in the cluster while the editor is open.
enum EditVerb {
  static let verb = Verb("edit", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "change objects in your editor",
    "편집기에서 오브젝트를 고칩니다",
    usage: "(TYPE NAME… | TYPE/NAME… | -f FILE)",
    takes: Grammar([.type(), .name], [.object()]),
    values: ["output": .words(["json", "yaml"])],
    examples: "KUBE_EDITOR='sed -i s/replicas:.3/replicas:.4/' edit rs/web",
    "KUBE_EDITOR=true edit pod web"
  )

  private static let outputPatch = Flag.bool("output-patch")

  private static let flags =
    FlagTable(
      [
        CommonFlags.fieldManager, outputPatch, CommonFlags.saveConfig, CommonFlags.subresource, CommonFlags.validate,
      ],
      refused: [.init("windows-line-endings", unless: "false")]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    _ = try Subresource(call, "edit")
    let query = try ObjectQuery(call, typeMeansAll: true, context: context)
    let found = try context.find(query, call)
    try found.throwErrors()
    let objects = found.objects.map(\.object)
    if objects.isEmpty { throw .plain("edit cancelled, no objects found") }
    guard let command = EditorCommand(context.editor, assignments: context.assignments) else {
      throw .notSimulated("an editor without a terminal (KUBE_EDITOR may name one)")
    }
    var text = try EditedText(objects, asJSON: call[CommonFlags.output] == "json")
    for _ in 0..<mostEdits {
      guard try open(&text, command, &context) else { return }
      guard let items = read(&text, call, &context) else { continue }
      if try apply(items, &text, call, &context) {
        context.editor.discard(text.file)
        return
      }
    }
    throw preserved(text, .plain("Edit cancelled, no valid changes were saved."), &context)
  }

  /// An editor that is a program changes a refused text in vain for ever; kubectl would let it.
  private static let mostEdits = 100

  /// Lets the user edit; false where nothing has changed.
  private static func open(
    _ text: inout EditedText,
    _ command: EditorCommand,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Bool {
    let before = text
    switch context.editor.edit(text.shown, text.suffix, command.words) {
    case .notFound: throw preserved(text, .plain("unable to launch the editor \(command.name.goQuoted)"), &context)
    case .failed:
      throw preserved(text, .plain("there was a problem with the editor \(command.shown.goQuoted)"), &context)
    case .saved(let edited, let file):
      if !text.file.isEmpty { context.editor.discard(text.file) }
      text.edited = edited
      text.file = file
    }
    if !before.reasons.isEmpty, EditedText.isSame(before.edited, text.edited) {
      throw preserved(text, .plain("Edit cancelled, no valid changes were saved."), &context)
    }
    let isUnchanged = EditedText.isSame(text.original, text.edited)
    guard isUnchanged || text.isEmpty else {
      text.reasons = []
      return true
    }
    context.editor.discard(text.file)
    context.output.warn(
      isUnchanged ? "Edit cancelled, no changes made." : "Edit cancelled, saved file was empty."
    )
    return false
  }

  /// The objects of the edited text; nil where it makes no sense, and is to be edited again.
  private static func read(
    _ text: inout EditedText,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) -> [ManifestItem]? {
    var items = ManifestItems(
      namespace: call.namespace(in: context),
      enforcesNamespace: true,
      validates: false,
      showsPlaces: false,
      fillsInNamespace: true
    )
    items.read(Array(EditedText.withoutComments(text.edited).utf8), source: "edited-file")
    guard let problem = text.syntaxProblem ?? items.errors.first?.line else { return items.items }
    let first = text.objects[0]
    text.reasons = [
      EditedText.Reason(
        head: "\(first.kind.resource) \(first.metadata.name.goQuoted) was not valid",
        others: ["<nil>: Invalid value: \"The edited file failed validation\": \(problem)"]
      )
    ]
    context.output.warn("error: \(first.kind.resource) \(first.metadata.name.goQuoted) is invalid")
    return nil
  }

  /// Writes the objects that were changed; false where the server finds one invalid, which is to be edited again.
  private static func apply(
    _ items: [ManifestItem],
    _ text: inout EditedText,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> Bool {
    let validation = try FieldValidation(call)
    let subresource = try Subresource(call, "edit")
    var mayRetry = false
    for item in items {
      let uid = item.fields["metadata"]?["uid"]?.string ?? ""
      guard let object = text.objects.first(where: { $0.metadata.uid.text == uid }), object.id == item.id else {
        let words = "At least one of apiVersion, kind and name was changed"
        throw preserved(text, .plain(words), &context)
      }
      let name = "\(object.kind.qualifiedSingular)/\(object.metadata.name)"
      var fields = item.fields
      if call[CommonFlags.saveConfig] { fields = LastApplied.annotated(fields) }
      if fields == object.fields {
        context.output.print("\(name) skipped")
        continue
      }
      let change = try item.patch(of: object.fields, to: fields, applied: object.fields)
      if call[outputPatch] { context.output.write("Patch: \(Value.object(change).json)\n") }
      do throws(KubectlError) {
        let patch = ObjectPatch(.strategic, .object(change))
        _ = try context.patch(object, patch, subresource: subresource, validation: validation)
        context.output.print("\(name) edited")
      } catch {
        let resource = "\(object.kind.resource) \(object.metadata.name.goQuoted)"
        if let problems = error.fieldProblems {
          text.reasons.append(EditedText.Reason(head: "\(resource) was not valid", others: problems))
          context.output.warn("error: \(resource) is invalid")
        } else {
          mayRetry = true
          context.output.warn("error: \(resource) could not be patched: \(error.message)")
        }
      }
    }
    if mayRetry {
      context.output.warn("You can run `kubectl replace -f \(text.file)` to try this update again.")
      throw .verbatim("")
    }
    return text.reasons.isEmpty
  }

  /// Says where the text of an edit that goes no further is kept.
  private static func preserved(
    _ text: EditedText,
    _ error: KubectlError,
    _ context: inout KubectlContext
  ) -> KubectlError {
    if !text.file.isEmpty {
      context.output.warn("A copy of your changes has been stored to \(text.file.goQuoted)")
    }
    return error
  }
}

extension KubectlError {
  /// What is wrong with which fields, where the server found an object invalid.
  fileprivate var fieldProblems: [String]? {
    switch self {
    case .server(.invalid(_, _, let errors), _): errors.map(\.text)
    case .server(.patchInvalid(let error), _): [error.text]
    default: nil
    }
  }

  /// The server's message alone, where it is one of the server.
  fileprivate var message: String {
    if case .server(let error, _) = self { error.message } else { line }
  }
}
