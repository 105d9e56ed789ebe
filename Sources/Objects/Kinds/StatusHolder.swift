/// A kind whose `status` is written apart from the rest: it starts empty and stays as it is when the rest is replaced.
package protocol StatusHolder: TypedResource {
  associatedtype Status: Sendable
  var status: Status { get set }
  /// What a new object begins with, whatever its manifest says.
  static var initialStatus: Status { get }
}

extension StatusHolder {
  package func with(statusOf other: Self) -> Self {
    var copy = self
    copy.status = other.status
    return copy
  }

  package var withInitialStatus: Self {
    var copy = self
    copy.status = Self.initialStatus
    return copy
  }
}

extension TypedResource {
  package func with(statusOf other: Self) -> Self {
    var body = body
    body["status"] = other.body["status"]
    return Self(metadata: metadata, body: body)
  }
}

extension Resource {
  package var withInitialStatus: Self { self }
}
