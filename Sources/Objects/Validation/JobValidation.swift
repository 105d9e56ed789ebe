import Basics

/// Jobs and CronJobs.
///
/// Mirrors `pkg/apis/batch/validation`. Pod failure policies and success policies are accepted unseen.
extension Validator {
  mutating func job(_ job: Fields) {
    generatedSelector(job)
    jobSpec(job.structure("spec"), FieldPath("spec"), needsSelector: true)
  }

  private mutating func generatedSelector(_ job: Fields) {
    let spec = job.structure("spec")
    guard spec["manualSelector"] != true, let selector = spec["selector"]?.object else { return }
    let metadata = job.structure("metadata")
    let expected: [(String, String)] = [
      ("controller-uid", metadata.text("uid")), ("job-name", metadata.text("name")),
      ("batch.kubernetes.io/controller-uid", metadata.text("uid")),
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

  private mutating func jobSpec(_ spec: Fields, _ path: FieldPath, needsSelector: Bool) {
    for name in [
      "parallelism", "completions", "activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished",
      "backoffLimitPerIndex", "maxFailedIndexes",
    ] {
      nonNegative(spec[name], path.child(name))
    }
    if spec["maxFailedIndexes"] != nil, spec["backoffLimitPerIndex"] == nil {
      required(path.child("backoffLimitPerIndex"), "when maxFailedIndexes is specified")
    }
    completionMode(spec, path)
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
    } else if mode == "NonIndexed" || mode.isEmpty {
      for name in ["backoffLimitPerIndex", "maxFailedIndexes"] {
        if let value = spec[name] { invalid(path.child(name), value, "requires indexed completion mode") }
      }
    }
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
    for name in ["completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy"] {
      immutable(oldSpec[name], newSpec[name], path.child(name))
    }
  }

  /// The template of a Job does not change, but for where its Pods may run while it is suspended and has not started.
  private mutating func jobTemplateUpdate(old: Fields, new: Fields) {
    var oldTemplate = old.structure("spec").structure("template")
    let template = new.structure("spec").structure("template")
    let notStarted = old.structure("spec")["suspend"] == true && old.structure("status")["startTime"] == nil
    if notStarted {
      oldTemplate.edit("spec") { spec in
        for name in ["nodeSelector", "tolerations", "schedulingGates"] {
          spec[name] = template.structure("spec")[name]
        }
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

  mutating func cronJob(_ cronJob: Fields, isCreation: Bool) {
    let spec = cronJob.structure("spec")
    let path = FieldPath("spec")
    schedule(spec, path)
    nonNegative(spec["startingDeadlineSeconds"], path.child("startingDeadlineSeconds"))
    timeZone(spec["timeZone"]?.string, path.child("timeZone"))
    supported(spec["concurrencyPolicy"], ["Allow", "Forbid", "Replace"], path.child("concurrencyPolicy"))
    let template = spec.structure("jobTemplate").structure("spec")
    let templatePath = path.child("jobTemplate").child("spec")
    jobSpec(template, templatePath, needsSelector: false)
    if let selector = template["selector"] {
      add(
        templatePath.child("selector"),
        .invalidJSON(Validator.selectorJSON(selector)),
        "`selector` will be auto-generated"
      )
    }
    if template["manualSelector"] == true {
      add(templatePath.child("manualSelector"), .unsupported(true, supported: ["nil", "false"]))
    }
    nonNegative(spec["successfulJobsHistoryLimit"], path.child("successfulJobsHistoryLimit"))
    nonNegative(spec["failedJobsHistoryLimit"], path.child("failedJobsHistoryLimit"))
    let name = cronJob.structure("metadata").text("name")
    if isCreation, name.utf8.count > 52 {
      invalid(FieldPath("metadata", "name"), .string(name), "must be no more than 52 characters")
    }
  }

  private mutating func schedule(_ spec: Fields, _ path: FieldPath) {
    let text = spec.text("schedule")
    let path = path.child("schedule")
    guard !text.isEmpty else { return required(path) }
    do { _ = try CronSchedule.parse(text) } catch { invalid(path, .string(text), error.text) }
    if text.contains("TZ") {
      invalid(path, .string(text), "cannot use TZ or CRON_TZ in schedule, use timeZone field instead")
    }
  }

  private mutating func timeZone(_ name: String?, _ path: FieldPath) {
    guard let name else { return }
    if name.isEmpty { return invalid(path, "", "timeZone must be nil or non-empty string") }
    if name.lowercased() == "local" {
      invalid(
        path,
        .string(name),
        "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones"
      )
    }
    guard let zone = TimeZoneName(name) else { return invalid(path, .string(name), "unknown time zone \(name)") }
    if zone.offset == nil { invalid(path, .string(name), "not simulated: a time zone with summer time") }
  }
}
