import Foundation

/// Writes a Swift file that holds the text of the given files, so that the executable runs from anywhere.
///
/// Arguments: the output file, the name of the enum to make, a folder that paths are told relative to, the files.
@main
enum Embed {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 3 else { throw UsageError() }
    let output = URL(fileURLWithPath: arguments[1])
    let name = arguments[2]
    let root = URL(fileURLWithPath: arguments[3]).standardizedFileURL.path + "/"
    var text = "enum \(name) {\n  static let files: [(path: String, text: String)] = [\n"
    for file in arguments.dropFirst(3).sorted() {
      let url = URL(fileURLWithPath: file).standardizedFileURL
      let contents = try String(contentsOf: url, encoding: .utf8)
      let path = url.path.hasPrefix(root) ? String(url.path.dropFirst(root.count)) : url.path
      text += "    (\(literal(path)), \(literal(contents))),\n"
    }
    text += "  ]\n}\n"
    try text.write(to: output, atomically: true, encoding: .utf8)
  }

  struct UsageError: Error {}

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
