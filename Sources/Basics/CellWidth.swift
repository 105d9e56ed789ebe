extension Unicode.Scalar {
  /// Whether a terminal draws this scalar two cells wide: Hangul, CJK, fullwidth forms and emoji.
  ///
  /// The ranges are those of East Asian Width W and F.
  package var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether this scalar takes no cell of its own: combining marks, joiners, Hangul medial and final jamo.
  package var isZeroWidth: Bool {
    switch value {
    case 0x1160...0x11FF, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: true
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark: true
      default: false
      }
    }
  }
}

extension StringProtocol {
  /// How many terminal cells this text takes.
  package var cellWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      if scalar.isASCII {
        width += 1
      } else if !scalar.isZeroWidth {
        width += scalar.isWide ? 2 : 1
      }
    }
    return width
  }

  /// This text with spaces behind it up to `width` cells.
  package func padded(toCells width: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, width - cellWidth))
  }
}
