import Basics

/// What a volume is made of.
///
/// Mirrors `validateVolumeSource` of `pkg/apis/core/validation` and the rules of the sources.
extension Validator {
  /// A kind of source, in the order in which the server looks at them.
  private struct SourceRule {
    let name: String
    /// Members that may not be empty.
    let required: [String]
    /// The name in errors about what is in it.
    let shown: String
    /// The name in the error where it is one too many.
    let shownAsSecond: String

    init(_ name: String, _ required: [String] = [], shown: String? = nil, asSecond: String? = nil) {
      self.name = name
      self.required = required
      self.shown = shown ?? name
      shownAsSecond = asSecond ?? name
    }
  }

  /// The spellings that differ from the field's are the server's.
  private static let sources = [
    SourceRule("emptyDir"), SourceRule("hostPath"), SourceRule("gitRepo", ["repository"]),
    SourceRule("gcePersistentDisk", ["pdName"], shown: "persistentDisk"),
    SourceRule("awsElasticBlockStore", ["volumeID"]), SourceRule("secret", ["secretName"]),
    SourceRule("nfs", ["server", "path"]), SourceRule("iscsi", ["targetPortal", "iqn"]),
    SourceRule("glusterfs", ["endpoints", "path"]), SourceRule("flocker"),
    SourceRule("persistentVolumeClaim", ["claimName"]), SourceRule("rbd", ["monitors", "image"]),
    SourceRule("cinder", ["volumeID"]), SourceRule("cephfs", ["monitors"], asSecond: "cephFS"),
    SourceRule("quobyte"), SourceRule("downwardAPI", asSecond: "downwarAPI"), SourceRule("fc"),
    SourceRule("flexVolume", ["driver"]), SourceRule("configMap", ["name"]),
    SourceRule("azureFile", ["secretName", "shareName"]), SourceRule("vsphereVolume", ["volumePath"]),
    SourceRule("photonPersistentDisk", ["pdID"]), SourceRule("portworxVolume", ["volumeID"]),
    SourceRule("azureDisk", ["diskName", "diskURI"]), SourceRule("storageos", ["volumeName"]), SourceRule("projected"),
    SourceRule("scaleIO", ["gateway", "system", "volumeName"]), SourceRule("csi"), SourceRule("ephemeral"),
    SourceRule("image"),
  ]

  mutating func volumeSource(_ volume: Fields, _ path: FieldPath, isTemplate: Bool) {
    let present = Validator.sources.filter { volume[$0.name] != nil }
    guard let first = present.first else { return required(path, "must specify a volume type") }
    let source = volume.structure(first.name)
    let place = path.child(first.shown)
    for name in first.required where Validator.isEmpty(source[name]) { required(place.child(name)) }
    details(source, first.name, place, isTemplate: isTemplate)
    for rule in present.dropFirst() {
      forbidden(path.child(rule.shownAsSecond), "may not specify more than 1 volume type")
    }
  }

  private static func isEmpty(_ value: Value?) -> Bool {
    switch value {
    case .string(let text)?: text.isEmpty
    case .array(let items)?: items.isEmpty
    case let value: value == nil
    }
  }

  private mutating func details(_ source: Fields, _ name: String, _ path: FieldPath, isTemplate: Bool) {
    switch name {
    case "emptyDir":
      let limit = source.text("sizeLimit")
      if !limit.isEmpty, (try? Quantity(parsing: limit))?.isNegative ?? true {
        forbidden(path.child("sizeLimit"), "SizeLimit field must be a valid resource quantity")
      }
    case "hostPath": hostPath(source, path)
    case "secret", "configMap": files(source, path)
    case "downwardAPI":
      fileMode(source["defaultMode"], path.child("defaultMode"))
      // Without the index, as the server has it.
      for file in source.items("items") { downwardFile(file, path) }
    case "projected": projected(source, path)
    case "csi": csi(source, path)
    case "ephemeral": ephemeral(source, path)
    case "image":
      if !isTemplate, source.text("reference").isEmpty { required(path.child("reference")) }
      supported(source["pullPolicy"], ["Always", "IfNotPresent", "Never"], path.child("pullPolicy"))
    default: networkStorage(source, name, path)
    }
  }

