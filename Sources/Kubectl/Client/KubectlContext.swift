package import APIServer
package import Basics
package import Cluster
package import Machinery
package import Narration
package import Objects

/// What a verb works with: the run it acts on, as a client of the API server, and what the user's machine offers.
package struct KubectlContext {
  package internal(set) var timeline: Timeline
  /// The typed line; told in the trace with the first write that comes of it, so that reading leaves no trace.
  private var command: String?
  /// Who typed it.
  package var author = Component.user
  /// The namespace of commands without `-n`.
  package var namespace = "default"
  package var files: FileReader
  package var editor = TextEditor.none
  /// The language of descriptions; all that is kubectl's own stays English.
  package var language = Language.english
  /// The variables that the line sets in front of the command.
  package var assignments: [ShellLine.Assignment] = []
  /// What the line redirects into standard input; nil for nothing.
  package var standardInput: [UInt8]?
  /// Whether the command may let virtual time pass while it waits (`delete`, `wait`, `get -w`).
  ///
  /// False in step mode: then it answers at once, and the waiting is the learner's.
  package var mayWait: Bool
  /// Whether a malformed manifest is also told by line and column, in a line of our own under kubectl's.
  package var showsPlaces = true
  /// Commands beside kubectl's, of which a mistyped one may be one.
  package var otherCommands: [String] = []
  /// The known word that a mistyped one is near to, to be told with the error.
  var hint: String?
  /// The moment at which a command that waits is interrupted; nil for none.
  package var interruptAt: Instant?
  /// Asked after each move, with the records that it made; true where a command that waits is to wait no more.
  package var stops: (Timeline, ArraySlice<Record>) -> Bool = { _, _ in false }
  /// Whether something has ended the waiting before its time: `stops`, or `interruptAt`.
  package private(set) var isInterrupted = false
  /// Beside which commands run that are watched.
  package var clock = WallClock.none
  /// Whether a command would have had time pass where it may not.
  package private(set) var isHeldBack = false
  /// Whether somebody watched until they had enough, so that no more time is to pass.
  package private(set) var wasWatchedEnough = false
  /// What the reader's terminal takes; in scripts, kubectl's own text alone.
  package var layout = Layout()
  package var output = CommandOutput()

  package init(command: String, files: FileReader, standardInput: [UInt8]? = nil, mayWait: Bool = true) {
    timeline = .blank
    self.command = command
    self.files = files
    self.standardInput = standardInput
    self.mayWait = mayWait
  }

  package var now: Instant { timeline.now }
  package var store: Store { timeline.cluster.store }
}

// Reading.
extension KubectlContext {
  package func get(_ id: ObjectID) throws(APIError) -> Object {
    let object = id.kind.isMadeWhenRead ? list(id.kind, in: nil).first { $0.id == id } : store[id]
    guard let object else { throw .notFound(id.kind, name: id.key.name) }
    return object
  }

  /// The objects of `kind` in the order of their keys; nil for all namespaces.
  package func list(_ kind: Kind, in namespace: String?) -> [Object] {
    guard kind.isMadeWhenRead else { return store.list(kind, in: kind.isNamespaced ? namespace : nil) }
    let all = timeline.cluster.view(of: kind)
    guard kind.isNamespaced, let namespace else { return all }
    return all.filter { $0.metadata.namespace == namespace }
  }
}

// Writing; every accepted or refused write is told in the trace.
extension KubectlContext {
  /// Creates an object from a manifest's value: decoded, defaulted and validated as the API server does.
  ///
  /// The object as stored, and warnings to print (`unknown field "…"` under `.warn`).
  package mutating func create(
    _ value: Value,
    as kind: Kind,
    namespace: String,
    validation: FieldValidation = .strict,
    dryRun: Bool = false
  ) throws(APIError) -> (object: Object, warnings: [String]) {
    try checkIsStored(kind)
    let decoded = try RequestDecoding.forCreate(
      value,
      as: kind,
      namespace: namespace,
      uid: timeline.cluster.server.nextUID,
      validation: validation
    )
    if dryRun {
      var server = timeline.cluster.server
      return (try server.create(decoded.object, at: now, dryRun: true).object, decoded.warnings)
    }
    let changes = try perform(.create(decoded.object))
    return (changes.last?.object ?? decoded.object, decoded.warnings)
  }

  /// Replaces an object by a new value of it; nil in `object` where that changed nothing.
  package mutating func update(
    _ value: Value,
    of old: Object,
    subresource: Subresource? = nil,
    validation: FieldValidation = .strict,
    dryRun: Bool = false
  ) throws(APIError) -> (object: Object?, warnings: [String]) {
    try checkIsStored(old.kind)
    let decoded = try RequestDecoding.forUpdate(value, of: old, subresource: subresource, validation: validation)
    if dryRun {
      var server = timeline.cluster.server
      let change = try server.update(decoded.object, subresource: subresource, at: now, dryRun: true)
      return (change?.object, decoded.warnings)
    }
    let changes = try perform(.update(decoded.object, subresource))
    return (changes.last?.object, decoded.warnings)
  }

