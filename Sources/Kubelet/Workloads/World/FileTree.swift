import Basics

/// Files and folders by their paths: a container's own, or a volume's.
package struct FileTree: Sendable, Equatable {
  /// What a path stands for.
  package enum Node: Hashable, Sendable {
    case folder
    case file(String, isExecutable: Bool = false)
  }

  /// By absolute path without a slash at its end; the root itself is not in it.
  private var nodes = SnapshotMap<String, Node>()
  /// When nodes were last written, for those of which that is known.
  private var times = SnapshotMap<String, Instant>()

  package init() {}

  /// The node at `path`; nil where there is none.
  package subscript(path: String) -> Node? { path == "/" ? .folder : nodes[path] }

  /// Whether `path` is a folder.
  func isFolder(_ path: String) -> Bool { self[path] == .folder }

  /// Puts a node at `path`, whose folder must exist.
  mutating func put(_ node: Node, at path: String, time: Instant) {
    nodes[path] = node
    times[path] = time
  }

  /// When the node was last written; nil where it is as it was in the beginning.
  func time(of path: String) -> Instant? { times[path] }

  /// Puts a file and the folders that lead to it.
  mutating func add(_ path: String, _ text: String = "") {
    addFolder(Path.folder(of: path))
    nodes[path] = .file(text)
  }

  /// Makes a folder and those that lead to it.
  mutating func addFolder(_ path: String) {
    var rest = path
    while rest != "/", nodes[rest] == nil {
      nodes[rest] = .folder
      rest = Path.folder(of: rest)
    }
  }

  /// Takes away the node and all below it.
  mutating func remove(_ path: String) {
    for key in paths(below: path) {
      nodes.removeValue(forKey: key)
      times.removeValue(forKey: key)
    }
  }

  /// A path that is there, and all that lie below it.
  func paths(below path: String) -> [String] { nodes.sortedKeys.filter { $0 == path || $0.hasPrefix(path + "/") } }

  /// The names in a folder, in byte order.
  func names(in folder: String) -> [String] {
    let prefix = folder == "/" ? "/" : folder + "/"
    let below = nodes.sortedKeys.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/") }
    return below.map { String($0.dropFirst(prefix.count)) }.sorted { $0.precedesByBytes($1) }
  }
}

/// Paths as text.
enum Path {
  /// The absolute path that `path` means in `folder`, without `.`, `..` and double slashes.
  static func resolve(_ path: String, in folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    let text = "/" + parts.joined(separator: "/")
    // As images link it.
    return text == "/var/run" || text.hasPrefix("/var/run/") ? String(text.dropFirst(4)) : text
  }

  /// The folder that an absolute path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// What follows the last slash.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
