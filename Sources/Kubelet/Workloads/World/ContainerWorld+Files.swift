import Basics
import Objects

extension ContainerWorld {
  /// The volume that an absolute path lies in, and its path there; nil for the container's own files.
  private func volume(of path: String) -> (name: String, path: String)? {
    for mount in plan.mounts where path == mount.path || path.hasPrefix(mount.path + "/") {
      guard let volume = mount.volume else { continue }
      let rest = String(path.dropFirst(mount.path.count))
      return (volume, rest.isEmpty ? "/" : rest)
    }
    return nil
  }

  func node(at path: String) -> FileTree.Node? {
    if let place = volume(of: path) { return volumes[place.name, default: FileTree()][place.path] }
    return files[path]
  }

  /// The names in a folder, in byte order.
  func names(in folder: String) -> [String] {
    if let place = volume(of: folder) { return volumes[place.name, default: FileTree()].names(in: place.path) }
    return files.names(in: folder)
  }

  mutating func put(_ node: FileTree.Node, at path: String) {
    if let place = volume(of: path) {
      volumes[place.name, default: FileTree()].put(node, at: place.path)
    } else {
      files.put(node, at: path)
    }
  }

  mutating func removeNode(at path: String) {
    if let place = volume(of: path) {
      volumes[place.name, default: FileTree()].remove(place.path)
    } else {
      files.remove(path)
    }
  }

  mutating func append(_ text: String, to path: String) {
    guard case .file(let old, let isExecutable)? = node(at: path) else { return }
    put(.file(old + text, isExecutable: isExecutable), at: path)
  }
}
