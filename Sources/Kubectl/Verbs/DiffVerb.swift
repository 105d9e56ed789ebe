import APIServer
import Basics
import Manifest
import Objects

/// `kubectl diff`: what apply would change.
///
/// Mirrors `pkg/cmd/diff`, whose two folders `diff -u -N` compares.
enum DiffVerb {
  static let verb = Verb("diff", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "show what apply would change",
    "apply하면 무엇이 바뀔지 보여 줍니다",
    usage: "-f FILE",
    examples: "diff -f rs-web.yaml",
    "diff -f pod-nginx.yaml"
  )

  private static let flags =
    FlagTable(
      [Flag.int("concurrency", default: 1), CommonFlags.fieldManager, CommonFlags.selector],
      refused: [
        .init("force-conflicts", unless: "false"), .init("prune", unless: "false"), "prune-allowlist",
        .init("server-side", unless: "false"), .init("show-managed-fields", unless: "false"),
      ]
    ) + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("Unexpected args: [\(call.arguments.joined(separator: " "))]") }
    if call[CommonFlags.filename].isEmpty { throw .plain("must specify one of -f and -k") }
    let manifests = try context.manifests(call)
    if !manifests.errors.isEmpty { throw .several(manifests.errors) }
    var folders = Folders(at: context.now)
    for item in manifests.items { folders.add(item, live: context.store[item.id], merged: try merged(item, &context)) }
    context.output.write(folders.difference)
    if !folders.difference.isEmpty { context.output.exit = 1 }
  }

  /// The object as it would be.
  ///
  /// Mirrors `InfoObject.Merged`, which leaves the record of the last apply as it is.
  private static func merged(_ item: ManifestItem, _ context: inout KubectlContext) throws(KubectlError) -> Object {
    guard let live = context.store[item.id] else { return try context.create(item, .warn, .server) }
    let patch = try item.patch(of: live.fields, to: LastApplied.described(item.fields))
    return try context.write(ObjectPatch(.strategic, .object(patch)), to: live, .server)
  }
}

/// The folders with the objects as they are and as they would be, and how they differ.
private struct Folders {
  private let number: UInt64
  private let time: Instant
  private var files: [(name: String, text: String)] = []

  init(at time: Instant) {
    self.time = time
    var hasher = StableHasher()
    hasher.combine(time.microseconds)
    number = hasher.value % 4_000_000_000
  }

  mutating func add(_ item: ManifestItem, live: Object?, merged: Object) {
    let change = UnifiedDiff.text(from: text(of: live), to: text(of: merged))
    guard !change.isEmpty else { return }
    let group = item.kind.group.isEmpty ? "" : item.kind.group + "."
    let name = "\(group)\(item.kind.version).\(item.kind.name).\(item.namespace).\(item.name)".replacing(":", with: "-")
    let (old, new) = ("/tmp/LIVE-\(number)/\(name)", "/tmp/MERGED-\(number + 1)/\(name)")
    let stamp = "\(time.rfc3339Micro.dropLast().replacing("T", with: " "))000 +0000"
    let oldStamp = live == nil ? "1970-01-01 00:00:00.000000000 +0000" : stamp
    files.append((name, "diff -u -N \(old) \(new)\n--- \(old)\t\(oldStamp)\n+++ \(new)\t\(stamp)\n\(change)"))
  }

  /// In the order of the files' names.
  var difference: String { files.sorted { $0.name.precedesByBytes($1.name) }.map(\.text).joined() }

  /// The lines of a file, whose last line end is no line of its own; of a Secret without its values.
  private func text(of object: Object?) -> String {
    guard let object else { return "" }
    var value = object.value
    if object.kind == .secret, let data = value["data"]?.object {
      value["data"] = .object(Fields(data.map { ($0.name, .string("***")) }))
    }
    return String(YAMLWriter.text(value).dropLast())
  }
}
