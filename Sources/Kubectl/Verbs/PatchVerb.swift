import APIServer
import Basics
import Manifest
import Objects

/// `kubectl patch`: changes fields of objects.
///
/// Mirrors `pkg/cmd/patch`.
enum PatchVerb {
  static let verb = Verb("patch", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "change fields of objects",
    "오브젝트의 필드를 바꿉니다",
    usage: "(TYPE NAME | TYPE/NAME | -f FILE) -p PATCH",
    takes: Grammar([.type(), .name], [.object()]),
    examples: "patch rs web -p '{\"spec\": {\"replicas\": 4}}'",
    "patch rs web --type=merge -p '{\"spec\": {\"replicas\": 2}}'"
  )

  private static let patch = Flag.string("patch", "p", takes: .free("PATCH"))
  private static let patchFile = Flag.string("patch-file", takes: .file)
  private static let type = Flag.string(
    "type",
    default: "strategic",
    takes: .words(["json", "merge", "strategic"])
  )

  private static let flags =
    FlagTable(
      [
        CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.local, patch, patchFile, CommonFlags.subresource,
        type,
      ]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call[patch].isEmpty, !call[patchFile].isEmpty {
      throw .plain("cannot specify --patch and --patch-file together")
    }
    if call[patch].isEmpty, call[patchFile].isEmpty {
      throw .plain("must specify --patch or --patch-file containing the contents of the patch")
    }
    guard let form = ObjectPatch.Form(rawValue: call[type].lowercased()) else {
      throw .plain("--type must be one of [json merge strategic], not \(call[type].goQuoted)")
    }
    let subresource = try Subresource(call, "patch")
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let value = try value(call, context)
    let found = try context.find(try ObjectQuery(call, context: context), call)
    try found.each { (object) throws(KubectlError) in
      let patched: Object?
      switch (value, dryRun.staysHere) {
      case (.success(let value), true): patched = try ObjectPatch(form, value).appliedHere(to: object)
      case (.success(let value), false):
        let patch = ObjectPatch(form, value)
        patched = try context.patch(object, patch, subresource: subresource, dryRun: dryRun == .server)
      case (.failure(let error), true): throw .plain(error.text)
      case (.failure(let error), false): throw .server(ObjectPatch.refusal(error, form))
      }
      let isChanged = patched.map { $0 != object } ?? false
      try printer.print(patched ?? object, isChanged ? "patched" : "patched (no change)", to: &context.output)
    }
  }

  /// The patch as a value; YAML is as good as JSON. What begins as a JSON object is sent to the server as it is, which
  /// then finds what is wrong with it.
  ///
  /// Mirrors `yaml.ToJSON` of apimachinery.
  private static func value(
    _ call: Invocation,
    _ context: KubectlContext
  ) throws(KubectlError) -> Result<Value, JSONSyntaxError> {
    var text = call[patch]
    if text.isEmpty {
      guard let content = context.text(ofFile: call[patchFile]) else {
        throw .plain("unable to read patch file: open \(call[patchFile]): no such file or directory")
      }
      text = content
    }
    if text.first(where: { !$0.isWhitespace }) == "{" {
      return Result { () throws(JSONSyntaxError) in try JSONText.parse(text) }
    }
    switch ManifestReader.documents(text).first {
    case .success(let document): return .success(document.value)
    case .failure(let error):
      let prefix = "error converting YAML to JSON: "
      let reason = error.text.hasPrefix(prefix) ? String(error.text.dropFirst(prefix.count)) : error.text
      throw .plain("unable to parse \(text.goQuoted): \(reason)")
    case nil: return .success(.null)
    }
  }
}
