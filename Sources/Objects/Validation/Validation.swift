/// The rules by which the API server accepts or refuses objects that were decoded and defaulted.
///
/// Errors come in the order in which the server finds them.
package enum Validation {
  /// What is wrong with a new object of `kind`.
  package static func onCreate(kind: Kind, fields: Fields) -> [FieldError] {
    var validator = Validator()
    validator.metadata(fields.structure("metadata"), of: kind)
    validator.body(fields, kind: kind, isCreation: true)
    return validator.errors
  }

  /// What is wrong with changing an object of `kind` from `old` to `new`.
  package static func onUpdate(kind: Kind, old: Fields, new: Fields) -> [FieldError] {
    var validator = Validator()
    validator.metadataUpdate(old: old.structure("metadata"), new: new.structure("metadata"), of: kind)
    switch kind {
    case .pod: validator.podUpdate(old: old, new: new)
    case .job: validator.jobUpdate(old: old, new: new)
    case .configMap, .secret: validator.dataUpdate(old: old, new: new, kind: kind)
    case .priorityClass: validator.priorityClassUpdate(old: old, new: new)
    default: validator.body(new, kind: kind, isCreation: false)
    }
    if kind == .service { validator.serviceUpdate(old: old.structure("spec"), new: new.structure("spec")) }
    if [.replicaSet, .deployment, .daemonSet].contains(kind) {
      validator.immutableSelector(old: old.structure("spec"), new: new.structure("spec"))
    }
    return validator.errors
  }

  /// What kubectl prints for a refused object, without a line end: on one line for one error, a line each for more.
  ///
  /// Mirrors `cmdutil.StandardErrorMessage`, which leaves out what it has printed before.
  package static func message(kind: Kind, name: String, errors: [FieldError]) -> String {
    let texts = distinct(errors)
    let start = "The \(kind.name) \(name.goQuoted) is invalid: "
    return texts.count == 1 ? start + texts[0] : start + texts.map { "\n* \($0)" }.joined()
  }

  /// The message of the `Status` for a refused object, as controllers put it into events.
  ///
  /// Mirrors `apierrors.NewInvalid`.
  package static func statusMessage(kind: Kind, name: String, errors: [FieldError]) -> String {
    let texts = distinct(errors)
    let group = kind.group.isEmpty ? "" : ".\(kind.group)"
    let start = "\(kind.name)\(group) \(name.goQuoted) is invalid: "
    return start + (texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]")
  }

  private static func distinct(_ errors: [FieldError]) -> [String] {
    var seen: Set<String> = []
    return errors.map(\.text).filter { seen.insert($0).inserted }
  }
}

/// Collects the errors of one object; the rules are in extensions, a file a subject.
struct Validator {
  private(set) var errors: [FieldError] = []

  mutating func required(_ path: FieldPath, _ detail: String = "") {
    errors.append(FieldError(path, .required, detail))
  }
  mutating func invalid(_ path: FieldPath, _ value: Value, _ detail: String) {
    errors.append(FieldError(path, .invalid(value), detail))
  }
  /// One error for each of `details`.
  mutating func invalid(_ path: FieldPath, _ value: Value, _ details: [String]) {
    for detail in details { invalid(path, value, detail) }
  }
  mutating func forbidden(_ path: FieldPath, _ detail: String) { errors.append(FieldError(path, .forbidden, detail)) }
  mutating func duplicate(_ path: FieldPath, _ value: Value) { errors.append(FieldError(path, .duplicate(value))) }
  mutating func add(_ path: FieldPath, _ problem: FieldError.Problem, _ detail: String = "") {
    errors.append(FieldError(path, problem, detail))
  }

  mutating func nonNegative(_ value: Value?, _ path: FieldPath) {
    if let value, let number = value.int, number < 0 {
      invalid(path, value, "must be greater than or equal to 0")
    }
  }

  mutating func inRange(_ value: Value, _ range: ClosedRange<Int64>, _ path: FieldPath) {
    guard let number = value.int, !range.contains(number) else { return }
    invalid(path, value, "must be between \(range.lowerBound) and \(range.upperBound), inclusive")
  }

  /// Refuses a text that is none of `supported`; an empty one is called missing.
  mutating func supported(_ value: Value?, _ supported: [String], _ path: FieldPath) {
    let text = value?.string ?? ""
    if text.isEmpty {
      required(path)
    } else if !supported.contains(text) {
      add(path, .unsupported(.string(text), supported: supported))
    }
  }

  mutating func immutable(_ old: Value?, _ new: Value?, _ path: FieldPath) {
    if old != new { invalid(path, new ?? .null, "field is immutable") }
  }

  /// The rules for everything but the metadata.
  mutating func body(_ object: Fields, kind: Kind, isCreation: Bool) {
    let spec = object.structure("spec")
    switch kind {
    case .pod:
      deletionCost(object.structure("metadata").structure("annotations"), FieldPath("metadata", "annotations"))
      podSpec(spec, FieldPath("spec"), isTemplate: false)
      if isCreation, !spec.items("ephemeralContainers").isEmpty {
        forbidden(FieldPath("spec", "ephemeralContainers"), "cannot be set on create")
      }
      if isCreation, !spec.text("nodeName").isEmpty, !spec.items("schedulingGates").isEmpty {
        forbidden(FieldPath("spec", "nodeName"), "cannot be set until all schedulingGates have been cleared")
      }
    case .replicationController: replicationControllerSpec(spec)
    case .replicaSet: replicaSetSpec(spec)
    case .deployment: deploymentSpec(spec)
    case .daemonSet: daemonSetSpec(spec)
    case .statefulSet: statefulSetSpec(spec)
    case .job: job(object)
    case .cronJob: cronJob(object, isCreation: isCreation)
    case .service: serviceSpec(spec)
    case .node: nodeSpec(spec)
    case .configMap, .secret: data(object, kind: kind)
    case .resourceQuota: resourceQuotaSpec(spec)
    case .priorityClass: priorityClass(object)
    case .podDisruptionBudget: podDisruptionBudgetSpec(spec)
    case .componentStatus, .controllerRevision, .endpoints, .endpointSlice, .event, .lease, .namespace, .newEvent,
      .serviceAccount:
      break
    }
  }
}

extension Fields {
  /// The object `name`; empty where there is none.
  func structure(_ name: String) -> Fields { self[name]?.object ?? [:] }
  func text(_ name: String) -> String { self[name]?.string ?? "" }
  func items(_ name: String) -> [Fields] { self[name]?.array?.map { $0.object ?? [:] } ?? [] }
}
