import Objects

extension DescribeWriter {
  /// Mirrors `describeContainerEnvFrom`.
  mutating func environmentSources(_ sources: [Reading]) {
    guard !sources.isEmpty else { return }
    line(2, "Environment Variables from:")
    for source in sources {
      let isMap = source.configMapRef.exists
      let reference = isMap ? source.configMapRef : source.secretRef
      var kind = isMap ? "ConfigMap" : reference.exists ? "Secret" : ""
      if let prefix = source.prefix.text, !prefix.isEmpty { kind += " with prefix '\(prefix)'" }
      line(3, "\(reference.name.text ?? "")\t\(kind)\tOptional: \(reference.optional.bool ?? false)")
    }
  }

  /// Mirrors `describeContainerEnvVars`; in a template, fields of the Pod are not known.
  mutating func environment(of container: Reading, _ pod: Object?) {
    let variables = container.env.list
    line(2, variables.isEmpty ? "Environment:\t<none>" : "Environment:")
    for variable in variables {
      let name = variable.name.text ?? ""
      guard variable.valueFrom.exists else {
        let values = (variable["value"].text ?? "")
          .split(separator: "\n", omittingEmptySubsequences: false)
        for (index, value) in values.enumerated() { line(3, "\(index == 0 ? "\(name):" : "")\t\(value)") }
        continue
      }
      if let text = sourceText(variable.valueFrom, container, pod) { line(3, "\(name):\t\(text)") }
    }
  }

  private func sourceText(_ source: Reading, _ container: Reading, _ pod: Object?) -> String? {
    if source.fieldRef.exists {
      let path = source.fieldRef.fieldPath.text ?? ""
      let value = pod.map { fieldValue(path, $0.metadata) } ?? ""
      return "\(value) (\(source.fieldRef.apiVersion.text ?? ""):\(path))"
    }
    if source.resourceFieldRef.exists {
      let resource = source.resourceFieldRef.resource.text ?? ""
      return "\(resourceValue(source.resourceFieldRef, container)) (\(resource))"
    }
    if source.secretKeyRef.exists {
      let key = source.secretKeyRef
      return "<set to the key '\(key["key"].text ?? "")' in secret '\(key.name.text ?? "")'>"
        + "\tOptional: \(key.optional.bool ?? false)"
    }
    if source.configMapKeyRef.exists {
      let key = source.configMapKeyRef
      return "<set to the key '\(key["key"].text ?? "")' of config map '\(key.name.text ?? "")'>"
        + "\tOptional: \(key.optional.bool ?? false)"
    }
    return nil
  }

  /// Only metadata can be looked up here.
  ///
  /// Mirrors `fieldpath.ExtractFieldPathAsString`.
  private func fieldValue(_ path: String, _ metadata: ObjectMeta) -> String {
    switch path {
    case "metadata.name": return metadata.name
    case "metadata.namespace": return metadata.namespace
    case "metadata.uid": return metadata.uid.text
    case "metadata.labels": return metadata.labels.quotedLines
    case "metadata.annotations": return metadata.annotations.quotedLines
    default:
      for (map, entries) in [("metadata.labels", metadata.labels), ("metadata.annotations", metadata.annotations)] {
        guard path.hasPrefix("\(map)['"), path.hasSuffix("']") else { continue }
        return entries[String(path.dropFirst(map.count + 2).dropLast(2))] ?? ""
      }
      return ""
    }
  }
}

extension DescribeWriter {
  /// What the container asks for, or may take at most, in units of the divisor, rounded up.
  ///
  /// Mirrors `ExtractContainerResourceValue`.
  private func resourceValue(_ reference: Reading, _ container: Reading) -> String {
    let parts = (reference.resource.text ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return "" }
    let amount = container.resources[parts[0]][parts[1]].quantity
    var divisor = reference.divisor.quantity
    if divisor.isZero { divisor = Quantity(1) }
    let number: (Quantity) -> Int64 = { parts[1] == "cpu" ? $0.milliValue : $0.value }
    let (value, rest) = number(amount).quotientAndRemainder(dividingBy: max(number(divisor), 1))
    let isNodeWide = amount.isZero && parts[0] == "limits" && (parts[1] == "cpu" || parts[1] == "memory")
    return isNodeWide ? "node allocatable" : String(rest > 0 ? value + 1 : value)
  }
}

extension Reading {
  fileprivate var quantity: Quantity { scalar.flatMap { try? Quantity(parsing: $0) } ?? .zero }
}

extension StringMap {
  /// Mirrors `fieldpath.FormatMap`.
  fileprivate var quotedLines: String { map { "\($0.key)=\"\($0.value)\"" }.joined(separator: "\n") }
}
