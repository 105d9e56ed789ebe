import APIServer
import Objects

/// What `--dry-run` asks for, and `--local`.
enum DryRun: String, Hashable, Sendable {
  case none, client, server
  /// `--local`: the objects come from files and nothing is asked of the server.
  case local

  /// Whether nothing is sent to the server.
  var staysHere: Bool { self == .client || self == .local }

  /// Mirrors `cmdutil.GetDryRunStrategy`.
  init(_ call: Invocation) throws(KubectlError) {
    let text = call[CommonFlags.dryRun]
    if text == "unchanged" {
      throw .plain(
        "--dry-run flag without a value was specified. A value must be set: \"none\", \"server\", or \"client\"."
      )
    }
    guard let strategy = DryRun(rawValue: text), strategy != .local else {
      throw .plain("Invalid dry-run value (\(text)). Must be \"none\", \"server\", or \"client\".")
    }
    guard call[CommonFlags.local] else {
      self = strategy
      return
    }
    if strategy == .server {
      throw .plain("cannot specify --local and --dry-run=server - did you mean --dry-run=client?")
    }
    self = strategy == .none ? .local : strategy
  }

  /// What the success line of a command says more.
  var suffix: String {
    switch self {
    case .none, .local: ""
    case .client: " (dry run)"
    case .server: " (server dry run)"
    }
  }
}

extension FieldValidation {
  /// What `--validate` asks for.
  ///
  /// Mirrors `cmdutil.GetValidationDirective`.
  init(_ call: Invocation) throws(KubectlError) {
    switch call[CommonFlags.validate] {
    case "strict", "true", "t", "T", "TRUE", "True", "1": self = .strict
    case "warn": self = .warn
    case "ignore", "false", "f", "F", "FALSE", "False", "0": self = .ignore
    case let other:
      throw .plain(
        "invalid - validate option \(other.goQuoted); must be one of: strict (or true), warn, ignore (or false)"
      )
    }
  }
}

extension Object {
  /// An object of fields that no server has seen, as `--dry-run=client` prints it: nothing is read from them.
  init(unread fields: Fields, kind: Kind) {
    var body = fields
    _ = body.remove("apiVersion")
    _ = body.remove("kind")
    let metadata = ObjectMeta(fields: body.remove("metadata")?.object ?? [:])
    self.init(PassiveResource(kind: kind, metadata: metadata, body: body))
  }
}
