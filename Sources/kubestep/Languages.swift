import Foundation
import Narration

/// The language of a run: from the command line, else from the environment.
enum Languages {
  /// The names of all.
  static let names = ["en", "ko"]

  static func named(_ text: String) -> Language? { Language(text) }

  static func choose(_ option: String?) -> Language {
    if let option, let language = Language(option) { return language }
    let environment = ProcessInfo.processInfo.environment
    return Language(environment: { environment[$0] })
  }
}
