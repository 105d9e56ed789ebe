import APIServer
import Manifest
import Objects

/// `--overrides` of `run` and `expose`: a patch of the object that is to be created.
///
/// Mirrors `generate.Overrider` and `cmdutil.Merge`.
struct Overrides {
  static let text = Flag.string("overrides")
  static let type = Flag.string("override-type", default: "merge")

  static let flags: [any FlagDefinition] = [text, type]

  private let request: PatchRequest?

  init(_ call: Invocation) throws(KubectlError) {
    guard let form = PatchRequest.Form(rawValue: call[Overrides.type]) else {
      throw .plain("invalid override type: \(call[Overrides.type])")
    }
    let text = call[Overrides.text]
    guard !text.isEmpty else {
      request = nil
      return
    }
    // YAML is as good as JSON.
    guard case .success(let document)? = ManifestReader.documents(text).first else {
      throw .plain("Invalid JSON Patch")
    }
    request = PatchRequest(form: form, patch: document.value)
  }

  func applied(to generated: Generated) throws(KubectlError) -> Generated {
    guard let request else { return generated }
    var patched = generated
    patched.fields =
      try request.applied(to: Object(unread: generated.fields, kind: generated.kind)).object ?? generated.fields
    patched.name = patched.fields["metadata"]?["name"]?.string ?? ""
    return patched
  }
}