  package mutating func delete(_ id: ObjectID, _ options: DeleteOptions) throws(APIError) {
    try checkIsStored(id.kind)
    if options.dryRun {
      var server = timeline.cluster.server
      _ = try server.delete(id, options, at: now)
    } else {
      _ = try perform(.delete(id, options))
    }
  }
}

extension KubectlContext {
  /// Lets a Pod go if its PodDisruptionBudget allows.
  mutating func evict(_ id: ObjectID, _ options: DeleteOptions) throws(APIError) {
    _ = try perform(.evict(id, options))
  }

  private func checkIsStored(_ kind: Kind) throws(APIError) {
    if kind.isMadeWhenRead { throw .notSimulated("writing \(kind.resource), which are made from other objects here") }
  }

  /// Begins a command in a container.
  mutating func begin(_ request: ExecRequest) {
    // The API server has no part in it, so nothing is refused.
    _ = try? perform(.exec(request))
  }

  private mutating func perform(_ input: Input) throws(APIError) -> [Change] {
    if let text = command {
      command = nil
      _ = try timeline.perform(.command(text, by: author))
    }
    defer { noteInterrupt(after: timeline.trace.made(at: timeline.position)) }
    return try timeline.perform(input)
  }

  private mutating func noteInterrupt(after made: ArraySlice<Record>) {
    if stops(timeline, made) { isInterrupted = true }
  }
}

// Standard input.
extension KubectlContext {
  /// All of it: what the line redirects, else what somebody types at the prompt. Reading again finds nothing.
  mutating func readStandardInput() throws(KubectlError) -> [UInt8] {
    defer { standardInput = [] }
    if let standardInput { return standardInput }
    switch files.read(FileReader.typed) {
    case .file(let bytes): return bytes
    case .unreadable(let reason): throw .plain(reason)
    case .folder, .missing: return []
    }
  }

  /// What a command with -i reads: a file, or nothing in a script; nil for a terminal, at which somebody may type.
  var typedInput: String? {
    if let standardInput { return String(decoding: standardInput, as: UTF8.self) }
    return showsPlaces ? nil : ""
  }
}

// Waiting.
extension KubectlContext {
  /// Lets virtual time pass until `condition` holds or `limit` is over; whether it holds.
  ///
  /// Answers at once where the command may not wait.
  package mutating func wait(_ limit: Interval, until condition: (Store) -> Bool) -> Bool {
    guard mayWait else {
      let holds = condition(store)
      if !holds, limit > .zero { isHeldBack = true }
      return holds
    }
    return pass(until: now + limit) { timeline, _ in condition(timeline.cluster.store) }
  }

  /// Lets virtual time pass and prints what `tell` says about every accepted change: beside the clock on the wall
  /// until interrupted; without one until nothing more is coming soon.
  package mutating func watch(_ tell: (Change, Instant) -> String) {
    guard mayPass() else { return }
    func news(_ made: ArraySlice<Record>) -> String {
      made.map { record in
        if case .wrote(_, _, let change?) = record.happening { tell(change, record.time) } else { "" }
      }.joined()
    }
    if beginWatch() {
      while tick(news) {}
    } else {
      passTelling(until: nil, news)
    }
  }

  /// Whether time may pass for a command that would go on for ever; where not, that is told.
  mutating func mayPass() -> Bool {
    isHeldBack = !mayWait
    return mayWait
  }

  /// Whether somebody watches the command beside the clock on the wall. To be asked once by a command.
  func beginWatch() -> Bool { interruptAt == nil && clock.begins() }

  /// Shows what was printed, waits for the clock's next tick, and lets as much virtual time pass; false where the
  /// watcher has had enough, and then no time passes, or where something has stopped it. What `tell` says about the
  /// records of each move is printed.
  mutating func tick(_ tell: (ArraySlice<Record>) -> String = { _ in "" }) -> Bool {
    output.fold(in: layout)
    guard clock.ticks(output.take()) else {
      wasWatchedEnough = true
      return false
    }
    passTelling(until: now + WallClock.tick, tell)
    return !isInterrupted
  }

  /// Lets virtual time pass and prints what `tell` says about the records of each move.
  private mutating func passTelling(until end: Instant?, _ tell: (ArraySlice<Record>) -> String) {
    var text = ""
    _ = pass(until: end) { _, made in
      text += tell(made)
      return false
    }
    output.write(text)
  }

  /// Lets virtual time pass until `isDone` holds, `limit` is over or the command is interrupted; whether it holds.
  /// Where neither an end nor an interrupt was given, only until nothing more is coming soon.
  ///
  /// `isDone` is asked before the first move, and after each with the records that it made.
  mutating func pass(until limit: Instant?, _ isDone: (Timeline, ArraySlice<Record>) -> Bool) -> Bool {
    guard !isInterrupted else { return isDone(timeline, []) }
    let end = [limit, interruptAt].compactMap { $0 }.min()
    let stops = stops
    var isStopped = false
    var holds = false
    timeline.run(until: end) { timeline, made in
      holds = isDone(timeline, made)
      isStopped = !made.isEmpty && stops(timeline, made)
      let isAtRest = end == nil && timeline.cluster.isSettled && !timeline.isInThePast
      return holds || isStopped || isAtRest
    }
    isInterrupted = !holds && (isStopped || interruptAt.map { now >= $0 } ?? false)
    return holds
  }
}
