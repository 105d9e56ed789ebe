package import Basics

/// An Event: what a component says has happened to an object.
package struct Event: TypedResource, Equatable {
  package static let kind = Kind.event
  package var metadata: ObjectMeta
  package var involvedObject: Involved
  package var type: String
  package var reason: String
  package var message: String
  package var source: String
  /// The node of a kubelet's events.
  package var sourceHost: String
  package var firstTimestamp: Instant?
  package var lastTimestamp: Instant?
  package var count: Int
  /// Set by components that use events.k8s.io (the scheduler), which leave the timestamps out.
  package var eventTime: Instant?
  package var action: String
  package var reportingInstance: String
  package var other: Fields

  /// The object that an event is about.
  package struct Involved: Hashable, Sendable, FieldCodable {
    package var apiVersion: String
    package var kind: String
    package var namespace: String
    package var name: String
    package var uid: UID
    package var resourceVersion: String
    /// `spec.containers{nginx}` for what happened to one container.
    package var fieldPath: String

    package init(_ kind: Kind, _ metadata: ObjectMeta, fieldPath: String = "") {
      apiVersion = kind.apiVersion
      self.kind = kind.name
      namespace = metadata.namespace
      name = metadata.name
      uid = metadata.uid
      resourceVersion = metadata.resourceVersion == 0 ? "" : String(metadata.resourceVersion)
      self.fieldPath = fieldPath
    }

    package init(fields: Fields) {
      var reader = FieldReader(fields)
      apiVersion = reader.string("apiVersion") ?? ""
      kind = reader.string("kind") ?? ""
      namespace = reader.string("namespace") ?? ""
      name = reader.string("name") ?? ""
      uid = UID(reader.string("uid") ?? "")
      resourceVersion = reader.string("resourceVersion") ?? ""
      fieldPath = reader.string("fieldPath") ?? ""
    }

    package var fields: Fields {
      var out = Fields()
      out.setNonEmpty("apiVersion", apiVersion)
      out.setNonEmpty("kind", kind)
      out.setNonEmpty("namespace", namespace)
      out.setNonEmpty("name", name)
      out.setNonEmpty("uid", uid.text)
      out.setNonEmpty("resourceVersion", resourceVersion)
      out.setNonEmpty("fieldPath", fieldPath)
      return out
    }
  }

  package init(metadata: ObjectMeta, involvedObject: Involved, type: String, reason: String, message: String) {
    self.metadata = metadata
    self.involvedObject = involvedObject
    self.type = type
    self.reason = reason
    self.message = message
    source = ""
    sourceHost = ""
    count = 0
    action = ""
    reportingInstance = ""
    other = [:]
  }

  package init(metadata: ObjectMeta, body: Fields) {
    self.metadata = metadata
    var reader = FieldReader(body)
    involvedObject = reader.structure("involvedObject") ?? Involved(fields: [:])
    type = reader.string("type") ?? ""
    reason = reader.string("reason") ?? ""
    message = reader.string("message") ?? ""
    var sourceReader = FieldReader(reader.fields("source") ?? [:])
    source = sourceReader.string("component") ?? ""
    sourceHost = sourceReader.string("host") ?? ""
    firstTimestamp = reader.time("firstTimestamp")
    lastTimestamp = reader.time("lastTimestamp")
    count = reader.int("count") ?? 0
    eventTime = reader.time("eventTime")
    action = reader.string("action") ?? ""
    reportingInstance = reader.string("reportingInstance") ?? ""
    let reportingComponent = reader.string("reportingComponent") ?? ""
    if source.isEmpty { source = reportingComponent }
    other = reader.rest
  }

  package var body: Fields {
    var out = other
    out["involvedObject"] = .object(involvedObject.fields)
    out["type"] = .string(type)
    out["reason"] = .string(reason)
    out["message"] = .string(message)
    var sourceFields = Fields()
    // The scheduler's events carry reportingComponent alone.
    if eventTime == nil {
      sourceFields.setNonEmpty("component", source)
      sourceFields.setNonEmpty("host", sourceHost)
    }
    out["source"] = .object(sourceFields)
    out["firstTimestamp"] = firstTimestamp.map { .string($0.rfc3339) } ?? .null
    out["lastTimestamp"] = lastTimestamp.map { .string($0.rfc3339) } ?? .null
    out.setNonZero("count", count)
    out["eventTime"] = eventTime.map { .string($0.rfc3339Micro) } ?? .null
    out.setNonEmpty("action", action)
    out["reportingComponent"] = .string(source)
    out["reportingInstance"] = .string(reportingInstance)
    return out
  }

  /// An Event has no status.
  package func with(statusOf other: Event) -> Event { self }

  /// When it was last seen, by whichever of its times is set.
  package var lastSeen: Instant? { lastTimestamp ?? eventTime ?? metadata.creationTimestamp }
}
