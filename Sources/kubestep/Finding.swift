import Basics
import Kubectl
import Narration

/// One thing that `doctor` has looked at.
struct Finding {
  enum Verdict: CaseIterable {
    case fine
    /// Worth to know; nothing is wrong.
    case note
    /// Something is to be done.
    case mend
  }

  var subject: Localized
  var verdict: Verdict
  /// What was found.
  var found: Localized
  /// What to do about it.
  var advice: Localized?

  init(_ subject: Localized, _ verdict: Verdict, _ found: Localized, advice: Localized? = nil) {
    self.subject = subject
    self.verdict = verdict
    self.found = found
    self.advice = advice
  }

  /// The findings in lines, what is to be done under what was found.
  static func text(of findings: [Finding], in language: Language) -> String {
    let rows = findings.flatMap { finding -> [(name: String, purpose: Localized)] in
      let name = "\(finding.verdict.word.text(in: language))  \(finding.subject.text(in: language))"
      return [(name, finding.found)] + (finding.advice.map { [("", Localized("› ", "› ") + $0)] } ?? [])
    }
    let verdicts = Verdict.allCases.map { $0.word.text(in: language).cellWidth }.max() ?? 0
    let padded = rows.map { row in
      let parts = row.name.split(separator: " ", maxSplits: 1).map(String.init)
      guard let word = parts.first else { return row }
      return (word.padded(toCells: verdicts) + (parts.count > 1 ? " \(parts[1])" : ""), row.purpose)
    }
    let lines = HelpPage.table(padded, in: language)
    return lines.map { $0.trimmingEnd + "\n" }.joined()
  }
}

extension Finding.Verdict {
  fileprivate var word: Localized {
    switch self {
    case .fine: Localized("ok", "정상")
    case .note: Localized("note", "참고")
    case .mend: Localized("mend", "조치")
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
