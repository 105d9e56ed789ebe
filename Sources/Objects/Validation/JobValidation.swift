import Basics

/// Jobs.
///
/// Mirrors `pkg/apis/batch/validation`.
extension Validator {
  mutating func job(_ job: Fields) {
    generatedSelector(job)
    jobSpec(job.structure("spec"), FieldPath("spec"), needsSelector: true)
    indexedHostname(job)
  }

  /// The Pods of an Indexed Job get host names made of its name and their index.
  private mutating func indexedHostname(_ job: Fields) {
    let spec = job.structure("spec")
    guard spec["completionMode"] == "Indexed", let completions = spec["completions"]?.int, completions > 0 else {
      return
    }
    let name = job.structure("metadata").text("name")
    let hostname = "\(name)-\(completions - 1)"
    if !NameSyntax.dns1123Label(hostname).isEmpty {
      let detail = "will not able to create pod with invalid DNS label: \(hostname)"
      invalid(FieldPath("metadata", "name"), .string(name), detail)
    }
  }

  private mutating func generatedSelector(_ job: Fields) {
    let spec = job.structure("spec")
    guard spec["manualSelector"] != true, let selector = spec["selector"]?.object else { return }
    let metadata = job.structure("metadata")
    let expected: [(String, String)] = [
      ("controller-uid", metadata.text("uid")), ("job-name", metadata.text("name")),
      (Job.ownerLabel, metadata.text("uid")),
      ("batch.kubernetes.io/job-name", metadata.text("name")),
    ]
    let labels = spec.structure("template").structure("metadata").structure("labels")
    let path = FieldPath("spec", "template", "metadata", "labels")
    for (key, value) in expected {
      if labels[key] == nil {
        required(path[key: key], "must be '\(value)'")
      } else if labels.text(key) != value {
        invalid(path[key: key], .object(labels), "must be '\(value)'")
      }
    }
    var map = StringMap()
    for (key, value) in expected { map[key] = value }
    if isUsable(selector), !LabelSelector(fields: selector).matches(map) {
      add(
        FieldPath("spec", "selector"),
        .invalidJSON(Validator.selectorJSON(.object(selector))),
        "`selector` not auto-generated"
      )
    }
  }

  mutating func jobSpec(_ spec: Fields, _ path: FieldPath, needsSelector: Bool) {
    for name in [
      "parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished",
      "backoffLimitPerIndex", "maxFailedIndexes",
    ] {
      nonNegative(spec[name], path.child(name))
    }
    if spec["maxFailedIndexes"] != nil, spec["backoffLimitPerIndex"] == nil {
      required(path.child("backoffLimitPerIndex"), "when maxFailedIndexes is specified")
    }
    if let manager = spec["managedBy"]?.string { managedBy(manager, path.child("managedBy")) }
    completionMode(spec, path)
    if spec["podFailurePolicy"] != nil { podFailurePolicy(spec, path.child("podFailurePolicy")) }
    if spec["successPolicy"] != nil { successPolicy(spec, path.child("successPolicy")) }
    if spec["podReplacementPolicy"] != nil {
      supported(
        spec["podReplacementPolicy"],
        spec["podFailurePolicy"] == nil ? ["Failed", "TerminatingOrFailed"] : ["Failed"],
        path.child("podReplacementPolicy")
      )
    }
    let template = spec.structure("template")
    podTemplate(template, path.child("template"))
    jobRestartPolicy(spec, path.child("template").child("spec").child("restartPolicy"))
    guard needsSelector else { return }
    let selector = spec["selector"]?.object
    if let selector {
      self.selector(selector, path.child("selector"))
    } else {
      required(path.child("selector"))
    }
    if isUsable(selector ?? [:]) { templateLabels(template, matchedBy: selector, path.child("template")) }
  }

  private mutating func completionMode(_ spec: Fields, _ path: FieldPath) {
    let mode = spec.text("completionMode")
    if spec["completionMode"] != nil {
      supported(.string(mode), ["NonIndexed", "Indexed"], path.child("completionMode"))
    }
    if mode == "Indexed" {
      if spec["completions"] == nil { required(path.child("completions"), "when completion mode is Indexed") }
      if let parallelism = spec["parallelism"], (parallelism.int ?? 0) > 100_000 {
        invalid(
          path.child("parallelism"),
          parallelism,
          "must be less than or equal to 100000 when completion mode is Indexed"
        )
      }
      failedIndexesLimit(spec, path)
    } else if mode == "NonIndexed" || mode.isEmpty {
      for name in ["backoffLimitPerIndex", "maxFailedIndexes"] {
        if let value = spec[name] { invalid(path.child(name), value, "requires indexed completion mode") }
      }
    }
  }

