import APIServer
import Objects

/// Why a container's environment could not be made.
enum EnvironmentError: Error, Hashable, Sendable {
  case missing(Kind, String)
  case missingKey(String, Kind, namespace: String, name: String)

  var message: String {
    switch self {
    case .missing(let kind, let name): "\(kind.names.singular) \(name.goQuoted) not found"
    case .missingKey(let key, let kind, let namespace, let name):
      "couldn't find key \(key) in \(kind.name) \(namespace)/\(name)"
    }
  }
}

extension Container {
  /// The container with the values of its ConfigMaps, Secrets and resources in the place of the references to them.
  ///
  /// Mirrors `Kubelet.makeEnvironmentVariables`.
  func resolvingEnvironment(of pod: Pod, _ store: Store) throws(EnvironmentError) -> Container {
    let namespace = pod.metadata.namespace
    var entries: [Value] = []
    for source in other["envFrom"]?.array ?? [] {
      let prefix = source["prefix"]?.string ?? ""
      for (field, kind) in Container.kinds where source[field + "Ref"] != nil {
        let reference = source[field + "Ref"]
        guard let data = try Container.data(kind, reference, namespace, store) else { continue }
        entries += data.map { ["name": .string(prefix + $0.name), "value": .string($0.value)] }
      }
    }
    for entry in other["env"]?.array ?? [] {
      var resolved = entry
      for (field, kind) in Container.kinds {
        guard let reference = entry["valueFrom"]?[field + "KeyRef"] else { continue }
        resolved = .null
        let key = reference["key"]?.string ?? ""
        let isOptional = reference["optional"]?.bool ?? false
        guard let data = try Container.data(kind, reference, namespace, store) else { continue }
        if let value = data.first(where: { $0.name == key })?.value {
          resolved = ["name": entry["name"] ?? .null, "value": .string(value)]
        } else if !isOptional {
          throw .missingKey(key, kind, namespace: namespace, name: reference["name"]?.string ?? "")
        }
      }
      if let reference = entry["valueFrom"]?["resourceFieldRef"] {
        let node = store[ObjectID(.node, name: pod.spec.nodeName)]
        let text = pod.text(ofResource: reference, in: self, node: node) ?? ""
        resolved = ["name": entry["name"] ?? .null, "value": .string(text)]
      }
      if resolved != .null { entries.append(resolved) }
    }
    guard !entries.isEmpty || other["envFrom"] != nil else { return self }
    var copy = self
    copy.other["env"] = .array(entries)
    return copy
  }

  private static let kinds: [(field: String, kind: Kind)] = [("configMap", .configMap), ("secret", .secret)]

  /// The text entries of a ConfigMap or Secret; nil for one that is not there and may be missing.
  private static func data(
    _ kind: Kind,
    _ reference: Value?,
    _ namespace: String,
    _ store: Store
  ) throws(EnvironmentError) -> [(name: String, value: String)]? {
    let name = reference?["name"]?.string ?? ""
    guard let object = store[ObjectID(kind, namespace: namespace, name: name)] else {
      if reference?["optional"]?.bool == true { return nil }
      throw .missing(kind, name)
    }
    return (object.body["data"]?.object ?? [:]).compactMap { field in
      field.value.string.map { text in (field.name, kind == .secret ? Base64.decode(text) ?? text : text) }
    }
  }
}
