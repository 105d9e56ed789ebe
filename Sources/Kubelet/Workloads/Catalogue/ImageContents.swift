import Basics

/// What is in an image: its files, its programs, and what it runs where a container says nothing.
struct ImageContents: Sendable {
  /// Whose words its utilities use in errors, and which they are.
  enum Tools: Hashable, Sendable {
    /// No shell and no utilities.
    case none
    case busybox
    /// GNU coreutils with dash as `sh`, and bash.
    case gnu
  }

  /// A program of the image's own, as data; called with its arguments and its environment.
  typealias Native = @Sendable (_ arguments: [String], _ environment: Variables) -> Workload?

  static let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  var tools = Tools.gnu
  var files = ImageContents.commonFiles
  var entrypoint: [String] = []
  var command: [String] = []
  /// The working directory.
  var folder = "/"
  var environment: [(name: String, value: String)] = []
  /// By the name that they are called by, without folders.
  var natives: [String: Native] = [:]
  /// Whether the catalogue knows the image.
  var isListed = true

  private static let commonFiles: FileTree = {
    var files = FileTree()
    for folder in ["/bin", "/dev", "/etc", "/home", "/proc", "/root", "/run", "/tmp", "/usr/bin", "/var"] {
      files.addFolder(folder)
    }
    files.add("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")
    return files
  }()

  /// The workload of a command line whose program is one of the image's own.
  func native(_ arguments: [String], _ environment: Variables) -> Workload? {
    guard let name = arguments.first.map(Path.name(of:)) else { return nil }
    return natives[name]?(arguments, environment)
  }

  /// Whether the program of a command line is among those that the simulator can run.
  func runs(_ arguments: [String]) -> Bool {
    guard let name = arguments.first.map(Path.name(of:)) else { return false }
    return natives[name] != nil || Utilities.isKnown(name) || Utilities.notSimulated.contains(name)
  }
}
