import Objects

extension Describer {
  static let secret = Describer(.secret) { writer, object, _ in
    let secret = Reading(object)
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "\nType:\t\(secret.type.text ?? "")")
    writer.line(0, "\nData\n====")
    for entry in secret.data.map { writer.line(0, "\(entry.key):\t\(entry.value.base64Length) bytes") }
  }
}
