import Foundation

/// Writes a Swift file that holds the text of the files below the given folders, so that the executable runs from
/// anywhere.
///
/// Arguments: the output file, the name of the enum to make, a folder that paths are told relative to, the folders.
@main
enum Embed {
  /// What is embedded; other files may lie beside them.
  private static let kinds: Set = ["md", "yaml", "json", "html", "css", "js"]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 4 else { throw UsageError() }
    let output = URL(fileURLWithPath: arguments[1])
    let name = arguments[2]
    let root = URL(fileURLWithPath: arguments[3]).standardizedFileURL.path + "/"
    var text = "enum \(name) {\n  static let files: [(path: String, text: String)] = [\n"
    for file in arguments.dropFirst(3).flatMap(files(below:)).sorted() {
      let contents = try String(contentsOfFile: file, encoding: .utf8)
      let path = file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
      text += "    (\(literal(path)), \(literal(contents))),\n"
    }
    text += "  ]\n}\n"
    try text.write(to: output, atomically: true, encoding: .utf8)
  }

  struct UsageError: Error {}

  /// The paths of the files below `folder` that are embedded.
  private static func files(below folder: String) -> [String] {
    let folder = URL(fileURLWithPath: folder).standardizedFileURL
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { kinds.contains($0.pathExtension) }
      .map(\.standardizedFileURL.path)
  }

  /// `text` as a Swift string literal on one line.
  static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\0": out += "\\0"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
