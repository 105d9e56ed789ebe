import APIServer
import Basics
import Objects

/// `kubectl create -f`: creates the objects of files, which must not be there yet.
///
/// Mirrors `pkg/cmd/create`.
enum CreateVerb {
  static let verb = Verb("create", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "create the objects of files, which must not be there yet",
    "파일의 오브젝트를 만듭니다. 이미 있으면 실패합니다",
    usage: "-f FILE",
    examples: "create -f pod-nginx.yaml",
    "create -f rs-nginx.yaml --dry-run=client -o name"
  )

  private static let flags =
    FlagTable(
      [
        CommonFlags.dryRun, CommonFlags.fieldManager, CommonFlags.saveConfig, CommonFlags.selector,
        CommonFlags.validate,
      ],
      refused: [.init("edit", unless: "false"), "raw", .init("windows-line-endings", unless: "false")]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("Unexpected args: [\(call.arguments.joined(separator: " "))]") }
    if call[CommonFlags.filename].isEmpty { throw .plain("must specify one of -f and -k") }
    let validation = try FieldValidation(call)
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    let manifests = try context.manifests(call, validates: validation == .strict)
    if manifests.items.isEmpty, manifests.errors.isEmpty { throw .plain("no objects passed to create") }
    var errors = manifests.errors
    for var item in manifests.items {
      item.fields = LastApplied.recorded(item.fields, always: call[CommonFlags.saveConfig])
      do throws(KubectlError) {
        let object = try context.create(item, validation, dryRun)
        try printer.print(object, "created", to: &context.output)
      } catch {
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw .several(errors) }
  }
}

extension KubectlContext {
  /// Creates the object of a manifest; with `--dry-run=client` only its fields are read.
  mutating func create(
    _ item: ManifestItem,
    _ validation: FieldValidation,
    _ dryRun: DryRun
  ) throws(KubectlError) -> Object {
    if dryRun == .client { return Object(unread: item.fields, kind: item.kind) }
    do throws(APIError) {
      let answer = try create(
        item.value,
        as: item.kind,
        namespace: item.namespace,
        validation: validation,
        dryRun: dryRun == .server
      )
      show(warnings: answer.warnings)
      return answer.object
    } catch {
      throw .server(error, context: "error when creating \(item.source.goQuoted)")
    }
  }
}
