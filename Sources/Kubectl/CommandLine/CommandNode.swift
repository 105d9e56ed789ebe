import Basics
import Objects

/// One command of kubectl by name, with those below it: `get`, `rollout` › `status`.
package struct CommandNode: Sendable {
  package var name: String
  package var aliases: [String]
  /// Mistaken names for which this command is proposed, as cobra's SuggestFor.
  package var suggestedFor: [String]
  package var children: [CommandNode]

  package init(
    _ name: String,
    aliases: [String] = [],
    suggestedFor: [String] = [],
    children: [CommandNode] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.suggestedFor = suggestedFor
    self.children = children
  }

  func child(_ name: String) -> CommandNode? {
    children.first { $0.name == name || $0.aliases.contains(name) }
  }
}

/// The command that a line names, and the words that are left for it.
package struct FoundCommand: Sendable {
  /// `rollout`, `status`; empty where the line names no command.
  package var path: [String]
  package var words: [Word]

  /// `kubectl rollout status`, as errors name it.
  package var pathText: String { (["kubectl"] + path).joined(separator: " ") }
}

/// A first word that is no command.
package struct UnknownCommandError: Error, Hashable, Sendable {
  package var word: Word
  package var suggestions: [String]

  /// Mirrors cobra's `legacyArgs` and `findSuggestions`.
  package var message: String {
    let base = "error: unknown command \(word.text.goQuoted) for \"kubectl\"\n"
    guard !suggestions.isEmpty else { return base }
    return base + "\nDid you mean this?\n" + suggestions.map { "\t\($0)\n" }.joined()
  }
}

extension CommandNode {
  /// Walks down from this root to the command that `words` name; flags of `global` may stand before it.
  ///
  /// Mirrors `cobra.Command.Find`.
  package func find(
    _ words: some Collection<Word>,
    global: FlagTable
  ) throws(UnknownCommandError) -> FoundCommand {
    var rest = Array(words)
    var node = self
    var path: [String] = []
    while let index = CommandNode.firstArgument(of: rest, global: global) {
      guard let child = node.child(rest[index].text) else {
        if path.isEmpty {
          throw UnknownCommandError(word: rest[index], suggestions: suggestions(for: rest[index].text))
        }
        break
      }
      rest.remove(at: index)
      path.append(child.name)
      node = child
      if node.children.isEmpty { break }
    }
    return FoundCommand(path: path, words: rest)
  }

  /// Where the first word stands that is neither a flag nor a global flag's argument.
  private static func firstArgument(of words: [Word], global: FlagTable) -> Int? {
    var index = 0
    while index < words.count {
      let text = words[index].text
      guard text.hasPrefix("-"), text != "-" else { return index }
      if text == "--" { return nil }
      index += global.takesNextWord(text) ? 2 : 1
    }
    return nil
  }

  /// The commands near to `typed`: at most two edits away, beginning with it, or known to be meant.
  ///
  /// Mirrors `cobra.Command.SuggestionsFor`, in the order in which the commands were added.
  package func suggestions(for typed: String) -> [String] {
    let lower = typed.lowercased()
    return children.filter { child in
      editDistance(lower, child.name) <= 2 || child.name.hasPrefix(lower) || child.suggestedFor.contains(lower)
    }.map(\.name)
  }
}

extension FlagTable {
  /// Whether the flag that `text` is has its argument in the next word.
  fileprivate func takesNextWord(_ text: String) -> Bool {
    let flag: Match? =
      if text.hasPrefix("--") {
        text.contains("=") ? nil : match(long: String(text.dropFirst(2)))
      } else {
        text.count == 2 ? text.last.flatMap { match(short: $0) } : nil
      }
    guard case .flag(let definition) = flag else { return false }
    return definition.whenBare == nil
  }
}
