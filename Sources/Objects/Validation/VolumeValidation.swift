import Basics

/// Volumes and their mounts.
///
/// Mirrors `ValidateVolumes` and `ValidateVolumeMounts` of `pkg/apis/core/validation`. Sources on network storage are
/// accepted unseen.
extension Validator {
  /// Checks the volumes and gives the names of those that are right.
  mutating func volumes(_ volumes: [Fields], _ path: FieldPath) -> Set<String> {
    var names: Set<String> = []
    for (index, volume) in volumes.enumerated() {
      let path = path[index]
      let before = errors.count
      volumeSource(volume, path)
      let name = volume.text("name")
      if name.isEmpty {
        required(path.child("name"))
      } else {
        invalid(path.child("name"), .string(name), NameSyntax.dns1123Label(name))
      }
      if names.contains(name) { duplicate(path.child("name"), .string(name)) }
      if errors.count == before { names.insert(name) }
    }
    return names
  }

  private mutating func volumeSource(_ volume: Fields, _ path: FieldPath) {
    let sources = volume.filter { $0.name != "name" }
    guard !sources.isEmpty else { return required(path, "must specify a volume type") }
    for source in sources.dropFirst() {
      forbidden(path.child(source.name), "may not specify more than 1 volume type")
    }
    let name = sources[0].name
    let source = sources[0].value.object ?? [:]
    let path = path.child(name)
    switch name {
    case "secret": files(source, named: "secretName", path)
    case "configMap": files(source, named: "name", path)
    case "persistentVolumeClaim": if source.text("claimName").isEmpty { required(path.child("claimName")) }
    case "emptyDir":
      if let limit = source.text("sizeLimit").nonEmpty, (try? Quantity(parsing: limit))?.isNegative ?? true {
        forbidden(path.child("sizeLimit"), "SizeLimit field must be a valid resource quantity")
      }
    case "hostPath": hostPath(source, path)
    default: break
    }
  }

  /// The entries of a Secret or a ConfigMap as files.
  private mutating func files(_ source: Fields, named name: String, _ path: FieldPath) {
    if source.text(name).isEmpty { required(path.child(name)) }
    mode(source["defaultMode"], path.child("defaultMode"))
    for (index, item) in source.items("items").enumerated() {
      let path = path.child("items")[index]
      for name in ["key", "path"] where item.text(name).isEmpty { required(path.child(name)) }
      let text = item.text("path")
      relative(text, path.child("path"))
      if text.hasPrefix(".."), !text.hasPrefix("../") {
        invalid(path.child("path"), .string(text), "must not start with '..'")
      }
      mode(item["mode"], path.child("mode"))
    }
  }

  private mutating func mode(_ mode: Value?, _ path: FieldPath) {
    guard let mode, let number = mode.int, !(0...0o777).contains(number) else { return }
    invalid(path, mode, "must be a number between 0 and 0777 (octal), both inclusive")
  }

  /// Mirrors `validateLocalDescendingPath`.
  private mutating func relative(_ text: String, _ path: FieldPath) {
    if text.hasPrefix("/") { invalid(path, .string(text), "must be a relative path") }
    noBackSteps(text, path)
  }

  private mutating func hostPath(_ source: Fields, _ path: FieldPath) {
    let text = source.text("path")
    guard !text.isEmpty else { return required(path.child("path")) }
    noBackSteps(text, path.child("path"))
    let types = [
      "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket",
    ]
    if !types.contains(source.text("type")) {
      add(path.child("type"), .unsupported(.string(source.text("type")), supported: types))
    }
  }

  private mutating func noBackSteps(_ text: String, _ path: FieldPath) {
    if text.split(separator: "/").contains("..") { invalid(path, .string(text), "must not contain '..'") }
  }

  mutating func volumeMounts(_ mounts: [Fields], _ path: FieldPath, _ pod: PodContext) {
    var mountPaths: Set<String> = []
    for (index, mount) in mounts.enumerated() {
      let path = path[index]
      let name = mount.text("name")
      if name.isEmpty { required(path.child("name")) }
      if !pod.volumes.contains(name) { add(path.child("name"), .notFound(.string(name))) }
      let mountPath = mount.text("mountPath")
      if mountPath.isEmpty { required(path.child("mountPath")) }
      if !mountPaths.insert(mountPath).inserted {
        invalid(path.child("mountPath"), .string(mountPath), "must be unique")
      }
      relative(mount.text("subPath"), path.child("subPath"))
      let expression = mount.text("subPathExpr")
      if !expression.isEmpty {
        if !mount.text("subPath").isEmpty {
          let detail = "subPathExpr and subPath are mutually exclusive"
          invalid(path.child("subPathExpr"), .string(expression), detail)
        }
        relative(expression, path.child("subPathExpr"))
      }
      if mount["mountPropagation"] != nil {
        let modes = ["Bidirectional", "HostToContainer", "None"]
        supported(mount["mountPropagation"], modes, path.child("mountPropagation"))
      }
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
