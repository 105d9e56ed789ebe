import Objects

extension Describer {
  static let daemonSet = Describer(.daemonSet) { writer, object, context in
    let set = Reading(object)
    writer.names(object)
    writer.line(0, "Selector:\t\(set.spec.selector.selectorText)")
    writer.line(0, "Node-Selector:\t\(set.spec.template.spec.nodeSelector.map.formatted)")
    writer.labelsAndAnnotations(object.metadata)
    let counts = [
      ("Desired Number of Nodes Scheduled", set.status.desiredNumberScheduled),
      ("Current Number of Nodes Scheduled", set.status.currentNumberScheduled),
      ("Number of Nodes Scheduled with Up-to-date Pods", set.status.updatedNumberScheduled),
      ("Number of Nodes Scheduled with Available Pods", set.status.numberAvailable),
      ("Number of Nodes Misscheduled", set.status.numberMisscheduled),
    ]
    for (title, count) in counts { writer.line(0, "\(title): \(count.int ?? 0)") }
    writer.podStatus(of: object, matching: LabelSelector(fields: set.spec.selector.members), context)
    writer.template(set.spec.template)
    writer.events(of: object, context)
  }
}
