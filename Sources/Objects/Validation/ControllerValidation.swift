/// Controllers that keep Pods running.
///
/// Mirrors `pkg/apis/apps/validation` and, for the ReplicationController, `pkg/apis/core/validation`.
extension Validator {
  mutating func replicationControllerSpec(_ spec: Fields) {
    let path = FieldPath("spec")
    nonNegative(spec["minReadySeconds"], path.child("minReadySeconds"))
    let selector = spec.structure("selector")
    if selector.isEmpty { required(path.child("selector")) }
    nonNegative(spec["replicas"], path.child("replicas"))
    let template = path.child("template")
    guard let fields = spec["template"]?.object else { return required(template) }
    if !selector.isEmpty {
      templateLabels(fields, matchedBy: ["matchLabels": .object(selector)], template)
    }
    podTemplate(fields, template)
    alwaysRestarts(fields, template, kind: "ReplicationController")
  }

  mutating func replicaSetSpec(_ spec: Fields) {
    let path = FieldPath("spec")
    nonNegative(spec["replicas"], path.child("replicas"))
    nonNegative(spec["minReadySeconds"], path.child("minReadySeconds"))
    selectorAndTemplate(spec, path, kind: "ReplicaSet")
  }

  mutating func deploymentSpec(_ spec: Fields) {
    let path = FieldPath("spec")
    nonNegative(spec["replicas"], path.child("replicas"))
    selectorAndTemplate(spec, path, kind: "ReplicaSet")
    deploymentStrategy(spec.structure("strategy"), path.child("strategy"))
    nonNegative(spec["minReadySeconds"], path.child("minReadySeconds"))
    nonNegative(spec["revisionHistoryLimit"], path.child("revisionHistoryLimit"))
    if let deadline = spec["progressDeadlineSeconds"] {
      nonNegative(deadline, path.child("progressDeadlineSeconds"))
      if (deadline.int ?? 0) <= (spec["minReadySeconds"]?.int ?? 0) {
        invalid(path.child("progressDeadlineSeconds"), deadline, "must be greater than minReadySeconds")
      }
    }
  }

  mutating func daemonSetSpec(_ spec: Fields) {
    let path = FieldPath("spec")
    let template = spec.structure("template")
    let selector = spec["selector"]?.object
    if let selector { self.selector(selector, path.child("selector")) }
    if isUsable(selector ?? [:]) {
      templateLabels(template, matchedBy: selector, path.child("template"))
    }
    if let selector, LabelSelector(fields: selector).isEmpty {
      emptySelector(selector, path, "empty selector is invalid for daemonset")
    }
    podTemplate(template, path.child("template"))
    alwaysRestarts(template, path.child("template"), kind: "DaemonSet")
    nonNegative(spec["minReadySeconds"], path.child("minReadySeconds"))
    daemonSetStrategy(spec.structure("updateStrategy"), path.child("updateStrategy"))
    nonNegative(spec["revisionHistoryLimit"], path.child("revisionHistoryLimit"))
  }

  mutating func statefulSetSpec(_ spec: Fields) {
    let path = FieldPath("spec")
    supported(spec["podManagementPolicy"], ["OrderedReady", "Parallel"], path.child("podManagementPolicy"))
    let strategy = path.child("updateStrategy")
    let type = spec.structure("updateStrategy").text("type")
    if !["RollingUpdate", "OnDelete"].contains(type) {
      let json = Validator.internalStrategy(spec.structure("updateStrategy"))
      add(strategy, .invalidJSON(json), "must be 'RollingUpdate' or 'OnDelete'")
    }
    nonNegative(spec["replicas"], path.child("replicas"))
    nonNegative(spec["minReadySeconds"], path.child("minReadySeconds"))
    let selector = spec["selector"]?.object
    if let selector {
      self.selector(selector, path.child("selector"))
      if LabelSelector(fields: selector).isEmpty {
        emptySelector(selector, path, "empty selector is invalid for statefulset")
      }
    } else {
      required(path.child("selector"))
    }
    guard isUsable(selector ?? [:]) else { return }
    let template = spec.structure("template")
    templateLabels(template, matchedBy: selector, path.child("template"))
    podTemplate(template, path.child("template"))
    alwaysRestarts(template, path.child("template"), kind: "StatefulSet")
  }

  /// What ReplicaSets and Deployments share.
  private mutating func selectorAndTemplate(_ spec: Fields, _ path: FieldPath, kind: String) {
    let selector = spec["selector"]?.object
    if let selector {
      self.selector(selector, path.child("selector"))
      if LabelSelector(fields: selector).isEmpty {
        emptySelector(selector, path, "empty selector is invalid for deployment")
      }
    } else {
      required(path.child("selector"))
    }
    guard isUsable(selector ?? [:]) else {
      return add(
        path.child("selector"),
        .invalidJSON(Validator.selectorJSON(selector.map(Value.object))),
        "invalid label selector"
      )
    }
    let template = spec.structure("template")
    if selector.map({ !LabelSelector(fields: $0).isEmpty }) ?? true {
      templateLabels(template, matchedBy: selector, path.child("template"))
    }
    podTemplate(template, path.child("template"))
    alwaysRestarts(template, path.child("template"), kind: kind)
  }

