package import Basics
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
  /// A line of names and values for each row, in the place of columns: for a reader who listens.
  package var asLines = false

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
  private var writer = TabWriter.table
  private var printedHeader = false

  package init(_ options: TableOptions) { self.options = options }

  /// The next rows, all of one kind, before the first of them the header. `change` adds the EVENT column.
  package mutating func text(of objects: [Object], change: WatchChange? = nil, at now: Instant) -> String {
    guard let kind = objects.first?.kind else { return "" }
    let table = KindTable.of(kind)
    if options.asLines {
      let names = header(table, hasEvent: change != nil).map { $0.lowercased() }
      return objects.map { object in
        let cells = cells(of: object, table, change, at: now)
        return zip(names, cells).map { "\($0): \($1)" }.joined(separator: ", ") + "\n"
      }.joined()
    }
    if !options.noHeaders && !printedHeader {
      write(header(table, hasEvent: change != nil))
      printedHeader = true
    }
    for object in objects { write(cells(of: object, table, change, at: now)) }
    return writer.flush()
  }

  private mutating func write(_ cells: [String]) {
    writer.write(cells.joined(separator: "\t") + "\n")
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
    var cells = change.map { [options.asLines ? $0.rawValue : $0.rawValue.padded(toCells: 8)] } ?? []
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
