import APIServer
import Objects

/// Why a volume could not be set up.
enum VolumeError: Error, Hashable, Sendable {
  case missing(Kind, String)
  case missingKey(String, Kind)
  /// What is wrong with the sources of a projected volume.
  case several([VolumeError])
  case notSimulated(String)

  /// In the words of the kubelet's volume plugins.
  var message: String {
    switch self {
    case .missing(let kind, let name): return "\(kind.names.singular) \(name.goQuoted) not found"
    case .missingKey(let key, .secret): return "references non-existent secret key: \(key)"
    case .missingKey(let key, _): return "references non-existent config key: \(key)"
    case .several(let errors):
      let texts = errors.map(\.message)
      return texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
    case .notSimulated(let what): return "not simulated: \(what)"
    }
  }
}

/// The files that the kubelet lays into a Pod's volumes.
///
/// Mirrors the plugins `configmap`, `secret`, `downwardapi`, `projected`, `emptydir` of `pkg/volume`.
struct VolumeFiles {
  let pod: Pod
  let ip: String
  let store: Store

  /// Whether the files of a volume are the kubelet's, and containers may only read them.
  static func isReadOnly(_ volume: Value) -> Bool {
    ["configMap", "secret", "downwardAPI", "projected"].contains { volume[$0] != nil }
  }

  /// Whether it is the volume that every Pod gets for talking to the API server.
  static func isAPIAccess(_ volume: Value) -> Bool {
    volume["projected"]?["sources"]?.array?.contains { $0["serviceAccountToken"] != nil } ?? false
  }

  /// What is in a volume when it is set up. A folder of the node is not simulated: it begins empty, for each Pod anew.
  func files(of volume: Value) throws(VolumeError) -> FileTree {
    var files = FileTree()
    if let source = volume["configMap"] {
      try add(.configMap, source, name: source["name"], to: &files)
    } else if let source = volume["secret"] {
      try add(.secret, source, name: source["secretName"], to: &files)
    } else if let source = volume["downwardAPI"] {
      addFields(source, to: &files)
    } else if let source = volume["projected"] {
      try addSources(source["sources"]?.array ?? [], to: &files)
    } else if volume["emptyDir"] == nil, volume["hostPath"] == nil {
      let type = volume.object?.first { $0.name != "name" }?.name ?? ""
      throw .notSimulated("volumes of type \(type)")
    }
    return files
  }

  /// Adds the entries of a ConfigMap or Secret: those that `items` names, or all.
  private func add(_ kind: Kind, _ source: Value, name: Value?, to files: inout FileTree) throws(VolumeError) {
    let name = name?.string ?? ""
    let isOptional = source["optional"]?.bool ?? false
    guard let object = store[ObjectID(kind, namespace: pod.metadata.namespace, name: name)] else {
      // Kubernetes publishes this one again whenever it has gone.
      if isOptional || name == "kube-root-ca.crt" { return }
      throw .missing(kind, name)
    }
    let entries = VolumeFiles.entries(of: object)
    guard let items = source["items"]?.array, !items.isEmpty else {
      for entry in entries { files.add("/" + entry.name, entry.text) }
      return
    }
    for item in items {
      let key = item["key"]?.string ?? ""
      if let entry = entries.first(where: { $0.name == key }) {
        files.add("/" + (item["path"]?.string ?? key), entry.text)
      } else if !isOptional {
        throw .missingKey(key, kind)
      }
    }
  }

  /// What a ConfigMap or Secret holds, as text.
  private static func entries(of object: Object) -> [(name: String, text: String)] {
    func fields(_ name: String) -> [(name: String, text: String)] {
      (object.body[name]?.object ?? [:]).compactMap { field in field.value.string.map { (field.name, $0) } }
    }
    func decoded(_ name: String) -> [(name: String, text: String)] {
      fields(name).map { ($0.name, Base64.decode($0.text) ?? $0.text) }
    }
    return object.kind == .secret ? decoded("data") : fields("data") + decoded("binaryData")
  }

  private func addFields(_ source: Value, to files: inout FileTree) {
    for item in source["items"]?.array ?? [] {
      var text = ""
      if let path = item["fieldRef"]?["fieldPath"]?.string {
        text = pod.text(ofField: path, ip: ip)
      } else if let reference = item["resourceFieldRef"] {
        let name = reference["containerName"]?.string
        let container = (pod.spec.initContainers + pod.spec.containers).first { $0.name == name }
        let node = store[ObjectID(.node, name: pod.spec.nodeName)]
        text = container.flatMap { pod.text(ofResource: reference, in: $0, node: node) } ?? ""
      }
      files.add("/" + (item["path"]?.string ?? ""), text)
    }
  }

  private func addSources(_ sources: [Value], to files: inout FileTree) throws(VolumeError) {
    var errors: [VolumeError] = []
    for source in sources {
      do throws(VolumeError) {
        if let map = source["configMap"] { try add(.configMap, map, name: map["name"], to: &files) }
        if let secret = source["secret"] { try add(.secret, secret, name: secret["name"], to: &files) }
        if let fields = source["downwardAPI"] { addFields(fields, to: &files) }
        if let token = source["serviceAccountToken"] {
          files.add("/" + (token["path"]?.string ?? "token"), "not simulated")
        }
      } catch {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw .several(errors) }
  }
}
