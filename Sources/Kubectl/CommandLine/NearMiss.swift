import Basics
import Objects

/// The known word that a mistyped one may have meant, where kubectl itself proposes none.
extension KubectlError {
  var nearest: String? {
    guard case .unknownType(let name) = self else { return nil }
    return ResourceType.nearest(to: name)
  }
}

extension FlagError {
  /// Among the flags of the command.
  func nearest(in table: FlagTable) -> String? {
    guard case .unknown(let long) = problem else { return nil }
    return NearWord.of(long, among: table.simulated.map(\.long)).map { "--\($0)" }
  }
}

extension ResourceType {
  /// The simulated type whose name is nearest to a word.
  package static func nearest(to word: String) -> String? {
    let near =
      NearWord.of(word, among: Kind.allCases.flatMap { [$0.plural, $0.names.singular] })
      ?? NearWord.of(word, among: Kind.allCases.flatMap(\.names.shortNames))
    // The word itself may have been right, and the group behind it wrong.
    return near == word ? nil : near
  }
}

extension UnknownCommandError {
  /// The same with one of these other commands proposed, too, if it is near.
  func offering(_ others: [String]) -> UnknownCommandError {
    var error = self
    let typed = word.text.lowercased()
    let near =
      others.filter { typed.count > 1 && $0.hasPrefix(typed) } + [NearWord.of(typed, among: others)].compactMap { $0 }
    for other in near where !error.suggestions.contains(other) { error.suggestions.append(other) }
    return error
  }
}
