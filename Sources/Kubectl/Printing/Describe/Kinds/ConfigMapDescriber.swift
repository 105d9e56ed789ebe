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
}

extension String {
  /// How many bytes this base64 text stands for.
  var base64Length: Int {
    let padding = utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    return utf8.count / 4 * 3 - padding
  }
}
