import Basics
import Manifest
import Objects

/// One object of a manifest, on its way to the API server.
struct ManifestItem: Sendable {
  var kind: Kind
  var fields: Fields
  var name: String
  /// Empty for kinds without namespaces.
  var namespace: String
  /// The file as errors name it.
  var source: String

  var id: ObjectID { ObjectID(kind, namespace: namespace, name: name) }
  var value: Value { .object(fields) }
  var generateName: String { fields["metadata"]?["generateName"]?.string ?? "" }

  /// The object as errors of apply describe it.
  ///
  /// Mirrors `resource.Info.String`.
  var description: String {
    "Resource: \"\(kind.groupVersionResource)\", GroupVersionKind: \"\(kind.groupVersionKind)\"\n"
      + "Name: \(name.goQuoted), Namespace: \(namespace.goQuoted)"
  }
}

extension Kind {
  /// The kind that kubectl takes a manifest's word for: in lower case it will do, until the server reads it.
  ///
  /// Mirrors client-go's `restmapper.NewDiscoveryRESTMapper`.
  fileprivate init?(apiVersion: String, mapped word: String) {
    if let kind = Kind(apiVersion: apiVersion, kind: word) {
      self = kind
    } else {
      guard let kind = Kind.allCases.first(where: { $0.name.lowercased() == word && $0.apiVersion == apiVersion })
      else { return nil }
      self = kind
    }
  }

  /// `apps/v1, Resource=replicasets`, and `/v1, Resource=pods` for the core group.
  var groupVersionResource: String { "\(group)/\(version), Resource=\(plural)" }
  /// `apps/v1, Kind=ReplicaSet`.
  var groupVersionKind: String { "\(group)/\(version), Kind=\(name)" }
}

/// Reads the objects of manifests as kubectl does before it asks the server.
///
/// Mirrors cli-runtime's `resource.mapper.infoForData` and `StreamVisitor`.
struct ManifestItems {
  private(set) var items: [ManifestItem] = []
  private(set) var errors: [KubectlError] = []
  /// The namespace of objects that name none.
  let namespace: String
  /// Whether `-n` was given, with which no object may disagree.
  let enforcesNamespace: Bool
  /// Whether objects are looked at before they are decoded: `--validate` is not off.
  let validates: Bool

  /// Whether errors also tell line and column, which kubectl does not.
  let showsPlaces: Bool
  /// Whether objects that name no namespace get one.
  let fillsInNamespace: Bool

  init(namespace: String, enforcesNamespace: Bool, validates: Bool, showsPlaces: Bool, fillsInNamespace: Bool) {
    self.showsPlaces = showsPlaces
    self.fillsInNamespace = fillsInNamespace
    self.namespace = namespace
    self.enforcesNamespace = enforcesNamespace
    self.validates = validates
  }

  /// Takes up what is in one file; a document that cannot be read ends the file, one that makes no sense does not.
  mutating func read(_ bytes: [UInt8], source: String) {
    for result in ManifestReader.documents(bytes: bytes) {
      switch result {
      case .success(let document): add(document.value, source: source)
      case .failure(let error):
        let place = showsPlaces ? "\n\(source):\(error.position.line):\(error.position.column): here" : ""
        errors.append(.plain("error parsing \(source): \(error.text)\(place)"))
      }
    }
  }

  /// Lets go of the objects whose labels the selector does not match.
  ///
  /// Mirrors `resource.FilterByLabelSelector`.
  mutating func keep(matching selector: String) throws(KubectlError) {
    guard !selector.isEmpty else { return }
    do throws(LabelQueryError) {
      let query = try LabelQuery.parse(selector)
      items.removeAll { !query.matches(ObjectMeta(fields: $0.fields["metadata"]?.object ?? [:]).labels) }
    } catch {
      throw .plain("the provided selector \(selector.goQuoted) is not valid: \(error.text)")
    }
  }

