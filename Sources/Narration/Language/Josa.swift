/// The Korean particles whose form depends on how the word before them ends.
package enum Josa: Sendable {
  /// 을/를
  case object
  /// 이/가
  case subject
  /// 은/는
  case topic
  /// 과/와
  case and
  /// 으로/로
  case direction

  fileprivate func form(after ending: Ending) -> String {
    switch self {
    case .object: ending == .open ? "를" : "을"
    case .subject: ending == .open ? "가" : "이"
    case .topic: ending == .open ? "는" : "은"
    case .and: ending == .open ? "와" : "과"
    case .direction: ending == .closed ? "으로" : "로"
    }
  }
}

/// How the last syllable of a word ends when it is read aloud.
private enum Ending {
  /// In a vowel.
  case open
  /// In ㄹ, after which 으로 is 로.
  case rieul
  /// In another consonant.
  case closed
}

extension String {
  /// This text with the particle in the form that fits it: `web을`, `node-2를`, `파드가`.
  ///
  /// Marks behind the last letter (`)`, `"`) do not count. A name in Latin letters counts as Koreans read it: a part
  /// with a digit or without a vowel (`x7k2p`) is spelled letter by letter, another (`web`, `job`) is read as a word.
  package func josa(_ josa: Josa) -> String { self + josa.form(after: ending) }

  private var ending: Ending {
    let word = unicodeScalars.reversed().drop { !$0.properties.isAlphabetic && !$0.isDigit }
    guard let last = word.first else { return .open }
    switch last.value {
    case 0xAC00...0xD7A3:
      switch (last.value - 0xAC00) % 28 {
      case 0: return .open
      case 8: return .rieul
      default: return .closed
      }
    case 0x30...0x39: return Ending(digit: Int(last.value - 0x30))
    default:
      let part = word.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0.isDigit) }
      let letters = part.reversed().map { $0.properties.lowercaseMapping }
      let isSpelled = part.contains { $0.isDigit } || !letters.contains { Ending.vowels.contains($0) }
      return isSpelled ? Ending(letter: letters.last ?? "") : Ending(word: letters)
    }
  }
}

extension Ending {
  fileprivate static let vowels = ["a", "e", "i", "o", "u", "y"]

  /// 영 일 이 삼 사 오 육 칠 팔 구
  fileprivate init(digit: Int) {
    switch digit {
    case 1, 7, 8: self = .rieul
    case 0, 3, 6: self = .closed
    default: self = .open
    }
  }

  /// 엘 엠 엔 알 end in a consonant; the names of the other letters end in a vowel.
  fileprivate init(letter: String) {
    switch letter {
    case "l", "r": self = .rieul
    case "m", "n": self = .closed
    default: self = .open
    }
  }

  /// An English word as it is written in Hangul: 웹, 잡, 셋, 이미지, 네임, 파일, 디폴트.
  fileprivate init(word letters: [String]) {
    var letters = letters
    if letters.count > 2, letters.last == "e", ["l", "m", "n"].contains(letters[letters.count - 2]) {
      letters.removeLast()
    }
    let before = letters.count > 1 ? letters[letters.count - 2] : ""
    switch letters.last {
    case "l": self = .rieul
    case "m", "n": self = .closed
    case "g" where before == "n": self = .closed
    case "k" where before == "c": self = .closed
    // A stop closes the syllable after a vowel (웹, 셋) and opens one of its own after a consonant (테스트).
    case "b", "p", "k", "t", "c": self = Ending.vowels.contains(before) || before == "p" ? .closed : .open
    default: self = .open
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
}
