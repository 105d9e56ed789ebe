package import Basics
import Cluster
package import Machinery

/// Tells records in one language.
///
/// Records hold data only; every sentence is made here when it is shown, from the catalogue of `Localized` messages.
package struct Narrator: Hashable, Sendable {
  package var language: Language
  /// When the run began: times are told from there.
  package var start: Instant

  package init(language: Language, start: Instant = Configuration.defaultStart) {
    self.language = language
    self.start = start
  }

  package func text(_ message: Localized) -> String { message.text(in: language) }

  package func sentence(_ record: Record) -> String { text(record.sentence) }

  /// The parts of a record's line, for a caller that aligns columns.
  package func columns(_ record: Record) -> Columns {
    let elapsed = record.time - start
    return Columns(
      id: record.id.text,
      time: (elapsed < .zero ? "" : "+") + elapsed.seconds(decimals: 3) + "s",
      component: record.component.description,
      sentence: sentence(record)
    )
  }

  /// One record in one line: `#41     +3.120s  replicaset-controller   reconciles rs/web: …`.
  package func line(_ record: Record) -> String {
    columns(record).line(idWidth: 5, timeWidth: 9, componentWidth: 22)
  }

  /// A record as another one's explanation refers to it: `#40 kubectl: creates rs/web`.
  func reference(_ record: Record) -> String {
    "\(record.id.text) \(record.component): \(sentence(record))"
  }
}

/// A record's line in its parts.
package struct Columns: Hashable, Sendable {
  package var id: String
  /// Since the run began.
  package var time: String
  package var component: String
  package var sentence: String

  /// The parts side by side; widths in terminal cells.
  package func line(idWidth: Int, timeWidth: Int, componentWidth: Int) -> String {
    let right = String(repeating: " ", count: max(0, timeWidth - time.cellWidth)) + time
    return "\(id.padded(toCells: idWidth)) \(right)  \(component.padded(toCells: componentWidth))  \(sentence)"
  }
}

extension RecordID {
  /// `#41`, as it is typed.
  package var text: String { "#\(number)" }
}
