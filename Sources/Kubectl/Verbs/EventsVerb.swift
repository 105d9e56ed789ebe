import APIServer
import Basics
import Objects

/// `kubectl events`: Events, the latest last.
///
/// Mirrors `pkg/cmd/events`.
enum EventsVerb {
  static let verb = Verb("events", manual: manual, flags: flags, run: run)

  private static let manual = Manual(
    "list Events, the latest last",
    "이벤트를 오래된 것부터 보여 줍니다",
    examples: "events --for pod/web",
    "events --types=Warning"
  )

  private static let about = Flag.string("for", takes: .object())
  fileprivate static let noHeaders = Flag.bool("no-headers")
  private static let types = Flag.list("types", takes: .list(["Normal", "Warning"]))

  private static let flags =
    FlagTable([CommonFlags.allNamespaces, CommonFlags.chunkSize, about, noHeaders, types, GetVerb.watch])
    + CommonFlags.print

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("unexpected arguments: [\(call.arguments.joined(separator: " "))]") }
    for type in call[types] where !["normal", "warning"].contains(type.lowercased()) {
      throw .plain("valid --types are Normal or Warning")
    }
    var printer = try EventPrinter(call, context)
    let namespace = call.namespace(in: context)
    let subject = try subject(call)
    let place = call[CommonFlags.allNamespaces] ? nil : namespace
    let isWanted = { (event: Event) in
      (place == nil || event.metadata.namespace == place) && (subject.map { isAbout($0, event) } ?? true)
        && (call[types].isEmpty || call[types].contains { $0.lowercased() == event.type.lowercased() })
    }
    let events = context.list(.event, in: place).compactMap { $0.as(Event.self) }.filter(isWanted)
    if call[GetVerb.watch] { return try watch(events, isWanted, printer, &context) }
    guard !events.isEmpty else {
      let place = call[CommonFlags.allNamespaces] ? "No events found." : "No events found in \(namespace) namespace."
      context.output.warn(place)
      return
    }
    try context.output.write(printer.text(of: events, at: context.now))
  }

  /// Prints what is there and then each Event as it is written.
  private static func watch(
    _ events: [Event],
    _ isWanted: (Event) -> Bool,
    _ printer: EventPrinter,
    _ context: inout KubectlContext
  ) throws(KubectlError) {
    var printer = printer
    var failure: KubectlError?
    func text(_ events: [Event], _ time: Instant) -> String {
      do throws(KubectlError) {
        return try printer.text(ofEach: events, at: time)
      } catch {
        failure = failure ?? error
        return ""
      }
    }
    context.output.write(text(events, context.now))
    context.watch { change, time in
      guard change.kind != .deleted, let event = change.object.as(Event.self), isWanted(event) else { return "" }
      return text([event], time)
    }
    if let failure { throw failure }
    if context.isInterrupted { context.output.exit = 1 }
  }

  private static func subject(_ call: Invocation) throws(KubectlError) -> ResourceSelection.NamedResource? {
    guard !call[about].isEmpty else { return nil }
    let parts = call[about].count { $0 == "/" }
    if parts == 0 { throw .plain("--for must be in resource/name form") }
    if parts > 1 { throw .plain("arguments in resource/name form may not have more than one slash") }
    guard case .names(let names) = try ResourceArguments([Word(call[about], at: 0..<0)]).resolve() else { return nil }
    return names.first
  }

  private static func isAbout(_ subject: ResourceSelection.NamedResource, _ event: Event) -> Bool {
    event.involvedObject.kind == subject.kind.name && event.involvedObject.name == subject.name
  }
}

/// Prints Events as the verb's own table, or in the form of `-o`.
private struct EventPrinter {
  private var lines: EventLines
  private var objects: ObjectPrinter?

  init(_ call: Invocation, _ context: KubectlContext) throws(KubectlError) {
    lines = EventLines(
      noHeaders: call[EventsVerb.noHeaders],
      showNamespace: call[CommonFlags.allNamespaces],
      context.layout
    )
    do throws(OutputForm.FormError) {
      let form = try OutputForm.parse(
        call[CommonFlags.output],
        template: call[CommonFlags.template],
        family: .change,
        readFile: { context.text(ofFile: $0) }
      )
      if form != .plain(wide: false) { objects = ObjectPrinter(form) }
    } catch {
      throw .plain(error.message)
    }
  }

  /// All that there is, as one list.
  mutating func text(of events: [Event], at now: Instant) throws(KubectlError) -> String {
    try text(at: now, events) { (printer) throws(OutputForm.FormError) in
      try printer.text(ofList: EventLines.sorted(events).map { Object($0) }, kind: "EventList")
    }
  }

  /// Each by itself.
  mutating func text(ofEach events: [Event], at now: Instant) throws(KubectlError) -> String {
    try text(at: now, events) { (printer) throws(OutputForm.FormError) in
      var text = ""
      for event in EventLines.sorted(events) { text += try printer.text(of: Object(event)) }
      return text
    }
  }

  private mutating func text(
    at now: Instant,
    _ events: [Event],
    _ print: (inout ObjectPrinter) throws(OutputForm.FormError) -> String
  ) throws(KubectlError) -> String {
    guard var printer = objects else { return lines.text(of: events, at: now) }
    do throws(OutputForm.FormError) {
      defer { objects = printer }
      return try print(&printer)
    } catch {
      throw .plain(error.message)
    }
  }
}
