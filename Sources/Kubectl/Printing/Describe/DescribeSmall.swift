import Basics
import Objects

extension Describer {
  static let configMap = Describer(.configMap) { writer, object, context in
    let map = Reading(object)
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "\nData\n====")
    for entry in map.data.map { writer.line(0, "\(entry.key):\n----\n\(entry.value)\n") }
    writer.line(0, "\nBinaryData\n====")
    for entry in map.binaryData.map { writer.line(0, "\(entry.key): \(entry.value.base64Length) bytes") }
    writer.line(0, "")
    writer.events(of: object, context)
  }

  static let secret = Describer(.secret) { writer, object, _ in
    let secret = Reading(object)
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    writer.line(0, "\nType:\t\(secret.type.text ?? "")")
    writer.line(0, "\nData\n====")
    for entry in secret.data.map { writer.line(0, "\(entry.key):\t\(entry.value.base64Length) bytes") }
  }

  static let serviceAccount = Describer(.serviceAccount) { writer, object, context in
    writer.names(object)
    writer.labelsAndAnnotations(object.metadata)
    let secrets = Reading(object).imagePullSecrets.list.compactMap(\.name.text)
    writer.line(0, "Image pull secrets:\t\(secrets.first ?? "<none>")")
    for name in secrets.dropFirst() { writer.line(0, String(repeating: " ", count: 19) + "\t\(name)") }
    writer.events(of: object, context)
  }

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

extension String {
  /// How many bytes this base64 text stands for.
  fileprivate var base64Length: Int {
    let padding = utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    return utf8.count / 4 * 3 - padding
  }
}