  /// Limits that keep `status.completedIndexes` and `status.failedIndexes` short.
  private mutating func failedIndexesLimit(_ spec: Fields, _ path: FieldPath) {
    let limit = spec["maxFailedIndexes"]
    let completions = spec["completions"]?.int ?? 0
    if let limit, let number = limit.int {
      let path = path.child("maxFailedIndexes")
      if spec["completions"] != nil, number > completions {
        invalid(path, limit, "must be less than or equal to completions")
      }
      if number > 100_000 { invalid(path, limit, "must be less than or equal to 100000") }
    }
    guard completions > 100_000, spec["backoffLimitPerIndex"] != nil else { return }
    if limit == nil {
      required(path.child("maxFailedIndexes"), "must be specified when completions is above 100000")
    }
    for name in ["parallelism", "maxFailedIndexes"] {
      guard let value = spec[name], let number = value.int, number > 10_000 else { continue }
      invalid(
        path.child(name),
        value,
        "must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index"
      )
    }
  }

  /// Mirrors `IsDomainPrefixedPath`.
  private mutating func managedBy(_ text: String, _ path: FieldPath) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if text.isEmpty {
      required(path)
    } else if parts.count != 2 || parts.contains("") {
      invalid(path, .string(text), #"must be a domain-prefixed path (such as "acme.io/foo")"#)
    } else {
      invalid(path, .string(parts[0]), NameSyntax.dns1123Subdomain(parts[0]))
    }
    if text.utf8.count > 63 { add(path, .tooLong(maximum: 63)) }
  }

  private mutating func jobRestartPolicy(_ spec: Fields, _ path: FieldPath) {
    let policy = spec.structure("template").structure("spec").text("restartPolicy")
    switch policy {
    case "Always", "": required(path, #"valid values: "OnFailure", "Never""#)
    case "OnFailure", "Never":
      if spec["podFailurePolicy"] != nil, policy != "Never" {
        invalid(path, .string(policy), #"only "Never" is supported when podFailurePolicy is specified"#)
      }
    default: add(path, .unsupported(.string(policy), supported: ["OnFailure", "Never"]))
    }
  }

  mutating func jobUpdate(old: Fields, new: Fields) {
    let path = FieldPath("spec")
    let (oldSpec, newSpec) = (old.structure("spec"), new.structure("spec"))
    jobSpec(newSpec, path, needsSelector: true)
    if newSpec.text("completionMode") != "Indexed" {
      immutable(oldSpec["completions"], newSpec["completions"], path.child("completions"))
    } else if oldSpec["completions"] != newSpec["completions"], newSpec["completions"] != newSpec["parallelism"] {
      invalid(
        path.child("completions"),
        newSpec["completions"] ?? .null,
        "can only be modified in tandem with spec.parallelism"
      )
    }
    immutableSelector(old: oldSpec, new: newSpec)
    jobTemplateUpdate(old: old, new: new)
    for name in ["completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy"]
    where oldSpec[name] != newSpec[name] {
      add(path.child(name), Validator.changed(newSpec[name], name), "field is immutable")
    }
  }

  private static func changed(_ value: Value?, _ name: String) -> FieldError.Problem {
    switch (name, value?.object) {
    case ("podFailurePolicy", let policy?): .invalidJSON(InternalJob.podFailurePolicy(policy).json)
    case ("successPolicy", let policy?): .invalidJSON(InternalJob.successPolicy(policy).json)
    default: .invalid(value ?? .null)
    }
  }

  /// The template of a Job does not change, but for where its Pods may run and what they ask for while it is suspended
  /// and has no Pods.
  ///
  /// Mirrors `validatePodTemplateUpdate` with the options of `validationOptionsForJob`.
  private mutating func jobTemplateUpdate(old: Fields, new: Fields) {
    var oldTemplate = old.structure("spec").structure("template")
    let template = new.structure("spec").structure("template")
    let status = old.structure("status")
    let isSuspended = status.items("conditions").contains { $0["type"] == "Suspended" && $0["status"] == "True" }
    let isIdle = (status["active"]?.int ?? 0) == 0 && (status["startTime"] == nil || isSuspended)
    if old.structure("spec")["suspend"] == true, isIdle {
      oldTemplate.edit("spec") { spec in
        let asked = template.structure("spec")
        Validator.takeOverScheduling(asked, &spec)
        for name in ["containers", "initContainers"] { Validator.takeOverResources(asked, name, &spec) }
      }
      oldTemplate.edit("metadata") { metadata in
        for name in ["labels", "annotations"] { metadata[name] = template.structure("metadata")[name] }
      }
    }
    if oldTemplate != template {
      add(
        FieldPath("spec", "template"),
        .invalidJSON(InternalPod.template(template).json),
        "field is immutable"
      )
    }
  }

  /// Of the affinity only that to nodes may change.
  private static func takeOverScheduling(_ asked: Fields, _ spec: inout Fields) {
    for name in ["nodeSelector", "tolerations", "schedulingGates"] { spec[name] = asked[name] }
    var affinity = spec.structure("affinity")
    affinity["nodeAffinity"] = asked.structure("affinity")["nodeAffinity"]
    spec["affinity"] = affinity.isEmpty && asked["affinity"] == nil ? nil : .object(affinity)
  }

  private static func takeOverResources(_ asked: Fields, _ name: String, _ spec: inout Fields) {
    var resources = asked.items(name).map { $0["resources"] }[...]
    guard resources.count == spec.items(name).count else { return }
    spec.editItems(name) { $0["resources"] = resources.popFirst() ?? nil }
  }
}
