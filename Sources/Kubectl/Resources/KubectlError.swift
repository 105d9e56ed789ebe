package import APIServer
import Objects

/// Why a command failed, and how kubectl words it.
///
/// Mirrors `checkErr` and `StandardErrorMessage` of kubectl's `cmd/util`.
package enum KubectlError: Error, Equatable, Sendable {
  /// Printed after `error: `.
  case plain(String)
  /// A mistake in the command line; the last line points to the command's help. `command` is `kubectl get`.
  case usage(String, command: String)
  /// A word for a resource type that the server does not have.
  case unknownType(String)
  /// An answer of the API server. `context` stands before the message: `error when creating "pod.yaml"`.
  case server(APIError, context: String? = nil)
  /// The whole text, as it is.
  case verbatim(String)
  case notSimulated(String)
  case several([KubectlError])

  /// Nobody waits any more for what the command was to say.
  static let interrupted = KubectlError.verbatim("")

  /// The text on standard error, with its line end.
  package var text: String {
    switch self {
    case .plain(let message): message.hasPrefix("error: ") ? message + "\n" : "error: \(message)\n"
    case .usage(let message, let command): "error: \(message)\nSee '\(command) -h' for help and examples\n"
    case .server(.invalid(let kind, let name, let errors), _):
      Validation.message(kind: kind, name: name, errors: errors) + "\n"
    case .server(.patchInvalid(let error), _): "The request is invalid: \(error.text)\n"
    case .unknownType: "error: \(line)\n"
    case .server, .notSimulated: line + "\n"
    case .verbatim(let text): text
    case .several(let errors):
      errors.count == 1 ? errors[0].text : errors.map { $0.line + "\n" }.joined()
    }
  }

  /// The text as one of several errors: without `error: `.
  var line: String {
    switch self {
    case .plain(let message), .usage(let message, _), .verbatim(let message): message
    case .unknownType(let name): "the server doesn't have a resource type \(name.goQuoted)"
    case .notSimulated(let what): "error: not simulated: \(what)"
    case .server(let error, let context):
      if case .notSimulated(let what) = error {
        "error: not simulated: \(what)"
      } else {
        "Error from server (\(error.reason)): " + (context.map { $0 + ": " } ?? "") + error.message
      }
    case .several(let errors): errors.map(\.line).joined(separator: "\n")
    }
  }
}
