import APIServer
import Basics
import Objects

/// `kubectl events`: Events, the latest last.
///
/// Mirrors `pkg/cmd/events`.
enum EventsVerb {
  static let verb = Verb("events", flags: flags, run: run)

  private static let about = Flag.string("for")
  private static let noHeaders = Flag.bool("no-headers")
  private static let types = Flag.list("types")

  private static let flags = FlagTable(
    [CommonFlags.allNamespaces, CommonFlags.chunkSize, about, noHeaders, types, GetVerb.watch],
    refused: ["allow-missing-template-keys", .init("output", "o"), "show-managed-fields", "template"]
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    if !call.words.isEmpty { throw call.usage("unexpected arguments: [\(call.arguments.joined(separator: " "))]") }
    for type in call[types] where !["normal", "warning"].contains(type.lowercased()) {
      throw .plain("valid --types are Normal or Warning")
    }
    let namespace = call.namespace(in: context)
    let subject = try subject(call)
    let place = call[CommonFlags.allNamespaces] ? nil : namespace
    let isWanted = { (event: Event) in
      (place == nil || event.metadata.namespace == place) && (subject.map { isAbout($0, event) } ?? true)
        && (call[types].isEmpty || call[types].contains { $0.lowercased() == event.type.lowercased() })
    }
    let events = context.list(.event, in: place).compactMap { $0.as(Event.self) }.filter(isWanted)
    if call[GetVerb.watch] { return watch(events, isWanted, call, &context) }
    guard !events.isEmpty else {
      let place = call[CommonFlags.allNamespaces] ? "No events found." : "No events found in \(namespace) namespace."
      context.output.warn(place)
      return
    }
    var lines = EventLines(noHeaders: call[noHeaders], showNamespace: call[CommonFlags.allNamespaces])
    context.output.stdout += lines.text(of: events, at: context.now)
  }

  /// Prints what is there and then each Event as it is written.
  private static func watch(
    _ events: [Event],
    _ isWanted: (Event) -> Bool,
    _ call: Invocation,
    _ context: inout KubectlContext
  ) {
    var lines = EventLines(noHeaders: call[noHeaders], showNamespace: call[CommonFlags.allNamespaces])
    var text = lines.text(of: events, at: context.now)
    context.watch { change, time in
      guard change.kind != .deleted, let event = change.object.as(Event.self), isWanted(event) else { return }
      text += lines.text(of: [event], at: time)
    }
    context.output.stdout += text
    if context.interruptAt != nil { context.output.exit = 1 }
  }

  private static func subject(_ call: Invocation) throws(KubectlError) -> ResourceSelection.NamedResource? {
    guard !call[about].isEmpty else { return nil }
    guard call[about].contains("/") else { throw .plain("--for must be in resource/name form") }
    guard case .names(let names) = try ResourceArguments([Word(call[about], at: 0..<0)]).resolve() else { return nil }
    return names.first
  }

  private static func isAbout(_ subject: ResourceSelection.NamedResource, _ event: Event) -> Bool {
    event.involvedObject.kind == subject.kind.name && event.involvedObject.name == subject.name
  }
}