  private mutating func emptySelector(_ selector: Fields, _ path: FieldPath, _ detail: String) {
    add(path.child("selector"), .invalidJSON(Validator.selectorJSON(.object(selector))), detail)
  }

  private mutating func alwaysRestarts(_ template: Fields, _ path: FieldPath, kind: String) {
    let spec = template.structure("spec")
    if spec.text("restartPolicy") != "Always" {
      add(
        path.child("spec").child("restartPolicy"),
        .unsupported(.string(spec.text("restartPolicy")), supported: ["Always"])
      )
    }
    if spec["activeDeadlineSeconds"] != nil {
      forbidden(
        path.child("spec").child("activeDeadlineSeconds"),
        "activeDeadlineSeconds in \(kind) is not Supported"
      )
    }
  }

  private mutating func deploymentStrategy(_ strategy: Fields, _ path: FieldPath) {
    let rolling = path.child("rollingUpdate")
    switch strategy.text("type") {
    case "Recreate":
      if strategy["rollingUpdate"] != nil {
        forbidden(rolling, "may not be specified when strategy `type` is 'Recreate'")
      }
    case "RollingUpdate":
      let update = strategy.structure("rollingUpdate")
      countOrShare(update["maxUnavailable"], rolling.child("maxUnavailable"))
      countOrShare(update["maxSurge"], rolling.child("maxSurge"))
      if Validator.amount(update["maxUnavailable"]) == 0, Validator.amount(update["maxSurge"]) == 0 {
        invalid(
          rolling.child("maxUnavailable"),
          update["maxUnavailable"] ?? 0,
          "may not be 0 when `maxSurge` is 0"
        )
      }
      notMoreThanAll(update["maxUnavailable"], rolling.child("maxUnavailable"))
    default:
      add(path, .unsupportedJSON(Validator.internalStrategy(strategy), supported: ["Recreate", "RollingUpdate"]))
    }
  }

  private mutating func daemonSetStrategy(_ strategy: Fields, _ path: FieldPath) {
    let rolling = path.child("rollingUpdate")
    switch strategy.text("type") {
    case "OnDelete": break
    case "RollingUpdate":
      let update = strategy.structure("rollingUpdate")
      for name in ["maxUnavailable", "maxSurge"] { countOrShare(update[name], rolling.child(name)) }
      for name in ["maxUnavailable", "maxSurge"] { notMoreThanAll(update[name], rolling.child(name)) }
      let hasUnavailable = Validator.amount(update["maxUnavailable"]) != 0
      let hasSurge = Validator.amount(update["maxSurge"]) != 0
      if hasUnavailable, hasSurge {
        invalid(
          rolling.child("maxSurge"),
          update["maxSurge"] ?? 0,
          "may not be set when maxUnavailable is non-zero"
        )
      } else if !hasUnavailable, !hasSurge {
        required(rolling.child("maxUnavailable"), "cannot be 0 when maxSurge is 0")
      }
    default:
      add(path, .unsupportedJSON(Validator.internalStrategy(strategy), supported: ["RollingUpdate", "OnDelete"]))
    }
  }

  /// A strategy in the server's internal form, which has Go's names.
  private static func internalStrategy(_ strategy: Fields) -> String {
    let rolling = strategy["rollingUpdate"]?.object.map { update in
      OrderedJSON.object(
        [("MaxUnavailable", "maxUnavailable"), ("MaxSurge", "maxSurge")].map { ($0, .value(update[$1] ?? 0)) }
      )
    }
    return OrderedJSON.object([
      ("Type", .value(.string(strategy.text("type")))), ("RollingUpdate", rolling ?? .value(.null)),
    ]).json
  }

  private mutating func countOrShare(_ value: Value?, _ path: FieldPath) {
    if let text = value?.string {
      invalid(path, .string(text), NameSyntax.percent(text))
    } else {
      nonNegative(value, path)
    }
  }

  private mutating func notMoreThanAll(_ value: Value?, _ path: FieldPath) {
    guard let value, value.string != nil, Validator.amount(value) > 100 else { return }
    invalid(path, value, "must not be greater than 100%")
  }

  /// The number of a count or of a share; 0 for what is neither.
  private static func amount(_ value: Value?) -> Int64 {
    if let text = value?.string {
      return NameSyntax.percent(text).isEmpty ? Int64(text.dropLast()) ?? 0 : Int64(text) ?? 0
    }
    return value?.int ?? 0
  }
}
