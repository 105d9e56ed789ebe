import Basics
import Objects

/// The images that a node holds.
///
/// The registry behind it has the images of the catalogue, with any tag; what is not in the catalogue cannot be pulled.
struct NodeImages: Sendable {
  /// By their canonical names.
  private var present = SnapshotSet<String>()
  /// What statuses tell of them, by the names that specs give them: made once, for many containers share an image.
  private var identities = SnapshotMap<String, ImageIdentity>()
  private var pulls = 0

  /// Images that every node has pulled before the run begins, so that a first Pod also meets one that is there.
  private static let pulledBefore = ["busybox:1.28", "luksa/kubia"]

  init() {
    for image in NodeImages.pulledBefore { add(image) }
  }

  func has(_ image: String) -> Bool { present.contains(ImageName(image).canonical) }

  mutating func add(_ image: String) {
    let identity = ImageIdentity(image)
    present.insert(identity.canonical)
    identities[image] = identity
  }

  func identity(of image: String) -> ImageIdentity { identities[image] ?? ImageIdentity(image) }

  /// How long the next pull takes on a node: that of a small image, and no two of 61 in a row take the same.
  mutating func nextPullTime(onNode number: Int) -> Interval {
    pulls += 1
    return .milliseconds(Int64(18 + (pulls * 23 + number * 37) % 61))
  }
}

/// Why an image could not be had, in the words of the kubelet and of containerd.
enum ImageError: Error, Hashable, Sendable {
  case invalidName(String)
  case neverPulled(String)
  case notFound(String)

  /// The word that the status shows.
  var reason: String {
    switch self {
    case .invalidName: "InvalidImageName"
    case .neverPulled: "ErrImageNeverPull"
    case .notFound: "ErrImagePull"
    }
  }

  var message: String {
    switch self {
    case .invalidName(let image):
      return "Failed to apply default image tag \(image.goQuoted): couldn't parse image name \(image.goQuoted): "
        + "invalid reference format\(ImageError.detail(of: image))"
    case .neverPulled(let image): return "Container image \(image.goQuoted) is not present with pull policy of Never"
    case .notFound(let image):
      let name = ImageName(image).canonical
      return "rpc error: code = NotFound desc = failed to pull and unpack image \(name.goQuoted): failed to resolve "
        + "reference \(name.goQuoted): \(name): not found"
    }
  }

  /// Mirrors `reference.ParseNormalizedNamed`, which looks at the letters before it looks at the rest.
  private static func detail(of image: String) -> String {
    var rest = image[...]
    if let slash = image.firstIndex(of: "/") {
      let first = image[..<slash]
      let isHost = first.contains(".") || first.contains(":") || first == "localhost" || first != first.lowercased()
      if isHost { rest = image[image.index(after: slash)...] }
    }
    let path = rest.prefix { $0 != ":" }
    return path == path.lowercased() ? "" : ": repository name (\(path)) must be lowercase"
  }
}
