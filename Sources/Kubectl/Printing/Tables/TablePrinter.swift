package import Basics
package import Narration
package import Objects

/// What the options of `kubectl get` ask of its tables.
package struct TableOptions: Sendable {
  /// `-o wide`.
  package var wide = false
  /// `--no-headers`.
  package var noHeaders = false
  /// `--show-labels`.
  package var showLabels = false
  /// `-L`: the labels to show, each in a column at the end.
  package var labelColumns: [String] = []
  /// `--show-kind`: names with their kind, as always where more than one kind was asked for.
  package var showKind = false
  /// `-A`: a NAMESPACE column for kinds that have namespaces.
  package var showNamespace = false
  /// What the reader's terminal takes.
  package var layout = Layout()

  package init() {}
}

/// What a watch says has happened to an object, for `--output-watch-events`.
package enum WatchChange: String, Sendable {
  case added = "ADDED"
  case modified = "MODIFIED"
  case deleted = "DELETED"
}

/// Prints tables as `kubectl get` does.
///
/// A value that is kept prints on, as `get -w` does: the header once, and columns that only get wider.
/// Mirrors `printers.NewTablePrinter` and `get.go`.
package struct TablePrinter: Sendable {
  package let options: TableOptions
  private var table: TableText?

  package init(_ options: TableOptions) { self.options = options }

  /// The next rows, all of one kind, before the first of them the header. `change` adds the EVENT column.
  package mutating func text(of objects: [Object], change: WatchChange? = nil, at now: Instant) -> String {
    guard let kind = objects.first?.kind else { return "" }
    let columns = KindTable.of(kind)
    var text =
      table ?? TableText(header(columns, hasEvent: change != nil), noHeaders: options.noHeaders, options.layout)
    defer { table = text }
    return text.text(of: objects.map { cells(of: $0, columns, change, at: now) })
  }

  private func header(_ table: KindTable, hasEvent: Bool) -> [String] {
    var names = hasEvent ? ["EVENT"] : []
    if options.showNamespace && table.kind.isNamespaced { names.append("NAMESPACE") }
    names += table.columns.filter { options.wide || !$0.wideOnly }.map(\.name)
    names += options.labelColumns.map { label in
      (label.split(separator: "/", omittingEmptySubsequences: false).last ?? "").uppercased()
    }
    if options.showLabels { names.append("LABELS") }
    return names
  }

  private func cells(of object: Object, _ table: KindTable, _ change: WatchChange?, at now: Instant) -> [String] {
    // Padded to one length, so that a stream of them stays aligned.
    var cells = change.map { [$0.rawValue.padded(toCells: 8)] } ?? []
    if options.showNamespace && table.kind.isNamespaced { cells.append(object.metadata.namespace) }
    for (column, cell) in zip(table.columns, table.row(object, now)) where options.wide || !column.wideOnly {
      let named = options.showKind && column.name == "NAME"
      cells.append(named ? "\(table.kind.qualifiedSingular)/\(cell)" : cell.firstLine)
    }
    cells += options.labelColumns.map { object.metadata.labels[$0] ?? "" }
    if options.showLabels { cells.append(object.metadata.labels.formatted) }
    return cells
  }
}

extension String {
  /// Up to the first line break, with `...` in place of what follows; no terminal escapes.
  ///
  /// Mirrors `printers.printRows`.
  fileprivate var firstLine: String {
    var out = ""
    for scalar in unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\u{0C}" { return out + "..." }
      if scalar == "\u{1B}" { out += "^[" } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }
}
