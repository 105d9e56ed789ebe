/// What a Pod that names its operating system may not ask for.
///
/// Mirrors `validateOS`, `validateLinux` and `validateWindows` of `pkg/apis/core/validation`.
extension Validator {
  mutating func operatingSystem(_ spec: Fields, _ path: FieldPath) {
    guard let system = spec["os"]?.object else { return }
    let place = path.child("os")
    switch system.text("name") {
    case "": required(place.child("name"), "cannot be empty")
    case "linux": linux(spec, path)
    case "windows": windows(spec, path)
    case let name: add(place, .unsupported(.string(name), supported: ["linux", "windows"]))
    }
  }

  private mutating func linux(_ spec: Fields, _ path: FieldPath) {
    for (context, place) in Validator.securityContexts(of: spec, path) where context["windowsOptions"] != nil {
      forbidden(place.child("windowsOptions"), "windows options cannot be set for a linux pod")
    }
  }

  private mutating func windows(_ spec: Fields, _ path: FieldPath) {
    let text = "cannot be set for a windows pod"
    let contexts = Validator.securityContexts(of: spec, path)
    if let (context, place) = contexts.first, spec["securityContext"] != nil {
      for name in ["appArmorProfile", "seLinuxOptions"] where context[name] != nil {
        forbidden(place.child(name), text)
      }
      for name in ["hostPID", "hostIPC"] where spec[name] == true { forbidden(path.child(name), text) }
      for name in ["seccompProfile", "fsGroup", "fsGroupChangePolicy", "sysctls"] where context[name] != nil {
        forbidden(place.child(name), text)
      }
      if spec["shareProcessNamespace"] != nil { forbidden(path.child("shareProcessNamespace"), text) }
      let identities = ["runAsUser", "runAsGroup", "supplementalGroups", "supplementalGroupsPolicy"]
      for name in identities where context[name] != nil { forbidden(place.child(name), text) }
    }
    let ofContainers = [
      "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities", "readOnlyRootFilesystem", "privileged",
      "allowPrivilegeEscalation", "procMount", "runAsUser", "runAsGroup",
    ]
    for (context, place) in contexts.dropFirst() {
      for name in ofContainers where context[name] != nil { forbidden(place.child(name), text) }
    }
  }

  /// The security contexts of a Pod and of its containers, init containers first, with their places.
  private static func securityContexts(of spec: Fields, _ path: FieldPath) -> [(context: Fields, place: FieldPath)] {
    let ofContainers = ["initContainers", "containers", "ephemeralContainers"].flatMap { list in
      spec.items(list).enumerated().map { index, container in
        (container.structure("securityContext"), path.child(list)[index].child("securityContext"))
      }
    }
    return [(spec.structure("securityContext"), path.child("securityContext"))] + ofContainers
  }
}
