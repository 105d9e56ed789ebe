import Objects

extension Describer {
  static let serviceAccount = Describer(.serviceAccount) { writer, object, context in
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    let secrets = Reading(object).imagePullSecrets.list.compactMap(\.name.text)
    writer.line(0, "Image pull secrets:\t\(secrets.first ?? "<none>")")
    for name in secrets.dropFirst() { writer.line(0, String(repeating: " ", count: 19) + "\t\(name)") }
    writer.events(of: object, context)
  }
}
