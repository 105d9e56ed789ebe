import APIServer
import Objects

/// An object that a command makes from its flags.
struct Generated {
  var kind: Kind
  var name: String
  var fields: Fields

  /// Creates the object; with `--dry-run=client` only its fields are read.
  ///
  /// `failure` stands before the server's answer where kubectl wraps it: `failed to create job`.
  func create(
    _ call: Invocation,
    _ dryRun: DryRun,
    _ context: inout KubectlContext,
    failure: String? = nil
  ) throws(KubectlError) -> Object {
    var fields = fields
    if kind.isNamespaced, !call[CommonFlags.namespace].isEmpty || dryRun != .client {
      var metadata = fields["metadata"]?.object ?? [:]
      metadata["namespace"] = .string(call.namespace(in: context))
      fields["metadata"] = .object(metadata)
    }
    if call[CommonFlags.saveConfig] { fields = LastApplied.annotated(fields) }
    if dryRun == .client { return Object(unread: fields, kind: kind) }
    do throws(APIError) {
      let answer = try context.create(
        .object(fields),
        as: kind,
        namespace: call.namespace(in: context),
        dryRun: dryRun == .server
      )
      context.show(warnings: answer.warnings)
      return answer.object
    } catch {
      guard let failure else { throw .server(error) }
      throw .plain("\(failure): \(error.message)")
    }
  }
}
