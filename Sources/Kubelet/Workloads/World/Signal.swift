/// The signals that a container's processes can be sent, by their numbers on Linux.
package enum Signal: Int, Hashable, Sendable, CaseIterable {
  case hangUp = 1
  case interrupt = 2
  case quit = 3
  case kill = 9
  case user1 = 10
  case user2 = 12
  case pipe = 13
  case alarm = 14
  case terminate = 15
  case child = 17
  case proceed = 18
  case stop = 19

  /// As `kill -l` and `trap` name it: `TERM`.
  package var name: String {
    switch self {
    case .hangUp: "HUP"
    case .interrupt: "INT"
    case .quit: "QUIT"
    case .kill: "KILL"
    case .user1: "USR1"
    case .user2: "USR2"
    case .pipe: "PIPE"
    case .alarm: "ALRM"
    case .terminate: "TERM"
    case .child: "CHLD"
    case .proceed: "CONT"
    case .stop: "STOP"
    }
  }

  /// The exit code of a process that this signal has ended.
  package var exitCode: Int { 128 + rawValue }

  /// Reads `TERM`, `SIGTERM` or `15`; nil for anything else.
  package init?(text: String) {
    if let number = Int(text) {
      self.init(rawValue: number)
      return
    }
    let upper = text.uppercased()
    let name = upper.hasPrefix("SIG") ? String(upper.dropFirst(3)) : upper
    guard let found = Signal.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
