import Basics
import Objects

extension ContainerWorld {
  /// The mount that an absolute path lies in, and its path in the volume; nil for the container's own files.
  private func place(of path: String) -> (mount: ContainerPlan.Mount, path: String)? {
    for mount in plan.mounts where path == mount.path || path.hasPrefix(mount.path + "/") {
      let rest = mount.subPath + path.dropFirst(mount.path.count)
      return (mount, rest.isEmpty ? "/" : rest)
    }
    return nil
  }

  /// The volume that an absolute path lies in, and its path there; nil for the container's own files.
  private func volume(of path: String) -> (name: String, path: String)? {
    place(of: path).flatMap { $0.mount.isFixed ? nil : ($0.mount.volume, $0.path) }
  }

  /// Copies what is mounted as it is now.
  mutating func copyFixedMounts() {
    for mount in plan.mounts where mount.isFixed {
      let volume = volumes[mount.volume, default: FileTree()]
      for path in volume.paths(below: mount.subPath) {
        guard let node = volume[path] else { continue }
        files.addFolder(Path.folder(of: mount.path))
        files.put(node, at: mount.path + path.dropFirst(mount.subPath.count), time: clock)
      }
    }
  }

  /// Whether what lies at an absolute path cannot be changed.
  func isReadOnly(_ path: String) -> Bool {
    if let place = place(of: path) { return place.mount.isReadOnly }
    return plan.isRootReadOnly && !path.hasPrefix("/dev/")
  }

  func node(at path: String) -> FileTree.Node? {
    if let place = volume(of: path) { return volumes[place.name, default: FileTree()][place.path] }
    return files[path]
  }

  /// When what lies at an absolute path was last written: at the container's start, where nothing else is known.
  func time(of path: String) -> Instant {
    let known = volume(of: path).map { volumes[$0.name, default: FileTree()].time(of: $0.path) } ?? files.time(of: path)
    return known ?? startedAt
  }

  /// The names in a folder, in byte order.
  func names(in folder: String) -> [String] {
    if let place = volume(of: folder) { return volumes[place.name, default: FileTree()].names(in: place.path) }
    return files.names(in: folder)
  }

  /// Puts a node at an absolute path; nothing happens where that cannot be changed.
  mutating func put(_ node: FileTree.Node, at path: String) {
    guard !isReadOnly(path) else { return }
    if let place = volume(of: path) {
      volumes[place.name, default: FileTree()].put(node, at: place.path, time: clock)
    } else {
      files.put(node, at: path, time: clock)
    }
  }

  /// Takes away what lies at an absolute path; nothing happens where that cannot be changed.
  mutating func removeNode(at path: String) {
    guard !isReadOnly(path) else { return }
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