  private mutating func add(_ value: Value, source: String) {
    do throws(KubectlError) {
      try check(value, source: source)
      guard let fields = value.object, let apiVersion = fields["apiVersion"]?.string,
        let kind = fields["kind"]?.string, !apiVersion.isEmpty, !kind.isEmpty
      else {
        let missing = value["kind"]?.string?.isEmpty ?? true ? "Kind" : "apiVersion"
        throw .plain("unable to decode \(source.goQuoted): Object '\(missing)' is missing in '\(value.json)'")
      }
      if let list = ManifestItems.items(of: fields, apiVersion: apiVersion, kind: kind) {
        for item in list { add(item, source: source) }
        return
      }
      items.append(try item(fields, apiVersion: apiVersion, kind: kind, source: source))
    } catch {
      errors.append(error)
    }
  }

  /// The items of a list of one kind or of any; nil for what is no list. Items of one kind need not say theirs.
  ///
  /// Mirrors `unstructuredJSONScheme.decodeToList`.
  private static func items(of fields: Fields, apiVersion: String, kind: String) -> [Value]? {
    let kinds = Kind.allCases.filter { $0.apiVersion == apiVersion }
    guard let list = fields["items"]?.array, kind == "List" || kinds.contains(where: { $0.name + "List" == kind })
    else { return nil }
    let own = String(kind.dropLast("List".count))
    guard !own.isEmpty else { return list }
    return list.map { item in
      guard item["kind"] == nil, item["apiVersion"] == nil else { return item }
      var named = item
      named["apiVersion"] = .string(apiVersion)
      named["kind"] = .string(own)
      return named
    }
  }

  /// Mirrors `paramVerifyingSchema.ValidateBytes`.
  private func check(_ value: Value, source: String) throws(KubectlError) {
    guard validates else { return }
    let problems =
      value.object.map { object in ["apiVersion", "kind"].compactMap { problem(object[$0], named: $0) } }
      ?? ["invalid object to validate"]
    guard let first = problems.first else { return }
    let text = problems.count == 1 ? first : "[\(problems.joined(separator: ", "))]"
    throw .plain(
      "error validating \(source.goQuoted): error validating data: \(text); if you choose to ignore these errors, "
        + "turn validation off with --validate=false"
    )
  }

  /// Mirrors `getObjectKind` of kubectl's `pkg/validation`.
  private func problem(_ value: Value?, named name: String) -> String? {
    guard let value, !value.isNull else { return "\(name) not set" }
    guard let text = value.string else { return "\(name) isn't string type" }
    let isTooLong = name == "apiVersion" && text.count(where: { $0 == "/" }) > 1
    return isTooLong ? "unexpected GroupVersion string: \(text)" : nil
  }

  private func item(
    _ fields: Fields,
    apiVersion: String,
    kind word: String,
    source: String
  ) throws(KubectlError) -> ManifestItem {
    let metadata = fields["metadata"]
    let name = metadata?["name"]?.string ?? ""
    let own = metadata?["namespace"]?.string ?? ""
    guard let kind = Kind(apiVersion: apiVersion, mapped: word) else {
      if OtherResource.all.contains(where: { $0.kind == word && $0.apiVersion == apiVersion }) {
        throw .notSimulated("kind \(word) of \(apiVersion)")
      }
      throw .plain(
        "resource mapping not found for name: \(name.goQuoted) namespace: \(own.goQuoted) from \(source.goQuoted): "
          + "no matches for kind \(word.goQuoted) in version \(apiVersion.goQuoted)\nensure CRDs are installed first"
      )
    }
    do throws(DecodingError) {
      try Schema.checkMetadata(fields)
    } catch {
      throw .plain("unable to decode \(source.goQuoted): \(error.text)")
    }
    guard kind.isNamespaced else {
      return ManifestItem(kind: kind, fields: fields, name: name, namespace: "", source: source)
    }
    if enforcesNamespace, !own.isEmpty, own != namespace {
      throw .plain(
        "the namespace from the provided object \(own.goQuoted) does not match the namespace \(namespace.goQuoted). "
          + "You must pass '--namespace=\(own)' to perform this operation."
      )
    }
    var complete = fields
    let target = own.isEmpty ? namespace : own
    if fillsInNamespace {
      var object = metadata?.object ?? [:]
      object["namespace"] = .string(target)
      complete["metadata"] = .object(object)
    }
    return ManifestItem(kind: kind, fields: complete, name: name, namespace: target, source: source)
  }
}
