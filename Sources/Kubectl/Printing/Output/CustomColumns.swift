import Objects

/// The columns of `-o custom-columns=NAME:.metadata.name,…`.
package struct CustomColumns: Hashable, Sendable {
  private struct Column: Hashable, Sendable {
    let header: String
    let path: JSONPath
  }

  private let columns: [Column]

  /// Reads `HEADER:path` pairs with commas between.
  ///
  /// Mirrors `NewCustomColumnsPrinterFromSpec`.
  package init(specification: String) throws(JSONPath.PathError) {
    var columns: [Column] = []
    for part in specification.split(separator: ",", omittingEmptySubsequences: false) {
      guard let colon = part.firstIndex(of: ":") else {
        throw JSONPath.PathError(
          message: "unexpected custom-columns spec: \(part), expected <header>:<json-path-expr>"
        )
      }
      let path = try JSONPath(relaxed: String(part[part.index(after: colon)...]))
      columns.append(Column(header: String(part[..<colon]), path: path))
    }
    self.columns = columns
  }

  /// Reads a line of headers and a line of paths, with white space between.
  ///
  /// Mirrors `NewCustomColumnsPrinterFromTemplate`.
  package init(file: String) throws(JSONPath.PathError) {
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    guard lines.count >= 2 else {
      throw JSONPath.PathError(
        message: "invalid template, missing \(file.isEmpty ? "header" : "spec") line. Expected format is one line of "
          + "space separated headers, one line of space separated column specs."
      )
    }
    guard lines[0].count == lines[1].count else {
      throw JSONPath.PathError(
        message: "number of headers (\(lines[0].count)) and field specifications (\(lines[1].count)) don't match"
      )
    }
    var columns: [Column] = []
    for (header, path) in zip(lines[0], lines[1]) {
      columns.append(Column(header: header, path: try JSONPath(relaxed: path)))
    }
    self.columns = columns
  }

  var headers: [String] { columns.map(\.header) }

  /// Mirrors `CustomColumnsPrinter.printOneObject`: finds with commas between, `<none>` where there are none.
  func cells(of object: Value) throws(JSONPath.PathError) -> [String] {
    var cells: [String] = []
    for column in columns {
      let found = try column.path.results(in: object)
      let isMissing = found.first?.isEmpty ?? true
      cells.append(isMissing ? "<none>" : found.joined().map(\.goText).joined(separator: ","))
    }
    return cells
  }
}
