import Kubectl

/// A place on a line of one of the simulator's own commands.
enum SessionPlace: Place {
  /// What kubectl's commands take as well.
  case slot(Slot)
  /// `#41`, `1.5s`, or what has a name: a mark, a branch, `start`, `end`.
  case moment
  case branch
  /// The number of a breakpoint.
  case breakpoint
  /// A component whose watch can be disturbed.
  case watcher
  /// A component that records tell of.
  case component
  /// The name of a node that is not there yet.
  case newNode
  /// The path of a field of the object that stands before.
  case field
  /// `FIELD=VALUE` of that object.
  case fieldChange
  /// What `help` tells of.
  case topic
  /// A line of kubectl's.
  case command

  static func words(_ words: String...) -> SessionPlace { .slot(.words(words)) }

  func admits(_ word: String) -> Bool { if case .slot(let slot) = self { slot.admits(word) } else { true } }

  var repeats: Bool {
    switch self {
    case .command, .fieldChange: true
    default: false
    }
  }
}
