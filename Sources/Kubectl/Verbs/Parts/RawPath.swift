import APIServer
import Cluster
import Objects

/// A path of the API server, as `get --raw` asks for it: `/api/v1/namespaces/default/pods/web`.
enum RawPath: Equatable {
  /// `/healthz` and its like.
  case health
  case version
  case object(ObjectID)
  /// Objects of a kind; nil for all namespaces.
  case list(Kind, namespace: String?)

  /// Throws where the server has no such path, or nothing answers there here.
  init(_ text: String) throws(KubectlError) {
    guard text.hasPrefix("/") else {
      throw .plain("--raw must be a valid URL path: parse \(text.goQuoted): invalid URI for request")
    }
    guard !text.contains("?") else { throw .notSimulated("--raw with a query (get -l and --field-selector filter)") }
    var parts = text.split(separator: "/").map(String.init)[...]
    switch parts.first {
    case "healthz", "livez", "readyz": self = .health
    case "version" where parts.count == 1: self = .version
    case "api", "apis":
      let isCore = parts.popFirst() == "api"
      let group = isCore ? "" : parts.popFirst() ?? ""
      let version = parts.popFirst() ?? ""
      guard !parts.isEmpty else {
        throw .notSimulated("--raw \(text) (api-resources and api-versions list what is served)")
      }
      self = try RawPath(group: group, version: version, parts)
    default: throw .server(.noSuchResource)
    }
  }

  private init(group: String, version: String, _ parts: ArraySlice<String>) throws(KubectlError) {
    var parts = parts
    var namespace: String?
    if parts.first == "namespaces", parts.count > 2 {
      namespace = parts.dropFirst().first
      parts = parts.dropFirst(2)
    }
    let plural = parts.popFirst() ?? ""
    let kinds = Kind.allCases.filter { $0.group == group && $0.version == version && $0.plural == plural }
    guard let kind = kinds.first, namespace == nil || kind.isNamespaced else { throw .server(.noSuchResource) }
    guard let name = parts.popFirst() else {
      self = .list(kind, namespace: namespace)
      return
    }
    // The status of an object comes with the whole of it.
    guard parts.isEmpty || parts == ["status"], namespace != nil || !kind.isNamespaced else {
      throw .server(.noSuchResource)
    }
    self = .object(ObjectID(kind, namespace: namespace ?? "", name: name))
  }

  /// What the server answers.
  func answer(in context: KubectlContext) throws(KubectlError) -> String {
    switch self {
    case .health: return "ok"
    case .version: return VersionVerb.server.prettyJSON
    case .object(let id):
      do throws(APIError) { return try context.get(id).value.json + "\n" } catch { throw .server(error) }
    case .list(let kind, let namespace):
      let items: [Value] = context.list(kind, in: namespace).map { object in
        var value = object.value
        // The list says what its items are.
        value["apiVersion"] = nil
        value["kind"] = nil
        return value
      }
      let list: Value = [
        "apiVersion": .string(kind.apiVersion), "items": .array(items), "kind": .string(kind.name + "List"),
        "metadata": ["resourceVersion": .string(String(context.timeline.cluster.server.resourceVersion))],
      ]
      return list.json + "\n"
    }
  }
}
