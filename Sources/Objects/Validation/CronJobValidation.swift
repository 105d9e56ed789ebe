import Basics

/// CronJobs.
///
/// Mirrors `validateCronJobSpec` of `pkg/apis/batch/validation`.
extension Validator {
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
    guard let zone = TimeZoneName(name) else {
      // Go knows the zone `Local`, in that spelling.
      return name == "Local" ? () : invalid(path, .string(name), "unknown time zone \(name)")
    }
    if zone.rule == nil { invalid(path, .string(name), "not simulated: a time zone without rules for summer time") }
  }
}
