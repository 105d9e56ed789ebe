package import Cluster
package import Kubectl
package import Narration

/// A session as it is kept: what it was made from, and every line that was typed with all that the line read.
///
/// From these the whole session follows again, with all its branches. The states that the lines led to are kept
/// beside them, so that a replay proves itself or says at which line it parted.
package struct Journal: Sendable {
  package var header: Header
  package var entries: [Entry] = []

  package init(_ header: Header) { self.header = header }

  /// What a session is made from.
  package struct Header: Sendable, Hashable {
    /// The version of the program that kept it.
    package var program: String
    package var configuration: Configuration
    package var pace: Pace
    package var language: Language
    /// The editor where no variable names one.
    package var editor: String?
    /// The folder of lessons that was named; nil for those of the program.
    package var lessons: String?
    /// How far the learner had come in the course; nil where that is not known.
    package var progress: String?

    /// How many events apart a journal has hashes of the run.
    package static let hashEvery = 100

    /// What `session` is made from, at its beginning.
    package init(program: String, _ session: Session) {
      self.init(program: program, session.configuration, pace: session.pace, language: session.language)
      editor = session.editor.fallback
    }

    package init(program: String, _ configuration: Configuration, pace: Pace, language: Language) {
      self.program = program
      self.configuration = configuration
      self.configuration.hashEvery = Header.hashEvery
      self.pace = pace
      self.language = language
    }
  }

  /// One typed line, what it took in from outside, and what it led to.
  package struct Entry: Sendable, Hashable {
    package var line: String
    package var intake: Intake
    package var outcome: Outcome
  }

  /// What a line took in from outside the simulator, in the order in which it did.
  package struct Intake: Sendable, Hashable {
    package var files: [File] = []
    /// Variables of the machine's environment that were asked for; nil for not set.
    package var variables: [Variable] = []
    package var edits: [TextEditor.Outcome] = []
    /// How often it had been asked whether to go on when the user interrupted it; nil where that did not happen.
    package var interruptedAfter: Int?
    /// For how many ticks of the clock on the wall it was watched; nil where it was not.
    package var ticks: Int?

    package init() {}
  }

  package struct File: Sendable, Hashable {
    package var path: String
    package var entry: FileReader.Entry
  }

  package struct Variable: Sendable, Hashable {
    package var name: String
    package var value: String?
  }

  /// Where a line led.
  package struct Outcome: Sendable, Hashable {
    package var moment: Moment
    /// The number of the last record.
    package var record: Int
    /// `Cluster.stateHash` after the line.
    package var state: UInt64
    /// `Trace.hashes` as far as the line added to them.
    package var hashes: [UInt64]
    /// How many hashes of the trace precede those.
    package var hashesBefore: Int
  }
}
