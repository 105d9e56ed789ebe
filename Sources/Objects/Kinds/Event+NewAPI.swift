/// An Event in the words of events.k8s.io.
///
/// Mirrors `pkg/apis/events/v1/conversion.go`.
extension Event {
  private static let renamed = [
    ("involvedObject", "regarding"), ("message", "note"), ("reportingComponent", "reportingController"),
    ("source", "deprecatedSource"), ("firstTimestamp", "deprecatedFirstTimestamp"),
    ("lastTimestamp", "deprecatedLastTimestamp"), ("count", "deprecatedCount"),
  ]

  /// The object that events.k8s.io serves for this Event.
  package var inNewAPI: Object {
    var body = body
    for (old, new) in Event.renamed { body[new] = body.remove(old) }
    return Object(PassiveResource(kind: .newEvent, metadata: metadata, body: body))
  }

  /// The Event that an object of events.k8s.io stands for.
  package init(newAPI object: Object) {
    var body = object.body
    for (old, new) in Event.renamed { body[old] = body.remove(new) }
    self.init(metadata: object.metadata, body: body)
  }
}
