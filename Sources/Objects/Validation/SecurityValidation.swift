/// Security contexts of Pods and containers.
///
/// Mirrors `validatePodSpecSecurityContext`, `ValidateSecurityContext` and `validateHostUsers` of
/// `pkg/apis/core/validation`.
extension Validator {
  private static let identities: ClosedRange<Int64> = 0...Int64(Int32.max)

  mutating func podSecurity(_ spec: Fields, _ path: FieldPath) {
    let context = spec.structure("securityContext")
    let place = path.child("securityContext")
    for name in ["fsGroup", "runAsUser", "runAsGroup"] {
      if let id = context[name] { inRange(id, Validator.identities, place.child(name)) }
    }
    for (index, group) in (context["supplementalGroups"]?.array ?? []).enumerated() {
      inRange(group, Validator.identities, place.child("supplementalGroups")[index])
    }
    if spec["shareProcessNamespace"] == true, spec["hostPID"] == true {
      invalid(
        place.child("shareProcessNamespace"),
        true,
        "ShareProcessNamespace and HostPID cannot both be enabled"
      )
    }
    sysctls(context.items("sysctls"), spec, place.child("sysctls"))
    oneOf(["Always", "OnRootMismatch"], context["fsGroupChangePolicy"], place.child("fsGroupChangePolicy"))
    seccompProfile(context["seccompProfile"]?.object, place.child("seccompProfile"))
    appArmorProfile(context["appArmorProfile"]?.object, place.child("appArmorProfile"))
    oneOf(["Merge", "Strict"], context["supplementalGroupsPolicy"], place.child("supplementalGroupsPolicy"))
    oneOf(["MountOption", "Recursive"], context["seLinuxChangePolicy"], place.child("seLinuxChangePolicy"))
  }

  /// With users of its own a Pod has no part in the other namespaces of its node.
  mutating func hostUsers(_ spec: Fields, _ path: FieldPath) {
    guard spec["hostUsers"] == false else { return }
    for (field, shown) in [("hostNetwork", "hostNetwork"), ("hostPID", "HostPID"), ("hostIPC", "HostIPC")]
    where spec[field] == true {
      forbidden(path.child(shown), "when `pod.Spec.HostUsers` is false")
    }
  }

  mutating func containerSecurity(_ context: Fields?, _ path: FieldPath, _ pod: PodContext) {
    guard let context else { return }
    for name in ["runAsUser", "runAsGroup"] {
      if let id = context[name] { inRange(id, Validator.identities, path.child(name)) }
    }
    oneOf(["Default", "Unmasked"], context["procMount"], path.child("procMount"))
    if context["procMount"] == "Unmasked", pod.sharesUsers {
      invalid(path.child("procMount"), "Unmasked", "`hostUsers` must be false to use `Unmasked`")
    }
    seccompProfile(context["seccompProfile"]?.object, path.child("seccompProfile"))
    if context["allowPrivilegeEscalation"] == false {
      let shown = FieldError.Problem.invalidJSON(InternalPod.securityContext(context).json)
      if context["privileged"] == true {
        add(path, shown, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true")
      }
      if (context.structure("capabilities")["add"]?.array ?? []).contains("CAP_SYS_ADMIN") {
        add(path, shown, "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN")
      }
    }
    appArmorProfile(context["appArmorProfile"]?.object, path.child("appArmorProfile"))
  }

  /// Refuses a text that is there and none of `values`.
  private mutating func oneOf(_ values: [String], _ value: Value?, _ path: FieldPath) {
    guard let text = value?.string, !values.contains(text) else { return }
    add(path, .unsupported(.string(text), supported: values))
  }

  private mutating func seccompProfile(_ profile: Fields?, _ path: FieldPath) {
    guard let profile else { return }
    let type = profile.text("type")
    if type.isEmpty {
      required(path.child("type"), "type is required when seccompProfile is set")
    } else {
      oneOf(["Localhost", "RuntimeDefault", "Unconfined"], profile["type"], path.child("type"))
    }
    let place = path.child("localhostProfile")
    guard let file = profile["localhostProfile"]?.string else {
      if type == "Localhost" { required(place, "must be set when seccomp type is Localhost") }
      return
    }
    if type == "Localhost" {
      relative(file, place)
    } else {
      let shown = InternalPod.seccompProfile(profile).json
      add(place, .invalidJSON(shown), "can only be set when seccomp type is Localhost")
    }
  }

  /// Mirrors `ValidateAppArmorProfileField`.
  private mutating func appArmorProfile(_ profile: Fields?, _ path: FieldPath) {
    guard let profile else { return }
    let place = path.child("localhostProfile")
    let file = profile["localhostProfile"]?.string
    switch profile.text("type") {
    case "Localhost":
      guard let file, !file.isEmpty else { return required(place, "must be set when AppArmor type is Localhost") }
      if file.first?.isWhitespace == true || file.last?.isWhitespace == true {
        invalid(place, .string(file), "must not be padded with whitespace")
      }
      if file.utf8.count > 4_095 { add(place, .tooLong(maximum: 4_095)) }
    case "RuntimeDefault", "Unconfined":
      if let file { invalid(place, .string(file), "can only be set when AppArmor type is Localhost") }
    case "": required(path.child("type"), "type is required when appArmorProfile is set")
    default: oneOf(["Localhost", "RuntimeDefault", "Unconfined"], profile["type"], path.child("type"))
    }
  }

  private mutating func sysctls(_ settings: [Fields], _ spec: Fields, _ path: FieldPath) {
    var names: Set<String> = []
    for (index, setting) in settings.enumerated() {
      let name = setting.text("name")
      let place = path[index].child("name")
      if name.isEmpty {
        required(place)
      } else if !NameSyntax.isSysctlName(name) {
        invalid(
          place,
          .string(name),
          #"must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$"#
        )
      } else if !names.insert(name).inserted {
        duplicate(place, .string(name))
      }
      let dotted = name.replacing("/", with: ".")
      if spec["hostNetwork"] == true, dotted.hasPrefix("net.") {
        invalid(place, .string(name), "may not be specified when 'hostNetwork' is true")
      }
      let sharesIPC = ["kernel.shm", "kernel.msg", "kernel.sem", "fs.mqueue."].contains { dotted.hasPrefix($0) }
      if spec["hostIPC"] == true, sharesIPC {
        invalid(place, .string(name), "may not be specified when 'hostIPC' is true")
      }
    }
  }
}
