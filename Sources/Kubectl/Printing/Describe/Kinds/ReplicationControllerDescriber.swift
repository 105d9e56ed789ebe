import Objects

extension Describer {
  static let replicationController = Describer(.replicationController) { writer, object, context in
    let controller = Reading(object)
    writer.names(object)
    writer.line(0, "Selector:\t\(controller.spec.selector.map.formatted)")
    writer.labelsAndAnnotations(object.metadata)
    writer.replicas(controller)
    let selector = LabelSelector(fields: ["matchLabels": .object(controller.spec.selector.members)])
    writer.podStatus(of: object, matching: selector, context)
    writer.template(controller.spec.template)
    writer.conditions(controller.status.conditions.list)
    writer.events(of: object, context)
  }
}
