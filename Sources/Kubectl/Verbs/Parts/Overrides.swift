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

  private let patch: ObjectPatch?

  init(_ call: Invocation) throws(KubectlError) {
    guard let form = ObjectPatch.Form(rawValue: call[Overrides.type]) else {
      throw .plain("invalid override type: \(call[Overrides.type])")
    }
    let text = call[Overrides.text]
    guard !text.isEmpty else {
      patch = nil
      return
    }
    // YAML is as good as JSON.
    guard case .success(let document)? = ManifestReader.documents(text).first else {
      throw .plain("Invalid JSON Patch")
    }
    patch = ObjectPatch(form, document.value)
  }

  func applied(to generated: Generated) throws(KubectlError) -> Generated {
    guard let patch else { return generated }
    var patched = generated
    patched.fields = try patch.appliedHere(to: Object(unread: generated.fields, kind: generated.kind)).fields
    patched.name = patched.fields["metadata"]?["name"]?.string ?? ""
    return patched
  }
}
