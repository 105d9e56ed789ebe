import Objects

/// The page that `export html` writes: one file with everything in it, which loads nothing.
package enum RunPage {
  /// The page of a run.
  package static func html(_ run: RunExport) -> String {
    // The JSON writer escapes `<`, so no text of the run can end the element that it stands in.
    fill(
      file("page.html"),
      ["/*page.css*/": file("page.css"), "/*run*/": run.value.json, "/*page.js*/": file("page.js")]
    )
  }

  /// `template` with each mark replaced by its text; what was put in is not looked at again.
  private static func fill(_ template: String, _ texts: KeyValuePairs<String, String>) -> String {
    var out = ""
    var rest = template[...]
    for (mark, text) in texts {
      guard let place = rest.firstRange(of: mark) else { preconditionFailure("the page has a place for \(mark)") }
      out += rest[..<place.lowerBound] + text
      rest = rest[place.upperBound...]
    }
    return out + rest
  }

  private static func file(_ name: String) -> String {
    guard let file = EmbeddedFiles.files.first(where: { $0.path == name }) else {
      preconditionFailure("\(name) is embedded")
    }
    return file.text
  }
}
