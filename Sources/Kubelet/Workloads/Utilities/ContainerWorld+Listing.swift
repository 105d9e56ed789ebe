import Basics

/// Files as `ls -l` shows them.
extension ContainerWorld {
  /// `-rw-r--r--    1 root     root            14 Jan  1 09:00 name`
  ///
  /// Every file belongs to root; rights other than that to execute are not simulated.
  func longLine(_ name: String, at path: String, _ style: ImageContents.Tools) -> String {
    let isFolder = node(at: path) == .folder
    let isExecutable = if case .file(_, true)? = node(at: path) { true } else { false }
    let rights = isFolder ? "drwxr-xr-x" : isExecutable ? "-rwxr-xr-x" : isReadOnly(path) ? "-r--r--r--" : "-rw-r--r--"
    let links = isFolder ? 2 + names(in: path).count { node(at: Path.resolve($0, in: path)) == .folder } : 1
    let size = isFolder ? 4_096 : file(path)?.utf8.count ?? 0
    let time = DateText.format(self.time(of: path), "%b %e %H:%M") ?? ""
    guard style == .busybox else { return "\(rights) \(links) root root \(size) \(time) \(name)" }
    let padded = TextUtilities.padded(left:_:)
    return "\(rights) \(padded(links, 4)) root     root     \(padded(size, 9)) \(time) \(name)"
  }

  /// What a file takes on its disk, which counts blocks of four kibibytes.
  func kibibytes(_ path: String) -> Int {
    let size = node(at: path) == .folder ? 4_096 : file(path)?.utf8.count ?? 0
    return (size + 4_095) / 4_096 * 4
  }
}
