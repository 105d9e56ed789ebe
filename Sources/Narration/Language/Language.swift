import Basics

/// The languages that the simulator speaks.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case korean = "ko"

  /// Reads a language as people name it: `ko`, `ko_KR.UTF-8`, `korean`, `한국어`, `en`, `C`; nil for any other.
  package init?(_ text: String) {
    let word = text.lowercased().prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
    switch word {
    case "ko", "kor", "korean", "한국어": self = .korean
    case "en", "eng", "english", "영어", "c", "posix": self = .english
    default: return nil
    }
  }

  /// The language that the environment asks for; English where it asks for none that is spoken here.
  ///
  /// The first of LC_ALL, LC_MESSAGES and LANG that is set decides, as for the C library.
  package init(environment: (String) -> String?) {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    self = asked.flatMap { Language($0) } ?? .english
  }
}
