/// One text in every language that the simulator speaks.
///
/// The catalogue of messages is made of these and has no keys to look up: a message without data is a static member in
/// an extension of `Localized`, one with data a static function, and the sentence of a value a property of its type.
/// Each concern has its own file (`Catalogue/…` here; a layer above puts its own next to the code that says it):
///
///     extension Localized {
///       static let goalReached = Localized("The goal is reached.", "목표를 이루었습니다.")
///       static func unknownObject(_ name: String) -> Localized {
///         Localized("there is no \(name)", "\(name.josa(.subject)) 없습니다")
///       }
///     }
///
/// and is said with `message.text(in: language)` or `narrator.text(.goalReached)`. Both languages stand side by side,
/// so that neither can be forgotten. Words of Kubernetes, names and messages of the API stay as they are in both.
/// Korean sentences end in ~합니다, and take particles after names from `josa`.
package struct Localized: Hashable, Sendable {
  package var english: String
  package var korean: String

  package init(_ english: String, _ korean: String) {
    self.english = english
    self.korean = korean
  }

  /// A text that is the same in both: names, numbers, commands.
  package init(same text: String) { self.init(text, text) }

  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }

  package static func + (left: Localized, right: Localized) -> Localized {
    Localized(left.english + right.english, left.korean + right.korean)
  }

  package static func + (left: Localized, right: String) -> Localized { left + Localized(same: right) }
}

extension [Localized] {
  /// The texts one after another, with `separator` between two.
  package func joined(separator: String) -> Localized {
    Localized(
      map(\.english).joined(separator: separator),
      map(\.korean).joined(separator: separator)
    )
  }
}
