import Basics
import Objects

extension KindTable {
  static let jobs = KindTable(
    .job,
    ["NAME", "STATUS", "COMPLETIONS", "DURATION", "AGE"],
    wide: ["CONTAINERS", "IMAGES", "SELECTOR"]
  ) { object, now in
    let job = Reading(object)
    return [
      object.metadata.name, jobStatus(object, job), completions(job), duration(job, at: now), object.age(at: now),
    ] + job.spec.template.containerCells + [job.spec.selector.selectorText.orNone]
  }

  /// Mirrors `printJob`: an end outweighs everything, what is about to end comes last.
  private static func jobStatus(_ object: Object, _ job: Reading) -> String {
    let met = job.status.conditions.list.filter { $0.status.text == "True" }.compactMap(\.type.text)
    if let end = ["Complete", "Failed"].first(where: met.contains) { return end }
    if object.metadata.isBeingDeleted { return "Terminating" }
    return ["Suspended", "FailureTarget", "SuccessCriteriaMet"].first(where: met.contains) ?? "Running"
  }

  private static func completions(_ job: Reading) -> String {
    let succeeded = job.status.succeeded.int ?? 0
    if let wanted = job.spec.completions.int { return "\(succeeded)/\(wanted)" }
    let parallelism = job.spec.parallelism.int ?? 0
    return parallelism > 1 ? "\(succeeded)/1 of \(parallelism)" : "\(succeeded)/1"
  }

  private static func duration(_ job: Reading, at now: Instant) -> String {
    guard let start = job.status.startTime.time else { return "" }
    return ((job.status.completionTime.time ?? now) - start).humanDuration
  }
}