  // MARK: Files

  /// The entries of a Secret or a ConfigMap as files.
  private mutating func files(_ source: Fields, _ path: FieldPath) {
    fileMode(source["defaultMode"], path.child("defaultMode"))
    for (index, item) in source.items("items").enumerated() { keyToPath(item, path.child("items")[index]) }
  }

  private mutating func keyToPath(_ item: Fields, _ path: FieldPath) {
    for name in ["key", "path"] where item.text(name).isEmpty { required(path.child(name)) }
    nonReserved(item.text("path"), path.child("path"))
    fileMode(item["mode"], path.child("mode"))
  }

  private mutating func fileMode(_ mode: Value?, _ path: FieldPath) {
    guard let mode, let number = mode.int, !(0...0o777).contains(number) else { return }
    invalid(path, mode, "must be a number between 0 and 0777 (octal), both inclusive")
  }

  private mutating func downwardFile(_ file: Fields, _ path: FieldPath) {
    if file.text("path").isEmpty { required(path.child("path")) }
    nonReserved(file.text("path"), path.child("path"))
    if let field = file["fieldRef"]?.object {
      fieldReference(field, path.child("fieldRef"), of: .volume)
      if file["resourceFieldRef"] != nil {
        invalid(path, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously")
      }
    } else if let resource = file["resourceFieldRef"]?.object {
      resourceReference(resource, path.child("resourceFieldRef"), of: .volume)
    } else {
      required(path, "one of fieldRef and resourceFieldRef is required")
    }
    fileMode(file["mode"], path.child("mode"))
  }

  /// Mirrors `validateProjectionSources`.
  private mutating func projected(_ volume: Fields, _ path: FieldPath) {
    fileMode(volume["defaultMode"], path.child("defaultMode"))
    var paths: Set<String> = []
    for (index, source) in volume.items("sources").enumerated() {
      let place = path.child("sources")[index]
      for kind in ["secret", "configMap"] {
        guard let files = source[kind]?.object else { continue }
        let name = files.text("name")
        if name.isEmpty { required(place.child(kind).child("name")) }
        for (position, item) in files.items("items").enumerated() {
          keyToPath(item, place.child(kind).child("items")[position])
          let file = item.text("path")
          if !file.isEmpty, !paths.insert(file).inserted {
            invalid(path, .string(name), "conflicting duplicate paths")
          }
        }
      }
      for file in source.structure("downwardAPI").items("items") {
        downwardFile(file, place.child("downwardAPI"))
        let text = file.text("path")
        if !text.isEmpty, !paths.insert(text).inserted {
          invalid(path, .string(text), "conflicting duplicate paths")
        }
      }
      if let token = source["serviceAccountToken"]?.object { serviceAccountToken(token, place, volume: path) }
      if source.count > 1 { forbidden(place, "may not specify more than 1 volume type per source") }
    }
  }

  private mutating func serviceAccountToken(_ token: Fields, _ path: FieldPath, volume: FieldPath) {
    let seconds = token["expirationSeconds"]?.int ?? 0
    let place = path.child("serviceAccountToken").child("expirationSeconds")
    if seconds < 600 { invalid(place, .int(seconds), "may not specify a duration less than 10 minutes") }
    if seconds > 1 << 32 { invalid(place, .int(seconds), "may not specify a duration larger than 2^32 seconds") }
    if token.text("path").isEmpty {
      required(volume.child("path"))
    } else {
      nonReserved(token.text("path"), volume.child("path"))
    }
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

  // MARK: Storage

  private mutating func networkStorage(_ source: Fields, _ name: String, _ path: FieldPath) {
    switch name {
    case "gitRepo": relative(source.text("directory"), path.child("directory"))
    case "gcePersistentDisk", "awsElasticBlockStore":
      let partition = source["partition"]?.int ?? 0
      if !(0...255).contains(partition) {
        invalid(path.child("partition"), .int(partition), "must be between 1 and 255, inclusive")
      }
    case "nfs":
      let text = source.text("path")
      if !text.hasPrefix("/") { invalid(path.child("path"), .string(text), "must be an absolute path") }
    case "iscsi": iscsi(source, path)
    case "flocker":
      let (dataset, uuid) = (source.text("datasetName"), source.text("datasetUUID"))
      if dataset.isEmpty, uuid.isEmpty { required(path, "one of datasetName and datasetUUID is required") }
      if !dataset.isEmpty, !uuid.isEmpty {
        invalid(path, "resource", "datasetName and datasetUUID can not be specified simultaneously")
      }
      if dataset.contains("/") { invalid(path.child("datasetName"), .string(dataset), "must not contain '/'") }
    case "fc": fibreChannel(source, path)
    case "storageos":
      for member in ["volumeName", "volumeNamespace"] where !source.text(member).isEmpty {
        let text = source.text(member)
        invalid(path.child(member), .string(text), NameSyntax.dns1123Label(text))
      }
    default: break
    }
    if ["cinder", "storageos"].contains(name), let secret = source["secretRef"]?.object, secret.text("name").isEmpty {
      required(path.child("secretRef").child("name"))
    }
  }

  private mutating func iscsi(_ source: Fields, _ path: FieldPath) {
    let name = source.text("iqn")
    if !name.isEmpty, !["iqn", "eui", "naa"].contains(where: { name.hasPrefix($0) }) {
      invalid(path.child("iqn"), .string(name), "must be valid format starting with iqn, eui, or naa")
    }
    inRange(source["lun"] ?? 0, 0...255, path.child("lun"))
    let asks = source["chapAuthDiscovery"] == true || source["chapAuthSession"] == true
    if asks, source["secretRef"] == nil { required(path.child("secretRef")) }
  }

  private mutating func fibreChannel(_ source: Fields, _ path: FieldPath) {
    let names = source["targetWWNs"]?.array ?? []
    let ids = source["wwids"]?.array ?? []
    if names.isEmpty, ids.isEmpty {
      required(path.child("targetWWNs"), "must specify either targetWWNs or wwids, but not both")
    }
    if !names.isEmpty, !ids.isEmpty {
      let detail = "targetWWNs and wwids can not be specified simultaneously"
      invalid(path.child("targetWWNs"), .array(names), detail)
    }
    guard !names.isEmpty else { return }
    guard let lun = source["lun"] else {
      return required(path.child("lun"), "lun is required if targetWWNs is specified")
    }
    inRange(lun, 0...255, path.child("lun"))
  }

  /// Mirrors `ValidateCSIDriverName`.
  private mutating func csi(_ source: Fields, _ path: FieldPath) {
    let driver = source.text("driver")
    if driver.isEmpty { required(path.child("driver")) }
    if driver.utf8.count > 63 { add(path.child("driver"), .tooLong(maximum: 63)) }
    invalid(path.child("driver"), .string(driver), NameSyntax.dns1123Subdomain(driver.lowercased()))
    guard let secret = source["nodePublishSecretRef"]?.object else { return }
    let name = secret.text("name")
    let place = path.child("nodePublishSecretRef").child("name")
    if name.isEmpty {
      required(place)
    } else {
      invalid(place, .string(name), NameSyntax.dns1123Subdomain(name))
    }
  }

  /// The claim that a generic ephemeral volume makes.
  private mutating func ephemeral(_ source: Fields, _ path: FieldPath) {
    let place = path.child("volumeClaimTemplate")
    guard let template = source["volumeClaimTemplate"]?.object else { return required(place) }
    let spec = template.structure("spec")
    let modes = spec["accessModes"]?.array ?? []
    if modes.isEmpty { required(place.child("spec").child("accessModes"), "at least 1 access mode is required") }
    let known = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]
    for mode in modes where !known.contains(mode.string ?? "") {
      add(place.child("spec").child("accessModes"), .unsupported(mode, supported: known))
    }
    if spec.structure("resources").structure("requests")["storage"] == nil {
      required(place.child("spec").child("resources")[key: "storage"])
    }
  }
}
