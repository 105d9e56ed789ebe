import Basics
import Objects

/// A command that changes one map of an object's metadata: `label`, `annotate`.
protocol MetadataChange {
  /// One entry of the map as errors name it: `label`.
  static var entry: String { get }
  /// The map's name in the metadata: `labels`.
  static var member: String { get }
  /// What `--local` wants with `-f`: `pod`, for `pod.yaml`.
  static var localFile: String { get }

  static func map(of object: Object) -> StringMap

  /// Reads changes as they are typed: `a=b`, `c-`.
  static func read(_ changes: [String]) throws(KubectlError) -> MapChange

  /// Throws where entries that are there already would get another value.
  static func checkOverwrite(_ old: StringMap, _ change: MapChange) throws(KubectlError)

  /// What is said before the change is made, a line each.
  static func notes(_ old: StringMap, _ change: MapChange) -> [String]

  /// What was done, as the success line says it; `overwrites` says whether `--overwrite` stands on the line.
  static func done(_ old: StringMap, _ new: StringMap, overwrites: Bool) -> String
}

/// The flags of such commands.
enum MetadataChangeFlags {
  static let list = Flag.bool("list")

  static let table =
    FlagTable([
      CommonFlags.all, CommonFlags.allNamespaces, CommonFlags.dryRun, CommonFlags.fieldManager,
      CommonFlags.fieldSelector, list, CommonFlags.local, CommonFlags.overwrite, CommonFlags.resourceVersion,
      CommonFlags.selector,
    ]) + CommonFlags.print + CommonFlags.files
}

extension MetadataChange {
  private static var list: Flag<Bool> { MetadataChangeFlags.list }

  static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let (resources, changes) = try ChangeArguments.split(call.words, type: entry)
    let change = try read(changes)
    if call[list], !call[CommonFlags.output].isEmpty {
      throw .plain("--list and --output may not be specified together")
    }
    try check(resources, change, call)
    let dryRun = try DryRun(call)
    var printer = try ChangePrinter(call, dryRun: dryRun, context: context)
    // A type without names means all its objects only with `--all`.
    let query = try ObjectQuery(call, words: resources, typeMeansAll: call[CommonFlags.all], context: context)
    let found = try context.find(query, call)
    if !call[CommonFlags.resourceVersion].isEmpty, found.objects.count != 1 {
      throw .plain("--resource-version may only be used with a single resource")
    }
    try found.each { (object) throws(KubectlError) in
      if call[list] {
        show(object, change, alone: query.isSingle, &context.output)
        return
      }
      let (changed, done) = try write(change, to: object, call, dryRun, &context)
      try printer.print(changed, done, to: &context.output)
    }
  }

  private static func check(_ resources: [Word], _ change: MapChange, _ call: Invocation) throws(KubectlError) {
    if call[CommonFlags.all] {
      if !call[CommonFlags.selector].isEmpty { throw .plain("cannot set --all and --selector at the same time") }
      if !call[CommonFlags.fieldSelector].isEmpty {
        throw .plain("cannot set --all and --field-selector at the same time")
      }
    }
    let hasFiles = !call[CommonFlags.filename].isEmpty
    if call[CommonFlags.local] {
      let files = "-f \(localFile).yaml or --filename=\(localFile).json"
      if !resources.isEmpty { throw .plain("can only use local files by \(files) when --local=true is set") }
      if !hasFiles { throw .plain("one or more files must be specified as \(files)") }
    } else if resources.isEmpty, !hasFiles {
      throw .plain(ResourceArguments.missingEither)
    }
    if change.isEmpty, !call[list] { throw .plain("at least one \(entry) update is required") }
  }

  private static func write(
    _ change: MapChange,
    to object: Object,
    _ call: Invocation,
    _ dryRun: DryRun,
    _ context: inout KubectlContext
  ) throws(KubectlError) -> (Object, done: String) {
    let old = map(of: object)
    if !dryRun.staysHere { for line in notes(old, change) { context.output.print(line) } }
    let overwrites = call[CommonFlags.overwrite]
    if !overwrites { try checkOverwrite(old, change) }
    var metadata: Value = [member: change.patch]
    let version = call[CommonFlags.resourceVersion]
    if !version.isEmpty { metadata["resourceVersion"] = .string(version) }
    let changed = try context.merge(["metadata": metadata], into: object, dryRun: dryRun)
    return (changed, done(old, change.applied(to: old), overwrites: overwrites))
  }

  /// Lists the map as it would be after the change, which is not made.
  private static func show(_ object: Object, _ change: MapChange, alone: Bool, _ output: inout CommandOutput) {
    if !alone {
      output.print("Listing \(member) for \(object.kind.name).\(object.kind.group)/\(object.metadata.name):")
    }
    for entry in change.applied(to: map(of: object)) {
      output.print((alone ? "" : " ") + "\(entry.key)=\(entry.value)")
    }
  }
}
