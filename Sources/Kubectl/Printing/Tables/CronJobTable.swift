import Basics
import Objects

extension KindTable {
  static let cronJobs = KindTable(
    .cronJob,
    ["NAME", "SCHEDULE", "TIMEZONE", "SUSPEND", "ACTIVE", "LAST SCHEDULE", "AGE"],
    wide: ["CONTAINERS", "IMAGES", "SELECTOR"]
  ) { object, now in
    let job = Reading(object)
    let last = job.status.lastScheduleTime.time
    return [
      object.metadata.name, job.spec.schedule.text ?? "", job.spec.timeZone.text ?? "<none>",
      job.spec.suspend.bool.printed, String(job.status.active.list.count),
      last.map { (now - $0).humanDuration } ?? "<none>", object.age(at: now),
    ] + job.spec.jobTemplate.spec.template.containerCells
      + [job.spec.jobTemplate.spec.selector.selectorText.orNone]
  }
}
