import APIServer
import Basics
import Objects

/// `kubectl get`: prints objects as a table or in the form of `-o`.
///
/// Mirrors `pkg/cmd/get`.
enum GetVerb {
  static let verb = Verb("get", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "list objects, or print some of them",
    "오브젝트의 목록을 보여 주거나 내용을 출력합니다",
    usage: "(TYPE[,TYPE…] [NAME…] | TYPE/NAME… | -f FILE)",
    takes: Grammar([.type(), .name], [.object()]),
    values: ["output": .output(.get)],
    examples: "get pods -o wide",
    "get rs web -o jsonpath='{.status.readyReplicas}'"
  )

  static let labelColumns = Flag.list("label-columns", "L", takes: .labelKeys)
  static let noHeaders = Flag.bool("no-headers")
  private static let raw = Flag.string("raw")
  static let showKind = Flag.bool("show-kind")
  static let showLabels = Flag.bool("show-labels")
  static let sortBy = Flag.string("sort-by", takes: .jsonPath)
  static let watch = Flag.bool("watch", "w")
  static let watchOnly = Flag.bool("watch-only")
  static let watchEvents = Flag.bool("output-watch-events")

  private static let flags =
    FlagTable(
      [
        CommonFlags.allNamespaces, CommonFlags.chunkSize, CommonFlags.fieldSelector, CommonFlags.ignoreNotFound,
        labelColumns, noHeaders, raw, CommonFlags.selector, showKind, showLabels, sortBy, CommonFlags.subresource,
        watch,
        watchOnly, watchEvents,
      ],
      refused: [.init("server-print", unless: "true")]
    ) + CommonFlags.print + CommonFlags.files

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call[raw].isEmpty { return try printRaw(call, &context) }
    let output = try GetOutput(call, context)
    if call.words.isEmpty, call[CommonFlags.filename].isEmpty { throw missingResource(call) }
    let subresource = try Subresource(call, "get")
    let query = try ObjectQuery(call, typeMeansAll: true, context: context)
    if subresource != nil, !query.kinds.isEmpty {
      throw .plain("subresource cannot be used when bulk resources are specified")
    }
    if call[watch] || call[watchOnly] {
      if subresource == .scale { throw .notSimulated("get -w with --subresource=scale") }
      return try GetWatch(call, output).run(&context)
    }
    var found = try context.find(query, call)
    if call[CommonFlags.ignoreNotFound] {
      found.errors.removeAll { if case .server(.notFound, _) = $0 { true } else { false } }
    }
    // The status of an object comes with the whole of it.
    switch (subresource, output.form) {
    case (.scale, _): try GetScale(output, isSingle: query.isSingle).print(found, &context)
    case (_, .plain): try printTables(found, query, output, call, &context)
    default: try printObjects(found, query, output, call, &context)
    }
  }

  /// What the API server answers at a path.
  private static func printRaw(_ call: Invocation, _ context: inout KubectlContext) throws(KubectlError) {
    if !call.words.isEmpty { throw .plain("arguments may not be passed when --raw is specified") }
    if call[watch] || call[watchOnly] || !call[CommonFlags.selector].isEmpty {
      throw .plain(
        "--raw may not be specified with other flags that filter the server request or alter the output"
      )
    }
    if !call[CommonFlags.output].isEmpty { throw .plain("--raw and --output are mutually exclusive") }
    try context.output.write(RawPath(call[raw]).answer(in: context))
  }

  private static func missingResource(_ call: Invocation) -> KubectlError {
    .verbatim(
      """
      You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported \
      resources.

      error: Required resource not specified.
      Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).
      See 'kubectl get -h' for help and examples

      """
    )
  }

  private static func printTables(
    _ found: FoundObjects,
    _ query: ObjectQuery,
    _ output: GetOutput,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    let blocks = output.blocks(of: found.objects.map(\.object))
    let kinds = query.kinds.isEmpty ? blocks.compactMap { $0.first?.kind } : query.kinds
    var options = output.table
    if Set(kinds).count > 1 { options.showKind = true }
    var texts: [String] = []
    for block in blocks {
      var printer = TablePrinter(options)
      texts.append(printer.text(of: output.sortedRows(block), at: context.now))
    }
    texts.removeAll(where: \.isEmpty)
    context.output.write(texts.joined(separator: options.noHeaders ? "" : "\n"))
    if texts.isEmpty, found.errors.isEmpty, !call[CommonFlags.ignoreNotFound] {
      let isNamespaced = query.namespace != nil && kinds.allSatisfy(\.isNamespaced)
      context.output.warn("No resources found" + (isNamespaced ? " in \(call.namespace(in: context)) namespace." : ""))
    }
    try found.throwErrors()
  }

  private static func printObjects(
    _ found: FoundObjects,
    _ query: ObjectQuery,
    _ output: GetOutput,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    if query.isSingle { try found.throwErrors() }
    let objects = try output.sorted(found.objects.map(\.object))
    if objects.isEmpty, call[CommonFlags.ignoreNotFound] { return try found.throwErrors() }
    var printer = ObjectPrinter(output.form, noHeaders: output.table.noHeaders, output.table.layout)
    do throws(OutputForm.FormError) {
      try context.output.write(query.isSingle ? printer.text(of: objects[0]) : printer.text(ofList: objects))
    } catch {
      throw .plain(error.message)
    }
    try found.throwErrors()
  }
}

/// What a `get` line asks for the output.
struct GetOutput {
  var form: OutputForm
  var table = TableOptions()
  private var sortKey: SortKey?

  init(_ call: Invocation, _ context: KubectlContext) throws(KubectlError) {
    do throws(OutputForm.FormError) {
      form = try OutputForm.parse(
        call[CommonFlags.output],
        template: call[CommonFlags.template],
        readFile: { context.text(ofFile: $0) }
      )
    } catch {
      throw .plain(error.message)
    }
    table.wide = form == .plain(wide: true)
    table.noHeaders = call[GetVerb.noHeaders]
    table.showLabels = call[GetVerb.showLabels]
    table.labelColumns = call[GetVerb.labelColumns]
    table.showKind = call[GetVerb.showKind]
    table.showNamespace = call[CommonFlags.allNamespaces]
    table.layout = context.layout
    if table.showLabels, !(table.wide || form == .plain(wide: false)) {
      throw .plain("--show-labels option cannot be used with \(call[CommonFlags.output]) printer")
    }
    guard !call[GetVerb.sortBy].isEmpty else { return }
    do throws(JSONPath.PathError) {
      sortKey = try SortKey(call[GetVerb.sortBy])
    } catch {
      throw .plain(error.message)
    }
  }

  /// Runs of objects of one kind; each is a table.
  func blocks(of objects: [Object]) -> [[Object]] {
    var blocks: [[Object]] = []
    for object in objects {
      if blocks.last?.first?.kind == object.kind {
        blocks[blocks.count - 1].append(object)
      } else {
        blocks.append([object])
      }
    }
    return blocks
  }

  func sorted(_ objects: [Object]) throws(KubectlError) -> [Object] {
    guard let sortKey else { return objects }
    do throws(JSONPath.PathError) {
      return try sortKey.sorted(objects)
    } catch {
      throw .plain(error.message)
    }
  }

  /// The rows of a table in order; none where no object has the field to sort by, as kubectl then prints nothing.
  func sortedRows(_ objects: [Object]) -> [Object] { (try? sorted(objects)) ?? [] }
}
