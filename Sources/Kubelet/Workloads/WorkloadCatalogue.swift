import Basics

/// An image that the simulator knows something about.
package struct ImageEntry: Sendable {
  /// The repository without registry and tag: `nginx`, `luksa/kubia`.
  package let repository: String
  /// Bytes, for the event Pulled.
  package let size: Int
  let contents: ImageContents

  init(_ repository: String, size: Int, _ contents: ImageContents) {
    self.repository = repository
    self.size = size
    self.contents = contents
  }
}

/// What is in images, by their names.
package enum WorkloadCatalogue {
  /// Bytes that the event Pulled tells for an image that is not listed.
  static let unlistedSize = 10_000_000

  /// In the order of their repositories.
  static let images: [ImageEntry] =
    [BaseImages.all, ServiceImages.all, TestImages.all, WebImages.all].flatMap { $0 }
    .sorted { $0.repository.precedesByBytes($1.repository) }

  /// The same by the names that a reference may have them under; only looked up.
  private static let byRepository = Dictionary(
    images.flatMap { [($0.repository, $0), ("library/\($0.repository)", $0)] },
    uniquingKeysWith: { first, _ in first }
  )

  /// The names of the images that are listed, without tags, in byte order.
  package static var names: [String] { images.map(\.repository) }

  /// The entry of an image's name, whatever registry and tag it has; nil for one that is not listed.
  package static func entry(for image: String) -> ImageEntry? { byRepository[ImageName(image).repository] }

  /// What is in an image; one that is not listed has a shell and the usual utilities, and any other program of it runs
  /// until it is stopped, listens on the ports that its container declares, and answers every request with 200.
  static func contents(of image: String) -> ImageContents {
    if let entry = entry(for: image) { return entry.contents }
    var contents = ImageContents()
    contents.isListed = false
    return contents
  }
}

/// An image reference taken apart: `registry.k8s.io/pause:3.9`.
struct ImageName: Hashable, Sendable {
  var registry: String
  var repository: String
  var tag: String

  init(_ text: String) {
    var rest = text[...]
    tag = "latest"
    if let at = rest.firstIndex(of: "@") {
      tag = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    } else if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("/") {
      tag = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    let parts = rest.split(separator: "/", maxSplits: 1)
    if parts.count == 2, parts[0].contains(".") || parts[0].contains(":") || parts[0] == "localhost" {
      registry = String(parts[0])
      repository = String(parts[1])
    } else {
      registry = "docker.io"
      repository = parts.count == 2 ? String(rest) : "library/\(rest)"
    }
  }

  /// As the container runtime reports it: `docker.io/library/nginx:latest`.
  var canonical: String { "\(registry)/\(repository):\(tag)" }
}
