import Basics
import Objects

/// What `-o` asks for.
package enum OutputForm: Hashable, Sendable {
  /// No `-o` at all, or `-o wide`: a table for `get`, a line about what was done for other commands.
  case plain(wide: Bool)
  case name
  case json
  case yaml
  case kyaml
  case jsonPath(JSONPath)
  case jsonPathAsJSON(JSONPath)
  case customColumns(CustomColumns)

  /// Which forms a command has.
  package enum Family: Hashable, Sendable {
    /// `get`: all of them.
    case get
    /// Commands that print what they have changed: no tables.
    case change
  }

  /// Why an `-o` is refused; `message` is what kubectl prints after `error: `.
  package struct FormError: Error, Hashable, Sendable {
    package let message: String
  }

  private static let changeFormats = [
    "go-template", "go-template-file", "json", "jsonpath", "jsonpath-as-json", "jsonpath-file", "kyaml", "name",
    "template", "templatefile", "yaml",
  ]
  private static let getFormats = changeFormats + ["custom-columns", "custom-columns-file", "wide"]
  private static let unsimulated: Set = [
    "go-template", "go-template-file", "template", "templatefile",
  ]

  /// The forms that are simulated, in byte order; those that a template follows end in `=`.
  package static func names(_ family: Family) -> [String] {
    let formats = family == .get ? getFormats : changeFormats
    return formats.filter { !unsimulated.contains($0) }.map { takesArgument.contains($0) ? $0 + "=" : $0 }
      .sorted { $0.precedesByBytes($1) }
  }

  /// Reads the value of `-o`, and of `--template` where that is given.
  ///
  /// `readFile` gives the text of a file, or nil where there is none. Mirrors `PrintFlags.ToPrinter`.
  package static func parse(
    _ output: String,
    template: String = "",
    family: Family = .get,
    readFile: (String) -> String? = { _ in nil }
  ) throws(FormError) -> OutputForm {
    // A template alone is taken for a Go template.
    let output = output.isEmpty && !template.isEmpty ? "go-template" : output
    guard !output.isEmpty else { return .plain(wide: false) }
    let formats = family == .get ? getFormats : changeFormats
    var format = output
    var argument = template
    if let equals = output.firstIndex(of: "="), takesArgument.contains(String(output[..<equals])) {
      format = String(output[..<equals])
      if template.isEmpty { argument = String(output[output.index(after: equals)...]) }
    }
    guard formats.contains(format) else {
      let allowed = formats.sorted { $0.precedesByBytes($1) }.joined(separator: ",")
      throw FormError(
        message: "unable to match a printer suitable for the output format \(output.goQuoted), "
          + "allowed formats are: \(allowed)"
      )
    }
    guard !unsimulated.contains(format) else {
      throw FormError(message: "not simulated: -o \(format) (jsonpath and custom-columns show the same)")
    }
    switch format {
    case "name": return .name
    case "json": return .json
    case "yaml": return .yaml
    case "kyaml": return .kyaml
    case "wide": return .plain(wide: true)
    default: return try parse(format, argument, readFile)
    }
  }

  private static let takesArgument: Set = [
    "custom-columns", "custom-columns-file", "go-template", "go-template-file", "jsonpath", "jsonpath-as-json",
    "jsonpath-file", "template", "templatefile",
  ]

  /// The forms that come with a template.
  private static func parse(
    _ format: String,
    _ argument: String,
    _ readFile: (String) -> String?
  ) throws(FormError) -> OutputForm {
    let isColumns = format.hasPrefix("custom-columns")
    guard !argument.isEmpty else {
      throw FormError(
        message: isColumns
          ? "custom-columns format specified but no custom columns given"
          : "template format specified but no template given"
      )
    }
    var text = argument
    if format.hasSuffix("-file") {
      guard let content = readFile(argument) else {
        let what = isColumns ? "template" : "--template"
        throw FormError(
          message: "error reading \(what) \(argument), open \(argument): no such file or directory\n"
        )
      }
      text = content
    }
    do {
      switch format {
      case "custom-columns": return .customColumns(try CustomColumns(specification: text))
      case "custom-columns-file": return .customColumns(try CustomColumns(file: text))
      case "jsonpath-as-json": return .jsonPathAsJSON(try JSONPath(text))
      default: return .jsonPath(try JSONPath(text))
      }
    } catch {
      throw FormError(message: isColumns ? error.message : "error parsing jsonpath \(text), \(error.message)\n")
    }
  }
}
