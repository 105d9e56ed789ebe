import APIServer
import Basics
import Objects

/// `kubectl get -w`: what is there, and then each change as it happens.
struct GetWatch {
  private let call: Invocation
  private let output: GetOutput

  init(_ call: Invocation, _ output: GetOutput) {
    self.call = call
    self.output = output
  }

  func run(_ context: inout KubectlContext) throws(KubectlError) {
    let query = try ObjectQuery(call, typeMeansAll: true, context: context)
    let subject = try Subject(query)
    let found = try context.find(query, call)
    try found.throwErrors()
    var printer = Printer(output, showsEvents: call[GetVerb.watchEvents])
    if !call[GetVerb.watchOnly] {
      let objects = output.sortedRows(found.objects.map(\.object))
      try context.output.write(printer.text(of: objects, .added, at: context.now))
    }
    let filter = try ObjectFilter(query, subject.kind)
    var failure: KubectlError?
    context.watch { change, time in
      guard failure == nil, let shown = subject.notification(of: change, filter) else { return "" }
      do throws(KubectlError) {
        return try printer.text(of: [shown.object], shown.change, at: time)
      } catch {
        failure = error
        return ""
      }
    }
    if let failure { throw failure }
    if context.isInterrupted { context.output.exit = 1 }
  }
}

extension GetWatch {
  /// The one kind or object that is watched.
  private struct Subject {
    let kind: Kind
    private let name: String?
    private let namespace: String?

    init(_ query: ObjectQuery) throws(KubectlError) {
      switch query.selection {
      case .kinds(let kinds):
        guard kinds.count == 1 else { throw .plain("you may only specify a single resource type") }
        (kind, name) = (kinds[0], nil)
      case .names(let names):
        guard names.count == 1 else {
          throw .plain("watch is only supported on individual resources and resource collections")
        }
        (kind, name) = (names[0].kind, names[0].name)
      case .files: throw .notSimulated("get -w with -f")
      }
      if kind.isMadeWhenRead { throw .notSimulated("watching \(kind.resource)") }
      namespace = kind.isNamespaced ? query.namespace : nil
    }

    /// What a watch with these selectors tells of a change: an object that no longer matches counts as deleted.
    func notification(of change: Change, _ filter: ObjectFilter) -> (object: Object, change: WatchChange)? {
      let object = change.object
      guard object.kind == kind, name == nil || name == object.metadata.name,
        namespace == nil || namespace == object.metadata.namespace
      else { return nil }
      let matched = change.old.map(filter.matches) ?? false
      if change.kind == .deleted { return matched ? (object, .deleted) : nil }
      switch (matched, filter.matches(object)) {
      case (true, true): return (object, .modified)
      case (false, true): return (object, .added)
      case (true, false): return (change.old ?? object, .deleted)
      case (false, false): return nil
      }
    }
  }

  /// Prints on as objects come.
  private struct Printer {
    private var table: TablePrinter
    private var objects: ObjectPrinter?
    private let showsEvents: Bool

    init(_ output: GetOutput, showsEvents: Bool) {
      table = TablePrinter(output.table)
      self.showsEvents = showsEvents
      if case .plain = output.form { return }
      objects = ObjectPrinter(output.form, noHeaders: output.table.noHeaders, output.table.layout)
    }

    mutating func text(
      of changed: [Object],
      _ change: WatchChange,
      at now: Instant
    ) throws(KubectlError) -> String {
      guard var printer = objects else {
        return table.text(of: changed, change: showsEvents ? change : nil, at: now)
      }
      do throws(OutputForm.FormError) {
        var text = ""
        for object in changed {
          text += try showsEvents ? printer.text(of: object, change) : printer.text(of: object)
        }
        objects = printer
        return text
      } catch {
        throw .plain(error.message)
      }
    }
  }
}
