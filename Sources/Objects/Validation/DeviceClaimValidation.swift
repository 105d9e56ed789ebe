import Basics

/// Claims of devices: those that a Pod names, and those of them that a container uses.
///
/// Mirrors `validatePodResourceClaims` and `validateResourceClaimNames` of `pkg/apis/core/validation`.
extension Validator {
  mutating func deviceClaims(_ claims: [Fields], _ path: FieldPath) {
    var names: Set<String> = []
    for (index, claim) in claims.enumerated() {
      let name = claim.text("name")
      if name.isEmpty {
        required(path[index].child("name"))
      } else if !names.insert(name).inserted {
        duplicate(path[index].child("name"), .string(name))
      } else {
        invalid(path[index].child("name"), .string(name), NameSyntax.dns1123Label(name))
      }
      source(of: claim, path[index])
    }
  }

  /// A claim that is there, or a template to make one of.
  private mutating func source(of claim: Fields, _ path: FieldPath) {
    let sources = ["resourceClaimName", "resourceClaimTemplateName"]
    let given = sources.filter { claim[$0] != nil }
    if given.count != 1 {
      let detail =
        given.isEmpty
        ? "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`"
        : "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified"
      let members = [("Name", "name"), ("ResourceClaimName", sources[0]), ("ResourceClaimTemplateName", sources[1])]
      let json = OrderedJSON.object(members.map { ($0.0, .value(claim[$0.1] ?? .null)) }).json
      add(path, .invalidJSON(json), detail)
    }
    for name in given {
      let text = claim.text(name)
      invalid(path.child(name), .string(text), NameSyntax.dns1123Subdomain(text))
    }
  }

  /// The claims that a container uses, by the names that the Pod gives them.
  mutating func usedClaims(_ claims: [Fields], _ path: FieldPath, _ pod: PodContext) {
    let known = pod.spec.items("resourceClaims").map { $0.text("name") }.filter { !$0.isEmpty }
    var used: Set<Fields> = []
    for (index, claim) in claims.enumerated() {
      let name = claim.text("name")
      if name.isEmpty {
        required(path[index])
        continue
      }
      if !used.insert(claim).inserted { duplicate(path[index], .string(name)) }
      guard !known.contains(name) else { continue }
      let list = Set(known).sorted { $0.precedesByBytes($1) }.joined(separator: ", ")
      add(
        path[index],
        .notFound(.string(name)),
        "must be one of the names in pod.spec.resourceClaims" + (list.isEmpty ? " which is empty" : ": \(list)")
      )
    }
  }
}
