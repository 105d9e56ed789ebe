import Basics
import Objects

/// `kubectl api-resources`: the resource types that a v1.36 API server serves.
enum APIResourcesVerb {
  static let verb = Verb("api-resources", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "list the resource types that the API server serves",
    "API 서버가 제공하는 리소스 타입을 보여 줍니다",
    values: ["output": .words(["name", "wide"])],
    examples: "api-resources --api-group=apps",
    "api-resources --namespaced=false -o name"
  )

  private static let group = Flag.string("api-group", takes: .words(APIResourcesVerb.groups))
  private static let cached = Flag.bool("cached")
  private static let categories = Flag.list("categories", takes: .list(["all", "api-extensions"]))
  private static let namespaced = Flag.bool("namespaced", default: true)
  private static let noHeaders = Flag.bool("no-headers")
  private static let sortBy = Flag.string("sort-by", takes: .words(["kind", "name"]))
  private static let verbs = Flag.list("verbs", takes: .list(APIResourcesVerb.apiVerbs))

  /// What an API server can do with objects.
  static let apiVerbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]
  private static let groups = Set(Row.all.map(\.group)).filter { !$0.isEmpty }.sorted { $0.precedesByBytes($1) }

  private static let flags = FlagTable(
    [group, cached, categories, namespaced, noHeaders, CommonFlags.output, sortBy, verbs]
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("unexpected arguments: [\(call.arguments.joined(separator: " "))]") }
    let output = call[CommonFlags.output]
    guard ["", "name", "wide"].contains(output) else { throw .plain("--output \(output) is not available") }
    guard ["", "name", "kind"].contains(call[sortBy]) else {
      throw .plain("--sort-by accepts only name or kind")
    }
    let rows = Row.all.filter { row in
      (call.given(group) == nil || row.group == call[group])
        && (call.given(namespaced) == nil || row.isNamespaced == call[namespaced])
        && call[verbs].allSatisfy(row.verbs.split(separator: ",").map(String.init).contains)
        && call[categories].allSatisfy { $0 == row.category }
    }
    let isWide = output == "wide"
    // The wide table comes by name where nothing else is asked for.
    let order = call[sortBy].isEmpty && isWide ? "name" : call[sortBy]
    let sorted = order.isEmpty ? rows : rows.sorted { $0.key(order).precedesByBytes($1.key(order)) }
    if output == "name" {
      for row in sorted { context.output.print(row.group.isEmpty ? row.plural : "\(row.plural).\(row.group)") }
      return
    }
    let header = ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"] + (isWide ? ["VERBS", "CATEGORIES"] : [])
    var table = TableText(header, noHeaders: call[noHeaders], context.layout)
    context.output.write(table.text(of: sorted.map { $0.cells(isWide: isWide) }))
  }
}

/// `kubectl api-versions`: the groups and versions that a v1.36 API server serves.
enum APIVersionsVerb {
  static let verb = Verb(
    "api-versions",
    manual: Manual(
      "list the groups and versions that the API server serves",
      "API 서버가 제공하는 그룹과 버전을 보여 줍니다",
      examples: "api-versions",
      "kubectl api-versions"
    ),
    flags: FlagTable([]),
    run: run
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("unexpected arguments: [\(call.arguments.joined(separator: " "))]") }
    // Served for one more kind of subresource only, in no list of resources.
    let versions = Set(Row.all.map(\.apiVersion)).union(["autoscaling/v1"])
    for version in versions.sorted(by: { $0.precedesByBytes($1) }) { context.output.print(version) }
  }
}

/// A resource type, simulated or not.
private struct Row {
  var plural: String
  var kind: String
  var shortNames: [String]
  var group: String
  var version: String
  var isNamespaced: Bool
  var isInAll = false

  var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }

  func cells(isWide: Bool) -> [String] {
    [plural, shortNames.joined(separator: ","), apiVersion, String(isNamespaced), kind]
      + (isWide ? [verbs, category] : [])
  }

  /// What can be done with objects of this type.
  var verbs: String {
    if kind.hasSuffix("Review") || kind == "Binding" { return "create" }
    if kind == "ComponentStatus" { return "get,list" }
    // A namespace goes with all that is in it, so they are not deleted by the collection.
    return "create,delete,\(kind == "Namespace" ? "" : "deletecollection,")get,list,patch,update,watch"
  }

  /// The category that stands for this type and others: `all`.
  var category: String {
    let extensions = ["admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io"]
    if extensions.contains(group) { return "api-extensions" }
    return kind == "HorizontalPodAutoscaler" || isInAll ? "all" : ""
  }

  func key(_ column: String) -> String { column == "kind" ? kind : plural }

  /// By group, and then by name.
  static let all: [Row] = {
    let simulated = Kind.allCases.map {
      Row(
        plural: $0.plural,
        kind: $0.name,
        shortNames: $0.names.shortNames,
        group: $0.group,
        version: $0.version,
        isNamespaced: $0.isNamespaced,
        isInAll: $0.names.inAll
      )
    }
    let others = OtherResource.all.map {
      Row(
        plural: $0.plural,
        kind: $0.kind,
        shortNames: $0.shortNames,
        group: $0.group,
        version: $0.version,
        isNamespaced: $0.isNamespaced
      )
    }
    return (simulated + others).sorted {
      $0.group == $1.group ? $0.plural.precedesByBytes($1.plural) : $0.group.precedesByBytes($1.group)
    }
  }()
}
