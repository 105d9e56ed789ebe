import Foundation

/// Where kubestep keeps what lives longer than a run: `$XDG_STATE_HOME/kubestep`, else `~/.local/state/kubestep`.
enum StateFolder {
  /// The history file; nil where the folder cannot be made, and then lines are forgotten.
  static var history: String? { path.map { $0 + "/history" } }
  /// The file that tells how far the learner has come; nil as above.
  static var progress: String? { path.map { $0 + "/progress" } }

  /// The folder, which is made where it is not there; nil where it cannot be.
  static var path: String? {
    let environment = ProcessInfo.processInfo.environment
    let base: String
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      base = state
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      base = home + "/.local/state"
    } else {
      return nil
    }
    let path = base + "/kubestep"
    let isThere: Void? = try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return isThere == nil ? nil : path
  }
}
