/// Keys beside letters, by what terminals send for them behind Escape. Which one that is differs between kinds of
/// terminal, and what their database says is not always so; here is all that is common.
enum EditingKeys {
  /// What is sent behind Escape, and the command of libedit. Keys that mean nothing here are ignored: their signs would
  /// stand in the line.
  static var all: [(sequence: String, command: String)] {
    var keys = [("[Z", ignored), ("[I", ignored), ("[O", ignored)]
    for letter in "PQRS" { keys.append(("O\(letter)", ignored)) }
    for (letter, command) in movements { keys += [("[\(letter)", command), ("O\(letter)", command)] }
    for (number, command) in numbered { keys.append(("[\(number)~", command)) }
    // 2 is Shift, 3 Alt, 5 Control, the others are several of them.
    for modifier in 2...8 {
      for (letter, command) in movements + [("C", "em-next-word"), ("D", "ed-prev-word")] {
        keys.append(("[1;\(modifier)\(letter)", command))
      }
      for letter in "PQRS" { keys.append(("[1;\(modifier)\(letter)", ignored)) }
      for (number, command) in numbered {
        keys.append(("[\(number);\(modifier)~", command == deletes ? "em-delete-next-word" : command))
      }
    }
    return keys
  }

  private static let ignored = "ed-ignore"
  private static let deletes = "ed-delete-next-char"
  private static let movements = [("H", "ed-move-to-beg"), ("F", "ed-move-to-end")]

  /// Home, Insert, Delete, End, the pages, and F1 to F20.
  private static var numbered: [(number: Int, command: String)] {
    (1...34).map { number in
      switch number {
      case 1, 7: (number, "ed-move-to-beg")
      case 3: (number, deletes)
      case 4, 8: (number, "ed-move-to-end")
      // The lines that begin as this one does.
      case 5: (number, "ed-search-prev-history")
      case 6: (number, "ed-search-next-history")
      default: (number, ignored)
      }
    }
  }
}
