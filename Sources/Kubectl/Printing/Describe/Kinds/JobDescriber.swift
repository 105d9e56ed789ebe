import Basics
import Objects

extension Describer {
  static let job = Describer(.job) { writer, object, context in
    let job = Reading(object)
    writer.names(object)
    writer.line(0, "Selector:\t\(job.spec.selector.selectorText)")
    writer.labelsAndAnnotations(object.metadata)
    writer.controller(object.metadata)
    writer.jobSpec(job.spec)
    writer.jobStatus(job)
    writer.template(job.spec.template)
    writer.events(of: object, context)
  }
}

extension DescribeWriter {
  fileprivate mutating func jobSpec(_ spec: Reading) {
    if let parallelism = spec.parallelism.int { line(0, "Parallelism:\t\(parallelism)") }
    line(0, "Completions:\t\(spec.completions.scalar ?? "<unset>")")
    if let mode = spec.completionMode.text { line(0, "Completion Mode:\t\(mode)") }
    if let suspend = spec.suspend.bool { line(0, "Suspend:\t\(suspend)") }
    if let limit = spec.backoffLimit.int { line(0, "Backoff Limit:\t\(limit)") }
    if let seconds = spec.ttlSecondsAfterFinished.int { line(0, "TTL Seconds After Finished:\t\(seconds)") }
  }

  fileprivate mutating func jobStatus(_ job: Reading) {
    let (spec, status) = (job.spec, job.status)
    if let start = status.startTime.time { line(0, "Start Time:\t\(start.rfc1123)") }
    if let end = status.completionTime.time {
      line(0, "Completed At:\t\(end.rfc1123)")
      if let start = status.startTime.time { line(0, "Duration:\t\((end - start).humanDuration)") }
    }
    if let seconds = spec.activeDeadlineSeconds.int { line(0, "Active Deadline Seconds:\t\(seconds)s") }
    let ready = status.ready.int.map { " (\($0) Ready)" } ?? ""
    line(
      0,
      "Pods Statuses:\t\(status.active.int ?? 0) Active\(ready) / \(status.succeeded.int ?? 0) Succeeded / "
        + "\(status.failed.int ?? 0) Failed"
    )
    if spec.completionMode.text == "Indexed" {
      line(0, "Completed Indexes:\t\((status.completedIndexes.text ?? "").cappedIndexes.orNone)")
    }
  }
}

extension String {
  /// A list of indexes cut at the first comma after 50 bytes.
  ///
  /// Mirrors `capIndexesListOrNone`.
  fileprivate var cappedIndexes: String {
    guard utf8.count > 50, let comma = self[utf8.index(startIndex, offsetBy: 50)...].firstIndex(of: ",") else {
      return self
    }
    return self[...comma] + "..."
  }
}
