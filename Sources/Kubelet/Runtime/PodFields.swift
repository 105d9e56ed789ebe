import Objects

/// Fields of a Pod that its containers may ask for, in their environment or in files.
///
/// Mirrors `fieldpath.ExtractFieldPathAsString`.
extension Pod {
  /// The text of the field at `path`, with `ip` as the Pod's own address.
  func text(ofField path: String, ip: String) -> String {
    switch path {
    case "metadata.name": return metadata.name
    case "metadata.namespace": return metadata.namespace
    case "metadata.uid": return metadata.uid.text
    case "metadata.labels": return Pod.lines(metadata.labels)
    case "metadata.annotations": return Pod.lines(metadata.annotations)
    case "spec.nodeName": return spec.nodeName
    case "spec.serviceAccountName": return spec.serviceAccountName ?? "default"
    case "status.podIP", "status.podIPs": return ip
    case "status.hostIP", "status.hostIPs": return status.hostIP
    default:
      let parts = path.split(separator: "'")
      guard parts.count >= 2 else { return "" }
      return (parts[0].hasPrefix("metadata.labels") ? metadata.labels : metadata.annotations)[String(parts[1])] ?? ""
    }
  }

  /// `app="web"`, a line each.
  private static func lines(_ map: StringMap) -> String {
    map.map { "\($0.key)=\($0.value.goQuoted)" }.joined(separator: "\n")
  }

  /// The amount that a `resourceFieldRef` asks for, in its divisor and rounded up; nil where neither the container nor
  /// the node sets one.
  ///
  /// Mirrors `resource.ExtractContainerResourceValue`: a limit that is not set is what the node can give.
  func text(ofResource reference: Value, in container: Container, node: Object?) -> String? {
    let parts = (reference["resource"]?.string ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let amounts = parts[0] == "limits" ? container.resources.limits : container.resources.requests
    let allocatable = parts[0] == "limits" ? node?.body["status"]?["allocatable"]?[parts[1]]?.string : nil
    let amount = amounts[parts[1]] ?? allocatable ?? "0"
    let divisor = reference["divisor"]?.string ?? "1"
    guard let amount = try? Quantity(parsing: amount), let divisor = try? Quantity(parsing: divisor) else { return nil }
    // CPU counts in thousandths, all else in whole units.
    let unit = parts[1] == "cpu" ? (amount.milliValue, divisor.milliValue) : (amount.value, divisor.value)
    let parted = max(unit.1, 1)
    return String((unit.0 + parted - 1) / parted)
  }
}
