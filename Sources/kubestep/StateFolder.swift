import Foundation

/// Where kubestep keeps what lives longer than a run: `$XDG_STATE_HOME/kubestep`, else `~/.local/state/kubestep`.
enum StateFolder {
  /// The history file; nil where the folder cannot be made, and then lines are forgotten.
  static var history: String? { path.map { $0 + "/history" } }
  /// The file that tells how far the learner has come; nil as above.
  static var progress: String? { path.map { $0 + "/progress" } }

  /// The folder, which is made where it is not there; nil where it cannot be.
  static var path: String? { wanted.flatMap { make($0) ? $0 : nil } }

  /// The folder `name` in it, which is made as well; else why it cannot be.
  static func folder(_ name: String) -> (path: String?, trouble: String) {
    guard let path = wanted.map({ "\($0)/\(name)" }) else {
      return (nil, "there is no folder for it: XDG_STATE_HOME, HOME")
    }
    return make(path) ? (path, "") : (nil, "\(path): \(String(cString: strerror(errno)))")
  }

  /// Where the folder is or would be; nil where nothing says.
  private static var wanted: String? {
    let environment = ProcessInfo.processInfo.environment
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/kubestep" }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.local/state/kubestep" }
    return nil
  }

  /// Makes a folder and those above it, for its owner alone.
  private static func make(_ path: String) -> Bool {
    var end = path.startIndex
    repeat {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      if mkdir(String(path[..<end]), 0o700) != 0, errno != EEXIST { return false }
    } while end != path.endIndex
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
