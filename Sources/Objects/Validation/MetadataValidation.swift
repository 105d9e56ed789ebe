import Basics

/// `metadata`, and the maps of labels and annotations wherever they stand.
///
/// Mirrors `ValidateObjectMeta` of `k8s.io/apimachinery/pkg/api/validation`.
extension Validator {
  mutating func metadata(_ metadata: Fields, of kind: Kind) {
    let path = FieldPath("metadata")
    let check = Validator.nameRule(kind)
    let generateName = metadata.text("generateName")
    if !generateName.isEmpty {
      // The suffix that follows makes a trailing hyphen harmless.
      let masked = generateName.hasSuffix("-") ? String(generateName.dropLast()) + "a" : generateName
      invalid(path.child("generateName"), .string(generateName), check(masked))
    }
    let name = metadata.text("name")
    if name.isEmpty, generateName.isEmpty {
      required(path.child("name"), "name or generateName is required")
    } else if !name.isEmpty {
      invalid(path.child("name"), .string(name), check(name))
    }
    let namespace = metadata.text("namespace")
    if kind.isNamespaced {
      if namespace.isEmpty {
        required(path.child("namespace"))
      } else {
        invalid(path.child("namespace"), .string(namespace), NameSyntax.dns1123Label(namespace))
      }
    } else if !namespace.isEmpty {
      forbidden(path.child("namespace"), "not allowed on this type")
    }
    accessories(metadata, path)
  }

  mutating func metadataUpdate(old: Fields, new: Fields, of kind: Kind) {
    let path = FieldPath("metadata")
    if old["deletionTimestamp"] != nil { noNewFinalizers(old: old, new: new, path.child("finalizers")) }
    for name in ["name", "namespace"] { immutable(old[name], new[name], path.child(name)) }
    // Left out of an update, these are filled in from the stored object.
    for name in ["uid", "creationTimestamp"] where new[name] != nil {
      immutable(old[name], new[name], path.child(name))
    }
    accessories(new, path)
  }

  private mutating func noNewFinalizers(old: Fields, new: Fields, _ path: FieldPath) {
    let before = old["finalizers"]?.array ?? []
    let added = (new["finalizers"]?.array ?? []).filter { !before.contains($0) }.compactMap(\.string)
    guard !added.isEmpty else { return }
    let names = added.sorted { $0.precedesByBytes($1) }.map(\.goQuoted).joined(separator: ", ")
    forbidden(
      path,
      "no new finalizers can be added if the object is being deleted, found new finalizers []string{\(names)}"
    )
  }

  private mutating func accessories(_ metadata: Fields, _ path: FieldPath) {
    labels(metadata.structure("labels"), path.child("labels"))
    annotations(metadata.structure("annotations"), path.child("annotations"))
    owners(metadata.items("ownerReferences"), path.child("ownerReferences"))
    let finalizers = metadata["finalizers"]?.array ?? []
    for finalizer in finalizers {
      invalid(path.child("finalizers"), finalizer, NameSyntax.labelKey(finalizer.string ?? ""))
    }
    for (index, finalizer) in finalizers.enumerated() {
      guard let text = finalizer.string, !text.contains("/") else { continue }
      if !["kubernetes", "orphan", "foregroundDeletion"].contains(text) {
        invalid(
          path.child("finalizers")[index],
          finalizer,
          "name is neither a standard finalizer name nor is it fully qualified"
        )
      }
    }
  }

  private mutating func owners(_ owners: [Fields], _ path: FieldPath) {
    var controller: String?
    for owner in owners {
      for name in ["apiVersion", "kind", "name", "uid"] where owner.text(name).isEmpty {
        let detail = name == "apiVersion" ? "version must not be empty" : "must not be empty"
        invalid(path.child(name), "", detail)
      }
      guard owner["controller"] == true else { continue }
      let name = "\(owner.text("kind"))/\(owner.text("name"))"
      guard let first = controller else {
        controller = name
        continue
      }
      add(
        path,
        .invalidJSON(Validator.ownersJSON(owners)),
        "Only one reference can have Controller set to true. Found \"true\" in references for \(first) and \(name)"
      )
    }
  }

  /// Owner references as Go prints them.
  private static func ownersJSON(_ owners: [Fields]) -> String {
    let names = ["apiVersion", "kind", "name", "uid", "controller", "blockOwnerDeletion"]
    return OrderedJSON.list(
      owners.map { owner in
        .object(names.compactMap { name in owner[name].map { (name, .value($0)) } })
      }
    ).json
  }

  mutating func labels(_ labels: Fields, _ path: FieldPath) {
    for label in labels {
      invalid(path, .string(label.name), NameSyntax.labelKey(label.name))
      invalid(path, label.value, NameSyntax.labelValue(label.value.string ?? ""))
    }
  }

  mutating func annotations(_ annotations: Fields, _ path: FieldPath) {
    var size = 0
    for annotation in annotations {
      invalid(path, .string(annotation.name), NameSyntax.labelKey(annotation.name.lowercased()))
      size += annotation.name.utf8.count + (annotation.value.string ?? "").utf8.count
    }
    if size > 262_144 { add(path, .tooLong(maximum: 262_144)) }
  }

  /// The form that names of `kind` have.
  private static func nameRule(_ kind: Kind) -> (String) -> [String] {
    switch kind {
    case .namespace: NameSyntax.dns1123Label
    case .service: NameSyntax.dns1035Label
    default: NameSyntax.dns1123Subdomain
    }
  }
}
