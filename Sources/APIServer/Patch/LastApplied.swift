package import Objects

/// The annotation in which `kubectl apply` keeps what it was given last.
package enum LastApplied {
  package static let annotation = "kubectl.kubernetes.io/last-applied-configuration"

  /// `object` with the annotation describing itself: compact JSON without the annotation, and a line end.
  ///
  /// Mirrors kubectl's `util.GetModifiedConfiguration`: the `annotations` member is there even when empty.
  package static func annotated(_ object: Fields) -> Fields {
    let plain = described(object)
    var metadata = plain["metadata"]?.object ?? [:]
    metadata["annotations"]?[annotation] = .string(Value.object(plain).json + "\n")
    var annotated = plain
    annotated["metadata"] = .object(metadata)
    return annotated
  }

  /// `object` with the annotation where it is asked for, or was there and is to be brought up to date.
  ///
  /// Mirrors kubectl's `util.CreateOrUpdateAnnotation`.
  package static func recorded(_ object: Fields, always: Bool) -> Fields {
    always || configuration(of: object) != nil ? annotated(object) : object
  }

  /// `object` as the annotation describes it.
  package static func described(_ object: Fields) -> Fields {
    var plain = object
    var metadata = plain["metadata"]?.object ?? [:]
    var annotations = metadata["annotations"]?.object ?? [:]
    annotations[annotation] = nil
    metadata["annotations"] = .object(annotations)
    plain["metadata"] = .object(metadata)
    return plain
  }

  /// What `object` says was applied last; nil where it has no such annotation or one that is not JSON.
  package static func configuration(of object: Fields) -> Fields? {
    guard let text = Value.object(object)[path: ["metadata", "annotations", annotation]]?.string else { return nil }
    return (try? JSONText.parse(text))?.object
  }
}
