/// A mark that Markdown puts around words within a line: `*said*` or `**called**`, outside of `` `code` ``.
///
/// While lines are broken it stands as a scalar that takes no cell, so that they break as if it were not there.
enum InlineMark: CaseIterable {
  case emphasis
  case strong

  /// The scalars that begin and end a marked word: of Unicode's invisible operators, which no text has.
  private var beginning: Unicode.Scalar { self == .emphasis ? "\u{2061}" : "\u{2062}" }
  private static let end: Unicode.Scalar = "\u{2063}"

  /// What a terminal underlines and embolds by, and what ends it. Slanted Hangul is hard to read.
  private var control: (begin: String, end: String) {
    self == .emphasis ? ("\u{1B}[4m", "\u{1B}[24m") : ("\u{1B}[1m", "\u{1B}[22m")
  }

  /// `text` with scalars in the places of its marks where it `keepsThem`, else without them: several words that are
  /// marked as said then stand between quotation marks, since nothing else shows where they begin and end.
  static func taken(from text: String, keepsThem: Bool) -> String {
    let marked = #/`[^`]*`|\*\*(?!\s)(?<called>(?:`[^`]*`|[^*])+)\*\*|\*(?!\s)(?<said>(?:`[^`]*`|[^*])+)\*/#
    return text.replacing(marked) { match in
      guard let words = match.called ?? match.said, words.last?.isWhitespace == false else { return String(match.0) }
      guard keepsThem else { return match.said?.contains(" ") == true ? "\"\(words)\"" : String(words) }
      let mark: InlineMark = match.called == nil ? .emphasis : .strong
      return "\(mark.beginning)\(words)\(end)"
    }
  }

  /// Lines as a terminal shows them. What goes on over the end of a line is begun anew behind the next one's indent.
  static func shown(_ lines: [String]) -> [String] {
    var open: InlineMark?
    return lines.map { line in
      var shown = ""
      var resumes = open
      for scalar in line.unicodeScalars {
        if let mark = allCases.first(where: { $0.beginning == scalar }) {
          open = mark
          shown += mark.control.begin
        } else if scalar == end {
          shown += open?.control.end ?? ""
          open = nil
        } else {
          if scalar != " ", let mark = resumes {
            shown += mark.control.begin
            resumes = nil
          }
          shown.unicodeScalars.append(scalar)
        }
      }
      return shown + (open?.control.end ?? "")
    }
  }
}
