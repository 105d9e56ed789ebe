/// ConfigMaps and Secrets.
///
/// Mirrors `ValidateConfigMap`, `ValidateSecret` and their updates in `pkg/apis/core/validation`.
extension Validator {
  /// Bytes.
  private static let mostData = 1_048_576

  mutating func data(_ object: Fields, kind: Kind) {
    let members = kind == .configMap ? ["data", "binaryData"] : ["data"]
    var size = 0
    for (index, member) in members.enumerated() {
      let other = members[members.count - 1 - index]
      for entry in object.structure(member) {
        let place = FieldPath(member)[key: entry.name]
        invalid(place, .string(entry.name), NameSyntax.configMapKey(entry.name))
        if other != member, object.structure(other)[entry.name] != nil {
          invalid(place, .string(entry.name), "duplicate of key present in \(other)")
        }
        size += length(of: entry.value, isEncoded: kind == .secret || member == "binaryData")
      }
    }
    if size > Validator.mostData {
      // The ConfigMap as a whole has an empty name in errors.
      let place = kind == .configMap ? FieldPath.root[key: ""] : FieldPath("data")
      add(place, .tooLong(maximum: Validator.mostData))
    }
    if kind == .secret { typedSecret(object) }
  }

  /// Bytes of the value; of one in Base64 those that it stands for.
  private func length(of value: Value, isEncoded: Bool) -> Int {
    let text = value.string?.utf8 ?? "".utf8
    guard isEncoded else { return text.count }
    return text.count / 4 * 3 - text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
  }

  /// What the built-in types of Secrets must hold.
  private mutating func typedSecret(_ secret: Fields) {
    let data = secret.structure("data")
    let place = FieldPath("data")
    func missing(_ names: String...) -> [String] { names.filter { data[$0] == nil } }
    switch secret.text("type") {
    case "kubernetes.io/service-account-token":
      let annotation = "kubernetes.io/service-account.name"
      if secret.structure("metadata").structure("annotations").text(annotation).isEmpty {
        required(FieldPath("metadata", "annotations")[key: annotation])
      }
    case "kubernetes.io/dockercfg": for name in missing(".dockercfg") { required(place[key: name]) }
    case "kubernetes.io/dockerconfigjson": for name in missing(".dockerconfigjson") { required(place[key: name]) }
    case "kubernetes.io/basic-auth":
      let absent = missing("username", "password")
      if absent.count == 2 { for name in absent { required(place[key: name]) } }
    case "kubernetes.io/ssh-auth":
      if data.text("ssh-privatekey").isEmpty { required(place[key: "ssh-privatekey"]) }
    case "kubernetes.io/tls": for name in missing("tls.crt", "tls.key") { required(place[key: name]) }
    default: break
    }
  }

  mutating func dataUpdate(old: Fields, new: Fields, kind: Kind) {
    if kind == .secret { immutable(old["type"], new["type"], FieldPath("type")) }
    if old["immutable"] == true {
      let detail = "field is immutable when `immutable` is set"
      if new["immutable"] != true { forbidden(FieldPath("immutable"), detail) }
      for member in ["data", "binaryData"] where old[member] != new[member] { forbidden(FieldPath(member), detail) }
    }
    data(new, kind: kind)
  }
}
