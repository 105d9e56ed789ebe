import Basics
import Objects

/// A journal as text: JSON lines, the header first. Each ends in a check sum of itself and the line before it.
package enum JournalText {
  /// The newest format that is read, and the one that is written.
  package static let format: Int64 = 1

  private static let kind = "kubestep journal"
  private static let checkName = ",\"check\":\""
  private static let checkLength = 16

  /// The line of `fields`, which follows a line whose check sum was `previous`; and its own.
  static func line(_ fields: Fields, after previous: UInt64) -> (text: String, check: UInt64) {
    let body = String(Value.object(fields).json.dropLast())
    let check = checkSum(body.utf8, after: previous)
    return (body + checkName + hex(check) + "\"}\n", check)
  }

  static func line(_ header: Journal.Header) -> (text: String, check: UInt64) {
    var fields = header.fields
    fields["journal"] = .string(kind)
    fields["format"] = .int(format)
    return line(fields, after: 0)
  }

  private static func checkSum(_ body: some Sequence<UInt8>, after previous: UInt64) -> UInt64 {
    var hasher = StableHasher(continuing: StableHasher().value ^ previous)
    for byte in body { hasher.combine(byte) }
    return hasher.value
  }

  /// Reads a journal up to where it is damaged.
  package static func read(_ bytes: [UInt8]) throws(JournalError) -> JournalReading {
    var lines = Lines(bytes)
    guard let first = lines.next() else { throw .notAJournal }
    guard let fields = fields(of: first), fields["journal"]?.string == kind, let written = fields["format"]?.int else {
      throw first.isWhole ? .notAJournal : .nothingLeft
    }
    guard written <= format else { throw .newer(written) }
    guard var check = check(first, after: 0), let header = Journal.Header(fields) else { throw .nothingLeft }
    var reading = JournalReading(journal: Journal(header), intact: lines.position)
    while let line = lines.next() {
      guard let next = self.check(line, after: check), let entry = self.fields(of: line).flatMap(Journal.Entry.init)
      else {
        reading.damage = line.isWhole ? .altered(line: lines.number) : .cutOff(line: lines.number)
        break
      }
      check = next
      reading.journal.entries.append(entry)
      reading.intact = lines.position
    }
    return reading
  }

  private static func fields(of line: Lines.Line) -> Fields? {
    (try? JSONText.parse(bytes: Array(line.bytes)))?.object
  }

  /// The check sum of a line that is as it was written; else nil.
  private static func check(_ line: Lines.Line, after previous: UInt64) -> UInt64? {
    let tail = checkName.utf8.count + checkLength + 2
    guard line.bytes.count > tail else { return nil }
    let check = checkSum(line.bytes.dropLast(tail), after: previous)
    let expected = checkName + hex(check) + "\"}"
    return line.bytes.suffix(tail).elementsEqual(expected.utf8) ? check : nil
  }

  /// The lines of a text, one after the other.
  private struct Lines {
    struct Line {
      var bytes: ArraySlice<UInt8>
      /// Whether it ends in a line feed.
      var isWhole: Bool
    }

    private let bytes: [UInt8]
    /// Where the next line begins.
    private(set) var position = 0
    /// The number of the line that was read last, from 1.
    private(set) var number = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Line? {
      guard position < bytes.count else { return nil }
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n"))
      let line = Line(bytes: bytes[position..<(end ?? bytes.count)], isWhole: end != nil)
      position = end.map { $0 + 1 } ?? bytes.count
      number += 1
      return line
    }
  }
}

/// What could be read of a journal.
package struct JournalReading: Sendable {
  package var journal: Journal
  /// What comes behind the last entry that is whole; nil where that is the end.
  package var damage: JournalDamage?
  /// So many bytes are undamaged.
  package var intact: Int
}

/// Where a journal is not as it was written.
package enum JournalDamage: Hashable, Sendable {
  /// The last line ends too early.
  case cutOff(line: Int)
  case altered(line: Int)
}

/// Why nothing of a journal could be read.
package enum JournalError: Error, Hashable, Sendable {
  case notAJournal
  /// It is of a format that this program does not know yet.
  case newer(Int64)
  /// Its first line is damaged, without which there is nothing to begin from.
  case nothingLeft
}
