package import Objects

/// Why the API server refused a request: a `metav1.Status` of status Failure.
package enum APIError: Error, Sendable, Equatable {
  case notFound(Kind, name: String)
  /// A resource type or subresource that the server does not serve.
  case noSuchResource
  case alreadyExists(Kind, name: String)
  case invalid(Kind, name: String, errors: [FieldError])
  /// A patch, or what it has made, that is no object of the kind; the error shows it whole.
  case patchInvalid(FieldError)
  case badRequest(String)
  case forbidden(Kind, name: String, why: String)
  case conflict(Kind, name: String, why: String)
  case methodNotAllowed
  /// Not now: try again later.
  case tooManyRequests(String)
  case internalError(String)
  case notSimulated(String)

  /// `reason` of the Status, which kubectl prints in brackets.
  package var reason: String {
    switch self {
    case .notFound, .noSuchResource: "NotFound"
    case .alreadyExists: "AlreadyExists"
    case .invalid, .patchInvalid: "Invalid"
    case .badRequest: "BadRequest"
    case .forbidden: "Forbidden"
    case .conflict: "Conflict"
    case .methodNotAllowed: "MethodNotAllowed"
    case .tooManyRequests: "TooManyRequests"
    case .internalError: "InternalError"
    case .notSimulated: "NotImplemented"
    }
  }

  /// `message` of the Status.
  ///
  /// Mirrors the constructors of `k8s.io/apimachinery/pkg/api/errors`.
  package var message: String {
    switch self {
    case .notFound(let kind, let name): "\(kind.resource) \"\(name)\" not found"
    case .noSuchResource: "the server could not find the requested resource"
    case .alreadyExists(let kind, let name): "\(kind.resource) \"\(name)\" already exists"
    case .invalid(let kind, let name, let errors): Validation.statusMessage(kind: kind, name: name, errors: errors)
    case .patchInvalid(let error): " \"\" is invalid: \(error.text)"
    case .badRequest(let text), .tooManyRequests(let text), .internalError(let text): text
    case .forbidden(let kind, let name, let why): "\(kind.resource) \"\(name)\" is forbidden: \(why)"
    case .conflict(let kind, let name, let why):
      "Operation cannot be fulfilled on \(kind.resource) \"\(name)\": \(why)"
    case .methodNotAllowed: "the server does not allow this method on the requested resource"
    case .notSimulated(let what): "not simulated: \(what)"
    }
  }

  /// What an update with an old resourceVersion is told.
  package static func modified(_ kind: Kind, name: String) -> APIError {
    .conflict(
      kind,
      name: name,
      why: "the object has been modified; please apply your changes to the latest version and try again"
    )
  }
}
