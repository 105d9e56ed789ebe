package import Basics
package import Cluster
package import Kubectl
package import Machinery
package import Narration
import Objects

/// One learner at one cluster: takes lines, answers with text.
///
/// Nothing here prints, reads a clock or a file: files come through `files` and go through `writer`, interrupts
/// come through `goesOn`.
package struct Session {
  package internal(set) var timeline: Timeline
  package internal(set) var pace: Pace
  package var language: Language
  package var files: FileReader
  package var writer = FileWriter.none
  package var editor = TextEditor.none
  /// For whom and with how much room all is drawn and told.
  package var layout = Layout()
  /// What keeps the journal of this session; nil where nothing does.
  package var recorder: SessionRecorder?
  /// The namespace of kubectl commands without `-n`, as `kubectl config set-context` leaves it.
  package internal(set) var namespace = "default"
  /// Asked by what runs long; false when the user has interrupted.
  package var goesOn: (Headway) -> Bool = { _ in true }
  /// Beside which commands run that somebody watches.
  package var clock = WallClock.none
  /// Commands that are carried out elsewhere, of which a mistyped one may be one.
  package var otherCommands: [String] = []
  /// Who types: told in the trace as what begins a chain of causes.
  package var author = Component.user
  /// Where whatever lets the cluster go on stops, in the order of their numbers.
  package internal(set) var breakpoints: [Breakpoint] = []
  /// What was stopped before its time; nil for nothing.
  var stopped: Errand?
  /// Whether each line is answered with what is promised and not kept as well.
  package internal(set) var showsPromises = false
  /// Kinds of which was said that nothing acts on them.
  var notedKinds: Set<Kind> = []
  /// The moment at which a waiting command of a script is interrupted.
  var interruptAt: Instant?
  /// The reconcile that a person plays.
  var played: PlayedReconcile?
  /// Whether the answer to the last line says what can be done next.
  package internal(set) var hasInvited = false
  /// Whether `quit` was said.
  package internal(set) var hasEnded = false

  package init(
    _ configuration: Configuration = Configuration(),
    pace: Pace,
    language: Language = .english,
    files: FileReader
  ) {
    self.pace = pace
    self.language = language
    self.files = files
    timeline = Timeline(configuration)
  }

  /// What the cluster was made from.
  package var configuration: Configuration { timeline.cluster.configuration }

  package var narrator: Narrator { Narrator(language: language, start: configuration.start) }

  func text(_ message: Localized) -> String { message.text(in: language) }

  /// Virtual time since the run began.
  package var elapsed: Interval { timeline.now - configuration.start }
}
