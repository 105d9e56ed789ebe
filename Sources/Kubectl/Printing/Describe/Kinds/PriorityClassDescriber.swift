import Objects

extension Describer {
  static let priorityClass = Describer(.priorityClass) { writer, object, context in
    let priority = Reading(object)
    writer.line(0, "Name:\t\(object.metadata.name)")
    writer.line(0, "Value:\t\(priority["value"].int ?? 0)")
    writer.line(0, "GlobalDefault:\t\(priority.globalDefault.bool ?? false)")
    writer.line(0, "PreemptionPolicy:\t\(priority.preemptionPolicy.text ?? "")")
    writer.line(0, "Description:\t\(priority.description.text ?? "")")
    writer.line(0, "Annotations:\t\(object.metadata.annotations.formatted)")
    writer.events(of: object, context)
  }
}
