import Basics

/// Volumes and their mounts.
///
/// Mirrors `ValidateVolumes`, `ValidateVolumeMounts` and `ValidateVolumeDevices` of `pkg/apis/core/validation`.
extension Validator {
  /// Checks the volumes and gives the names of those that are right.
  mutating func volumes(_ volumes: [Fields], _ path: FieldPath, isTemplate: Bool) -> Set<String> {
    var names: Set<String> = []
    for (index, volume) in volumes.enumerated() {
      let path = path[index]
      let before = errors.count
      volumeSource(volume, path, isTemplate: isTemplate)
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

  /// Mirrors `ValidateLocalNonReservedPath`.
  mutating func nonReserved(_ text: String, _ path: FieldPath) {
    relative(text, path)
    if text.hasPrefix(".."), !text.hasPrefix("../") { invalid(path, .string(text), "must not start with '..'") }
  }

  /// Mirrors `validateLocalDescendingPath`.
  mutating func relative(_ text: String, _ path: FieldPath) {
    if text.hasPrefix("/") { invalid(path, .string(text), "must be a relative path") }
    noBackSteps(text, path)
  }

  mutating func noBackSteps(_ text: String, _ path: FieldPath) {
    if text.split(separator: "/").contains("..") { invalid(path, .string(text), "must not contain '..'") }
  }

  /// `container` is the one that they are of.
  mutating func volumeMounts(_ container: Fields, _ path: FieldPath, _ pod: PodContext) {
    let devices = container.items("volumeDevices")
    var mountPaths: Set<String> = []
    for (index, mount) in container.items("volumeMounts").enumerated() {
      let place = path[index]
      let name = mount.text("name")
      if name.isEmpty { required(place.child("name")) }
      if !pod.volumes.contains(name) { add(place.child("name"), .notFound(.string(name))) }
      let mountPath = mount.text("mountPath")
      if mountPath.isEmpty { required(place.child("mountPath")) }
      if !mountPaths.insert(mountPath).inserted {
        invalid(place.child("mountPath"), .string(mountPath), "must be unique")
      }
      if devices.contains(where: { $0.text("name") == name }) {
        invalid(place.child("name"), .string(name), "must not already exist in volumeDevices")
      }
      if devices.contains(where: { $0.text("devicePath") == mountPath }) {
        invalid(place.child("mountPath"), .string(mountPath), "must not already exist as a path in volumeDevices")
      }
      subPath(of: mount, path, place)
      propagation(of: mount, container, path)
    }
  }

  /// What is wrong with the paths themselves is told without the index, as the server has it.
  private mutating func subPath(of mount: Fields, _ path: FieldPath, _ place: FieldPath) {
    relative(mount.text("subPath"), path.child("subPath"))
    let expression = mount.text("subPathExpr")
    guard !expression.isEmpty else { return }
    if !mount.text("subPath").isEmpty {
      invalid(place.child("subPathExpr"), .string(expression), "subPathExpr and subPath are mutually exclusive")
    }
    relative(expression, path.child("subPathExpr"))
  }

  private mutating func propagation(of mount: Fields, _ container: Fields, _ path: FieldPath) {
    if mount["mountPropagation"] != nil {
      let place = path.child("mountPropagation")
      supported(mount["mountPropagation"], ["Bidirectional", "HostToContainer", "None"], place)
      let isPrivileged = container.structure("securityContext")["privileged"] == true
      if mount["mountPropagation"] == "Bidirectional", !isPrivileged {
        forbidden(place, "Bidirectional mount propagation is available only to privileged containers")
      }
    }
    guard let recursive = mount["recursiveReadOnly"]?.string else { return }
    let place = path.child("recursiveReadOnly")
    switch recursive {
    case "Disabled": break
    case "Enabled", "IfPossible":
      if mount["readOnly"] != true { forbidden(place, "may only be specified when readOnly is true") }
      if let propagation = mount["mountPropagation"], propagation != "None" {
        forbidden(place, "may only be specified when mountPropagation is None or not specified")
      }
    default: add(place, .unsupported(.string(recursive), supported: ["Disabled", "Enabled", "IfPossible"]))
    }
  }

  /// Mirrors `ValidateVolumeDevices`; only claims can be block devices.
  mutating func volumeDevices(_ container: Fields, _ volumes: [Fields], _ path: FieldPath, _ pod: PodContext) {
    let mounts = container.items("volumeMounts")
    var (paths, names): (Set<String>, Set<String>) = ([], [])
    for (index, device) in container.items("volumeDevices").enumerated() {
      let place = path[index]
      let (name, devicePath) = (device.text("name"), device.text("devicePath"))
      if name.isEmpty { required(place.child("name")) }
      if names.contains(name) { invalid(place.child("name"), .string(name), "must be unique") }
      if pod.volumes.contains(name), let volume = volumes.first(where: { $0.text("name") == name }) {
        if volume["persistentVolumeClaim"] == nil, volume["ephemeral"] == nil {
          let detail = "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode"
          invalid(place.child("name"), .string(name), detail)
        }
      } else {
        add(place.child("name"), .notFound(.string(name)))
      }
      if devicePath.isEmpty { required(place.child("devicePath")) }
      if paths.contains(devicePath) { invalid(place.child("devicePath"), .string(devicePath), "must be unique") }
      if devicePath.split(separator: "/").contains("..") {
        invalid(place.child("devicePath"), .string(devicePath), "can not contain backsteps ('..')")
      } else {
        paths.insert(devicePath)
      }
      if mounts.contains(where: { $0.text("name") == name }) {
        invalid(place.child("name"), .string(name), "must not already exist in volumeMounts")
      }
      if mounts.contains(where: { $0.text("mountPath") == devicePath }) {
        invalid(place.child("devicePath"), .string(devicePath), "must not already exist as a path in volumeMounts")
      }
      if !name.isEmpty { names.insert(name) }
    }
  }
}
