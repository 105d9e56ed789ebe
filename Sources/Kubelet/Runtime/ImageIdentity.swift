/// What a status tells of an image.
struct ImageIdentity: Sendable {
  /// `docker.io/library/nginx:1.29`.
  let canonical: String
  /// `docker.io/library/nginx@sha256:…`.
  let id: String

  /// The identity of an image by the name that a `spec` gives it.
  init(_ image: String) {
    let name = ImageName(image)
    canonical = name.canonical
    id = "\(name.registry)/\(name.repository)@sha256:\(Digest.text(of: name.canonical))"
  }
}
