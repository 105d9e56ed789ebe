import Basics
import Objects

extension Describer {
  static let cronJob = Describer(.cronJob) { writer, object, context in
    let (spec, status) = (Reading(object).spec, Reading(object).status)
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "Schedule:\t\(spec.schedule.text ?? "")")
    writer.line(0, "Concurrency Policy:\t\(spec.concurrencyPolicy.text ?? "")")
    writer.line(0, "Suspend:\t\(spec.suspend.bool.printed)")
    writer.line(0, "Time Zone:\t\(spec.timeZone.text ?? "<unset>")")
    writer.line(0, "Successful Job History Limit:\t\(spec.successfulJobsHistoryLimit.scalar ?? "<unset>")")
    writer.line(0, "Failed Job History Limit:\t\(spec.failedJobsHistoryLimit.scalar ?? "<unset>")")
    writer.line(
      0,
      "Starting Deadline Seconds:\t\(spec.startingDeadlineSeconds.int.map { "\($0)s" } ?? "<unset>")"
    )
    writer.jobTemplate(spec.jobTemplate.spec)
    writer.line(0, "Last Schedule Time:\t\(status.lastScheduleTime.time?.rfc1123 ?? "<unset>")")
    let active = status.active.list.compactMap(\.name.text)
    writer.line(0, "Active Jobs:\t\(active.joined(separator: ", ").orNone)")
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  /// Mirrors `describeJobTemplate`.
  fileprivate mutating func jobTemplate(_ spec: Reading) {
    line(0, "Selector:\t\(spec.selector.exists ? spec.selector.selectorText : "<unset>")")
    line(0, "Parallelism:\t\(spec.parallelism.scalar ?? "<unset>")")
    line(0, "Completions:\t\(spec.completions.scalar ?? "<unset>")")
    if let seconds = spec.activeDeadlineSeconds.int { line(0, "Active Deadline Seconds:\t\(seconds)s") }
    template(spec.template)
  }
}
